/** Sweeps of single-spin moves for linear energies: heat bath and overrelaxation, as derived in src/sampling/inner/heat-bath.ts. */
import { expm1, log1p } from '../numeric/elementary';
import { closeStream, nextUniform, openStream, Stream } from '../numeric/philox';

/** Counts, then addresses, in the order in which the TypeScript side writes them. */
@unmanaged
export class Sweeps {
  shellCount: i32;
  /** Neighbours of site i in shell s, itself left out: entries rowStart[i n_s + s − 1] … of `neighbour`. */
  rowStart: usize;
  neighbour: usize;
  /** Sites to visit. */
  sites: usize;
  /** E_0, J_1, J_2, … */
  parameters: usize;
  /** Spins, 32 bytes a site: x y, z 0. */
  spins: usize;
  stream: usize;
}

/**
 * Makes `sweeps` heat-bath sweeps over the first `count` of the sites with `overrelaxation` sweeps between two of them, all in the order of the list or all in reverse.
 */
export function heatBathSweeps(
  s: Sweeps, temperature: f64, count: i32, sweeps: i32, overrelaxation: i32, isReverse: i32,
): void {
  const stream = changetype<Stream>(s.stream);
  openStream(stream);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (let turn = 0; sweep > 0 && turn < overrelaxation; turn++) {
      for (let k = 0; k < count; k++) overrelax(s, siteAt(s, count, k, isReverse));
    }
    for (let k = 0; k < count; k++) heatBath(s, siteAt(s, count, k, isReverse), temperature, stream);
  }
  closeStream(stream);
}

// @ts-ignore: decorator
@inline
function siteAt(s: Sweeps, count: i32, k: i32, isReverse: i32): i32 {
  return load<i32>(s.sites + ((<usize>(isReverse ? count - 1 - k : k)) << 2));
}

let fieldXY = f64x2.splat(0);
let fieldZ = f64x2.splat(0);

/** h_i = Σ_s J_s Σ_{δ∈s} S_{i+δ} into fieldXY and fieldZ. */
// @ts-ignore: decorator
@inline
function localField(s: Sweeps, site: i32): void {
  let rowEnd = s.rowStart + ((<usize>(site * s.shellCount)) << 2);
  let neighbour = s.neighbour + ((<usize>load<i32>(rowEnd)) << 2);
  let sumXY = f64x2.splat(0);
  let sumZ = f64x2.splat(0);
  const lastCoupling = s.parameters + ((<usize>s.shellCount) << 3);
  for (let coupling = s.parameters + 8; coupling <= lastCoupling; coupling += 8) {
    rowEnd += 4;
    const last = s.neighbour + ((<usize>load<i32>(rowEnd)) << 2);
    let xy = f64x2.splat(0);
    let z = f64x2.splat(0);
    for (; neighbour < last; neighbour += 4) {
      const spin = s.spins + ((<usize>load<i32>(neighbour)) << 5);
      xy = f64x2.add(xy, v128.load(spin));
      z = f64x2.add(z, v128.load(spin, 16));
    }
    const j = v128.load64_splat(coupling);
    sumXY = f64x2.add(sumXY, f64x2.mul(j, xy));
    sumZ = f64x2.add(sumZ, f64x2.mul(j, z));
  }
  fieldXY = sumXY;
  fieldZ = sumZ;
}

function overrelax(s: Sweeps, site: i32): void {
  localField(s, site);
  const x = f64x2.extract_lane(fieldXY, 0), y = f64x2.extract_lane(fieldXY, 1), z = f64x2.extract_lane(fieldZ, 0);
  const square = x * x + y * y + z * z;
  if (square == 0) return;
  const at = s.spins + ((<usize>site) << 5);
  const factor = (2 * (x * load<f64>(at) + y * load<f64>(at, 8) + z * load<f64>(at, 16))) / square;
  store<f64>(at, factor * x - load<f64>(at));
  store<f64>(at, factor * y - load<f64>(at, 8), 8);
  store<f64>(at, factor * z - load<f64>(at, 16), 16);
}

let directionX: f64 = 0;
let directionY: f64 = 0;
let directionZ: f64 = 0;

function drawDirection(stream: Stream): void {
  let u: f64, v: f64, square: f64;
  do {
    u = 2 * nextUniform(stream) - 1;
    v = 2 * nextUniform(stream) - 1;
    square = u * u + v * v;
  } while (square >= 1);
  const scale = 2 * Math.sqrt(1 - square);
  directionX = u * scale;
  directionY = v * scale;
  directionZ = 1 - 2 * square;
}

function heatBath(s: Sweeps, site: i32, temperature: f64, stream: Stream): void {
  localField(s, site);
  const x = f64x2.extract_lane(fieldXY, 0) / temperature;
  const y = f64x2.extract_lane(fieldXY, 1) / temperature;
  const z = f64x2.extract_lane(fieldZ, 0) / temperature;
  const at = s.spins + ((<usize>site) << 5);
  const concentration = Math.sqrt(x * x + y * y + z * z);
  if (concentration == 0) {
    drawDirection(stream);
    storeSpin(at, directionX, directionY, directionZ);
    return;
  }
  const depth = -log1p((1 - nextUniform(stream)) * expm1(-2 * concentration)) / concentration;
  let cosine: f64;
  do {
    drawDirection(stream);
    cosine = (directionX * x + directionY * y + directionZ * z) / concentration;
  } while (cosine * cosine > 0.9);
  const across = Math.sqrt((max(0, depth) * max(0, 2 - depth)) / (1 - cosine * cosine));
  const along = (1 - depth - across * cosine) / concentration;
  storeSpin(at, along * x + across * directionX, along * y + across * directionY, along * z + across * directionZ);
}

// @ts-ignore: decorator
@inline
function storeSpin(at: usize, x: f64, y: f64, z: f64): void {
  store<f64>(at, x);
  store<f64>(at, y, 8);
  store<f64>(at, z, 16);
}
