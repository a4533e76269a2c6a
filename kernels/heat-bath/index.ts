/** Sweeps of single-spin moves for linear energies: heat bath and overrelaxation, as derived in src/sampling/inner/heat-bath.ts. */
import { expm1, log1p } from '../numeric/elementary';
import { closeStream, nextUniform, openStream, Stream } from '../numeric/philox';

/** Counts, then addresses, in the order in which the TypeScript side writes them. */
@unmanaged
export class Sweeps {
  shellCount: i32;
  /** Whether spins have an energy of their own, and whether it is quadratic in each: 1 by terms of single sites, 2 by biquadratic ones too. */
  isClassical: i32;
  isQuadratic: i32;
  /** Neighbours of site i in shell s, itself left out: entries rowStart[i n_s + s − 1] … of `neighbour`. */
  rowStart: usize;
  neighbour: usize;
  /** Sites to visit. */
  sites: usize;
  /** E_0, J_1, J_2, … */
  parameters: usize;
  /** The tables of src/exact/classical/local-forms.ts, where spins have an energy of their own. */
  classicalStart: usize;
  classicalNeighbour: usize;
  couplings: usize;
  field: usize;
  quadratic: usize;
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
      for (let k = 0; k < count; k++) turnSpin(s, siteAt(s, count, k, isReverse), temperature, stream);
    }
    for (let k = 0; k < count; k++) drawSpin(s, siteAt(s, count, k, isReverse), temperature, stream);
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
  if (s.isClassical) addClassical(s, site);
}

/** Adds the field of the spins' own energy, as addLocalField of src/exact/classical/local-form.ts. */
function addClassical(s: Sweeps, site: i32): void {
  let x = f64x2.extract_lane(fieldXY, 0) + load<f64>(s.field);
  let y = f64x2.extract_lane(fieldXY, 1) + load<f64>(s.field, 8);
  let z = f64x2.extract_lane(fieldZ, 0) + load<f64>(s.field, 16);
  const row = s.classicalStart + ((<usize>site) << 2);
  const last = load<i32>(row, 4);
  for (let e = load<i32>(row); e < last; e++) {
    const spin = s.spins + ((<usize>load<i32>(s.classicalNeighbour + ((<usize>e) << 2))) << 5);
    const m = s.couplings + <usize>e * 80;
    const sx = load<f64>(spin), sy = load<f64>(spin, 8), sz = load<f64>(spin, 16);
    x -= load<f64>(m) * sx + load<f64>(m, 8) * sy + load<f64>(m, 16) * sz;
    y -= load<f64>(m, 24) * sx + load<f64>(m, 32) * sy + load<f64>(m, 40) * sz;
    z -= load<f64>(m, 48) * sx + load<f64>(m, 56) * sy + load<f64>(m, 64) * sz;
  }
  fieldXY = f64x2.replace_lane(f64x2.splat(x), 1, y);
  fieldZ = f64x2.splat(z);
}

let qxx: f64 = 0, qxy: f64 = 0, qxz: f64 = 0, qyy: f64 = 0, qyz: f64 = 0, qzz: f64 = 0;

/** Q_i, as localQuadratic of src/exact/classical/local-form.ts. */
function localQuadratic(s: Sweeps, site: i32): void {
  const own = s.quadratic + <usize>site * 48;
  qxx = load<f64>(own);
  qxy = load<f64>(own, 8);
  qxz = load<f64>(own, 16);
  qyy = load<f64>(own, 24);
  qyz = load<f64>(own, 32);
  qzz = load<f64>(own, 40);
  if (s.isQuadratic < 2) return;
  const row = s.classicalStart + ((<usize>site) << 2);
  const last = load<i32>(row, 4);
  for (let e = load<i32>(row); e < last; e++) {
    const spin = s.spins + ((<usize>load<i32>(s.classicalNeighbour + ((<usize>e) << 2))) << 5);
    const b = load<f64>(s.couplings + <usize>e * 80, 72);
    const sx = load<f64>(spin), sy = load<f64>(spin, 8), sz = load<f64>(spin, 16);
    qxx += b * sx * sx;
    qxy += b * sx * sy;
    qxz += b * sx * sz;
    qyy += b * sy * sy;
    qyz += b * sy * sz;
    qzz += b * sz * sz;
  }
}

// @ts-ignore: decorator
@inline
function quadraticEnergy(x: f64, y: f64, z: f64): f64 {
  return qxx * x * x + qyy * y * y + qzz * z * z + 2 * (qxy * x * y + qxz * x * z + qyz * y * z);
}

/** Takes the move of a spin from (x, y, z) to what is stored with the probability min(1, e^(−ΔE/T)) of the quadratic part, or takes it back. */
function correct(s: Sweeps, site: i32, x: f64, y: f64, z: f64, temperature: f64, stream: Stream): void {
  localQuadratic(s, site);
  const at = s.spins + ((<usize>site) << 5);
  const after = quadraticEnergy(load<f64>(at), load<f64>(at, 8), load<f64>(at, 16));
  const logRatio = (quadraticEnergy(x, y, z) - after) / temperature;
  const uniform = nextUniform(stream);
  if (logRatio < 0 && uniform >= 1 + expm1(logRatio)) storeSpin(at, x, y, z);
}

/** Overrelaxation, corrected where the energy is not linear in the spin. */
function turnSpin(s: Sweeps, site: i32, temperature: f64, stream: Stream): void {
  const at = s.spins + ((<usize>site) << 5);
  const x = load<f64>(at), y = load<f64>(at, 8), z = load<f64>(at, 16);
  overrelax(s, site);
  if (s.isQuadratic) correct(s, site, x, y, z, temperature, stream);
}

/** Heat bath, corrected where the energy is not linear in the spin. */
function drawSpin(s: Sweeps, site: i32, temperature: f64, stream: Stream): void {
  const at = s.spins + ((<usize>site) << 5);
  const x = load<f64>(at), y = load<f64>(at, 8), z = load<f64>(at, 16);
  heatBath(s, site, temperature, stream);
  if (s.isQuadratic) correct(s, site, x, y, z, temperature, stream);
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
