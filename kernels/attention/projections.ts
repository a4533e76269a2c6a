/** S̃_Q, S̃_K, S̃_V from the shell sums of a layer, and the way back to weights and shell sums. */
import { add, featuresOf, fieldSize, mul, Network, splatAt, sumComponents, weightsOffset, zero } from './network';

/** S̃^α_i = Σ_s W^α_s Σ_{δ∈s} S_{i+δ}, of Q times `scale`, to `queries` and `keys` of the block. */
export function project(network: Network, block: i32, scale: f64): void {
  const size = fieldSize(network);
  const features = featuresOf(network, block);
  const weights = network.parameters + weightsOffset(network, block);
  const width = (<usize>network.width) << 3;
  const factor = f64x2.splat(scale);
  let row = network.queries + 24 * <usize>(network.rowCount * block);
  let key = network.keys + 48 * <usize>(network.siteCount * block);
  for (let site: usize = 0; site < size; site += 32) {
    let q = zero(), qz = zero(), k = zero(), kz = zero(), v = zero(), vz = zero();
    let from = features + site;
    for (let w = weights; w < weights + width; w += 8) {
      const xy = v128.load(from), z = v128.load(from, 16);
      const wq = splatAt(w), wk = splatAt(w + width), wv = splatAt(w + 2 * width);
      q = add(q, mul(wq, xy));
      qz = add(qz, mul(wq, z));
      k = add(k, mul(wk, xy));
      kz = add(kz, mul(wk, z));
      v = add(v, mul(wv, xy));
      vz = add(vz, mul(wv, z));
      from += size;
    }
    storeRow(row, mul(factor, q), mul(factor, qz));
    v128.store(key, k);
    // The zero beside z is overwritten by the x of the value.
    v128.store(key, kz, 16);
    v128.store(key, v, 24);
    v128.store64_lane(key, vz, 0, 40);
    key += 48;
    row = nextRow(row);
  }
}

/** One vector into the lane of its row. */
// @ts-ignore: decorator
@inline
export function storeRow(row: usize, xy: v128, z: v128): void {
  v128.store64_lane(row, xy, 0);
  v128.store64_lane(row, xy, 1, 16);
  v128.store64_lane(row, z, 0, 32);
}

/** From lane 0 to lane 1, from there to the next pair; blocks start on multiples of 16. */
// @ts-ignore: decorator
@inline
export function nextRow(row: usize): usize {
  return row & 8 ? row + 40 : row + 8;
}

/** Fields ∂E/∂S̃_Q, ∂E/∂S̃_K, ∂E/∂S̃_V from rows and lanes. */
export function gatherAdjoints(network: Network, scale: f64): void {
  const size = fieldSize(network);
  let row = network.rows;
  let lanes = network.adjointLanes;
  const end = network.adjointProjections + size;
  for (let to = network.adjointProjections; to < end; to += 32) {
    store<f64>(to, scale * load<f64>(row));
    store<f64>(to, scale * load<f64>(row, 16), 8);
    store<f64>(to, scale * load<f64>(row, 32), 16);
    storeSum(to + size, lanes);
    storeSum(to + 2 * size, lanes + 48);
    row = nextRow(row);
    lanes += 96;
  }
}

// @ts-ignore: decorator
@inline
function storeSum(to: usize, lanes: usize): void {
  store<f64>(to, load<f64>(lanes) + load<f64>(lanes, 8));
  store<f64>(to, load<f64>(lanes, 16) + load<f64>(lanes, 24), 8);
  store<f64>(to, load<f64>(lanes, 32) + load<f64>(lanes, 40), 16);
}

/** ∂E/∂W^α_s = Σ_i ∂E/∂S̃^α_i · Σ_{δ∈s} S_{i+δ}. */
export function weightGradients(network: Network, block: i32): void {
  const size = fieldSize(network);
  const width = (<usize>network.width) << 3;
  const gradient = network.gradient + weightsOffset(network, block);
  let field = featuresOf(network, block);
  for (let to = gradient; to < gradient + width; to += 8) {
    let q = zero(), qz = zero(), k = zero(), kz = zero(), v = zero(), vz = zero();
    for (let site: usize = 0; site < size; site += 32) {
      const xy = v128.load(field + site), z = v128.load(field + site, 16);
      const from = network.adjointProjections + site;
      q = add(q, mul(v128.load(from), xy));
      qz = add(qz, mul(v128.load(from, 16), z));
      k = add(k, mul(v128.load(from + size), xy));
      kz = add(kz, mul(v128.load(from + size, 16), z));
      v = add(v, mul(v128.load(from + 2 * size), xy));
      vz = add(vz, mul(v128.load(from + 2 * size, 16), z));
    }
    store<f64>(to, sumComponents(q, qz));
    store<f64>(to + width, sumComponents(k, kz));
    store<f64>(to + 2 * width, sumComponents(v, vz));
    field += size;
  }
}

/** For every shell the field Σ_α W^α_s ∂E/∂S̃^α. */
export function combine(network: Network, block: i32): void {
  const size = fieldSize(network);
  const width = (<usize>network.width) << 3;
  const weights = network.parameters + weightsOffset(network, block);
  let to = network.combined;
  for (let w = weights; w < weights + width; w += 8) {
    const wq = splatAt(w), wk = splatAt(w + width), wv = splatAt(w + 2 * width);
    const end = network.adjointProjections + size;
    for (let from = network.adjointProjections; from < end; from += 16) {
      const k = mul(wk, v128.load(from + size)), v = mul(wv, v128.load(from + 2 * size));
      v128.store(to, add(add(mul(wq, v128.load(from)), k), v));
      to += 16;
    }
  }
}
