/** S̃_Q, S̃_K, S̃_V from the shell sums of a layer, and the way back to weights and shell sums. */
import { add, mul, zero } from '../numeric/vectors';
import { featuresOf, fieldSize, fieldStride, Network, splatAt, sumComponents, weightsOffset } from './network';
import { nextRow, storeRow } from './rows';

/** S̃^α_i = Σ_s W^α_s Σ_{δ∈s} S_{i+δ}, of Q times `scale`, to `queries` and `keys` of the block. */
export function project(network: Network, block: i32, scale: f64): void {
  const size = fieldSize(network);
  const stride = fieldStride(network);
  const features = featuresOf(network, block);
  const weights = network.parameters + weightsOffset(network, block);
  const width = (<usize>network.smearedWidth) << 3;
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
      from += stride;
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

/** Fields ∂E/∂S̃_Q, ∂E/∂S̃_K, ∂E/∂S̃_V from rows and lanes. */
export function gatherAdjoints(network: Network, scale: f64): void {
  const stride = fieldStride(network);
  let row = network.rows;
  let lanes = network.adjointLanes;
  const end = network.adjointProjections + fieldSize(network);
  for (let to = network.adjointProjections; to < end; to += 32) {
    store<f64>(to, scale * load<f64>(row));
    store<f64>(to, scale * load<f64>(row, 16), 8);
    store<f64>(to, scale * load<f64>(row, 32), 16);
    storeSum(to + stride, lanes);
    storeSum(to + 2 * stride, lanes + 48);
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
  const stride = fieldStride(network);
  const width = (<usize>network.smearedWidth) << 3;
  const gradient = network.gradient + weightsOffset(network, block);
  let field = featuresOf(network, block);
  for (let to = gradient; to < gradient + width; to += 8) {
    let q = zero(), qz = zero(), k = zero(), kz = zero(), v = zero(), vz = zero();
    for (let site: usize = 0; site < size; site += 32) {
      const xy = v128.load(field + site), z = v128.load(field + site, 16);
      const from = network.adjointProjections + site;
      q = add(q, mul(v128.load(from), xy));
      qz = add(qz, mul(v128.load(from, 16), z));
      k = add(k, mul(v128.load(from + stride), xy));
      kz = add(kz, mul(v128.load(from + stride, 16), z));
      v = add(v, mul(v128.load(from + 2 * stride), xy));
      vz = add(vz, mul(v128.load(from + 2 * stride, 16), z));
    }
    store<f64>(to, sumComponents(q, qz));
    store<f64>(to + width, sumComponents(k, kz));
    store<f64>(to + 2 * width, sumComponents(v, vz));
    field += stride;
  }
}

/** The field Σ_α W^α_s ∂E/∂S̃^α for every shell. */
export function combine(network: Network, block: i32): void {
  const size = fieldSize(network);
  const stride = fieldStride(network);
  const width = (<usize>network.smearedWidth) << 3;
  const weights = network.parameters + weightsOffset(network, block);
  let field = network.combined;
  for (let w = weights; w < weights + width; w += 8) {
    const wq = splatAt(w), wk = splatAt(w + width), wv = splatAt(w + 2 * width);
    for (let site: usize = 0; site < size; site += 16) {
      const from = network.adjointProjections + site;
      const k = mul(wk, v128.load(from + stride)), v = mul(wv, v128.load(from + 2 * stride));
      v128.store(field + site, add(add(mul(wq, v128.load(from)), k), v));
    }
    field += stride;
  }
}
