/** Attention as what makes h: src/flow/twin/attention-field.ts and keys-and-values.ts. Lanes hold a number of the key and of the value. */
import { at } from '../pattern';
import { addScaled, addTo, dot, Flow, gradientOf, parameterOf, rowOf, vectorAt } from './flow';

let qx: f64 = 0, qy: f64 = 0, qz: f64 = 0;
/** ∂E/∂ of the query. */
const QUERY_ADJOINT = memory.data(24);

// @ts-ignore: decorator
@inline
function keyValueOf(flow: Flow, layer: i32, site: i32): usize {
  return flow.keyValues + 48 * <usize>(layer * flow.siteCount + site);
}

function setPairs(flow: Flow, layer: i32): void {
  const shells = flow.shellCount + 1;
  for (let s = 0; s < shells; s++) {
    const pair = flow.pairs + ((<usize>s) << 4);
    store<f64>(pair, load<f64>(parameterOf(flow, layer, shells + s)));
    store<f64>(pair, load<f64>(parameterOf(flow, layer, 2 * shells + s)), 8);
  }
}

/** S̃^K and S̃^V of all sites that are attended to. */
export function setKeysAndValues(flow: Flow, layer: i32): void {
  setPairs(flow, layer);
  const own = v128.load(flow.pairs);
  for (let e = at(flow.seenStart, layer); e < at(flow.seenStart, layer + 1); e++) project(flow, layer, at(flow.seen, e), own);
  const none = f64x2.splat(0);
  for (let e = at(flow.activeStart, layer); e < at(flow.activeStart, layer + 1); e++) project(flow, layer, at(flow.active, e), none);
}

// @ts-ignore: decorator
@inline
function project(flow: Flow, layer: i32, site: i32, own: v128): void {
  const spin = vectorAt(flow.spins, site);
  let x = f64x2.mul(own, v128.load64_splat(spin));
  let y = f64x2.mul(own, v128.load64_splat(spin, 8));
  let z = f64x2.mul(own, v128.load64_splat(spin, 16));
  let sum = rowOf(flow, flow.sums, site);
  const end = flow.pairs + ((<usize>(flow.shellCount + 1)) << 4);
  for (let pair = flow.pairs + 16; pair < end; pair += 16) {
    const w = v128.load(pair);
    x = f64x2.add(x, f64x2.mul(w, v128.load64_splat(sum)));
    y = f64x2.add(y, f64x2.mul(w, v128.load64_splat(sum, 8)));
    z = f64x2.add(z, f64x2.mul(w, v128.load64_splat(sum, 16)));
    sum += 24;
  }
  const to = keyValueOf(flow, layer, site);
  v128.store(to, x);
  v128.store(to, y, 16);
  v128.store(to, z, 32);
}

// @ts-ignore: decorator
@inline
function setQuery(flow: Flow, layer: i32, row: usize, scale: f64): void {
  let x: f64 = 0, y: f64 = 0, z: f64 = 0;
  for (let s = 0; s < flow.shellCount; s++) {
    const w = load<f64>(parameterOf(flow, layer, 1 + s));
    const sum = vectorAt(row, s);
    x += w * load<f64>(sum);
    y += w * load<f64>(sum, 8);
    z += w * load<f64>(sum, 16);
  }
  qx = x * scale;
  qy = y * scale;
  qz = z * scale;
}

/** h of an active site. */
export function attentionField(flow: Flow, layer: i32, site: i32, out: usize, scale: f64): void {
  const row = rowOf(flow, flow.sums, site);
  setQuery(flow, layer, row, scale);
  store<f64>(out, 0);
  store<f64>(out, 0, 8);
  store<f64>(out, 0, 16);
  for (let e = at(flow.seenStart, layer); e < at(flow.seenStart, layer + 1); e++) attend(keyValueOf(flow, layer, at(flow.seen, e)), out);
  for (let e = at(flow.activeStart, layer); e < at(flow.activeStart, layer + 1); e++) attend(keyValueOf(flow, layer, at(flow.active, e)), out);
  const direct = 3 * (flow.shellCount + 1);
  for (let s = 0; s < flow.shellCount; s++) addScaled(out, load<f64>(parameterOf(flow, layer, direct + s)), vectorAt(row, s));
}

// @ts-ignore: decorator
@inline
function attend(from: usize, out: usize): void {
  const score = qx * load<f64>(from) + qy * load<f64>(from, 16) + qz * load<f64>(from, 32);
  if (!(score > 0)) return;
  store<f64>(out, load<f64>(out) + score * load<f64>(from, 8));
  store<f64>(out, load<f64>(out, 8) + score * load<f64>(from, 24), 8);
  store<f64>(out, load<f64>(out, 16) + score * load<f64>(from, 40), 16);
}

export function beginAttentionBack(flow: Flow, layer: i32): void {
  setPairs(flow, layer);
  memory.fill(flow.takesPart, 0, <usize>flow.siteCount);
  memory.fill(flow.keyValueAdjoints, 0, 48 * <usize>flow.siteCount);
  memory.fill(flow.pairGradients, 0, (<usize>(flow.shellCount + 1)) << 4);
}

/** The way back of h from ∂E/∂h, `pull`. */
export function attentionFieldBack(flow: Flow, layer: i32, site: i32, pull: usize, scale: f64, toParameters: bool): void {
  const row = rowOf(flow, flow.sums, site);
  setQuery(flow, layer, row, scale);
  memory.fill(QUERY_ADJOINT, 0, 24);
  for (let e = at(flow.seenStart, layer); e < at(flow.seenStart, layer + 1); e++) attendBack(flow, layer, at(flow.seen, e), pull);
  for (let e = at(flow.activeStart, layer); e < at(flow.activeStart, layer + 1); e++) attendBack(flow, layer, at(flow.active, e), pull);
  for (let c: usize = 0; c < 24; c += 8) store<f64>(QUERY_ADJOINT + c, load<f64>(QUERY_ADJOINT + c) * scale);
  const adjoints = rowOf(flow, flow.sumAdjoints, site);
  const direct = 3 * (flow.shellCount + 1);
  for (let s = 0; s < flow.shellCount; s++) {
    const adjoint = vectorAt(adjoints, s);
    addScaled(adjoint, load<f64>(parameterOf(flow, layer, 1 + s)), QUERY_ADJOINT);
    addScaled(adjoint, load<f64>(parameterOf(flow, layer, direct + s)), pull);
    if (!toParameters) continue;
    addTo(gradientOf(flow, layer, 1 + s), dot(QUERY_ADJOINT, vectorAt(row, s)));
    addTo(gradientOf(flow, layer, direct + s), dot(pull, vectorAt(row, s)));
  }
}

// @ts-ignore: decorator
@inline
function attendBack(flow: Flow, layer: i32, site: i32, pull: usize): void {
  const from = keyValueOf(flow, layer, site);
  const score = qx * load<f64>(from) + qy * load<f64>(from, 16) + qz * load<f64>(from, 32);
  if (!(score > 0)) return;
  store<u8>(flow.takesPart + <usize>site, 1);
  const px = load<f64>(pull), py = load<f64>(pull, 8), pz = load<f64>(pull, 16);
  const slope = px * load<f64>(from, 8) + py * load<f64>(from, 24) + pz * load<f64>(from, 40);
  addTo(QUERY_ADJOINT, slope * load<f64>(from));
  addTo(QUERY_ADJOINT + 8, slope * load<f64>(from, 16));
  addTo(QUERY_ADJOINT + 16, slope * load<f64>(from, 32));
  const to = flow.keyValueAdjoints + 48 * <usize>site;
  addTo(to, slope * qx);
  addTo(to + 16, slope * qy);
  addTo(to + 32, slope * qz);
  addTo(to + 8, score * px);
  addTo(to + 24, score * py);
  addTo(to + 40, score * pz);
}

/** The way back of keys and values. */
export function endAttentionBack(flow: Flow, layer: i32, toParameters: bool): void {
  for (let e = at(flow.seenStart, layer); e < at(flow.seenStart, layer + 1); e++) projectBack(flow, at(flow.seen, e), true, toParameters);
  for (let e = at(flow.activeStart, layer); e < at(flow.activeStart, layer + 1); e++) projectBack(flow, at(flow.active, e), false, toParameters);
  if (!toParameters) return;
  const shells = flow.shellCount + 1;
  for (let s = 0; s < shells; s++) {
    const pair = flow.pairGradients + ((<usize>s) << 4);
    addTo(gradientOf(flow, layer, shells + s), load<f64>(pair));
    addTo(gradientOf(flow, layer, 2 * shells + s), load<f64>(pair, 8));
  }
}

// @ts-ignore: decorator
@inline
function projectBack(flow: Flow, site: i32, isSeen: bool, toParameters: bool): void {
  if (!load<u8>(flow.takesPart + <usize>site)) return;
  const from = flow.keyValueAdjoints + 48 * <usize>site;
  const x = v128.load(from), y = v128.load(from, 16), z = v128.load(from, 32);
  const keyXY = v128.shuffle<f64>(x, y, 0, 2), valueXY = v128.shuffle<f64>(x, y, 1, 3);
  const keyZ = f64x2.extract_lane(z, 0), valueZ = f64x2.extract_lane(z, 1);
  let pair = flow.pairs;
  let pairGradient = flow.pairGradients;
  if (isSeen) {
    addPair(vectorAt(flow.adjoint, site), pair, keyXY, valueXY, keyZ, valueZ);
    if (toParameters) addProduct(pairGradient, x, y, z, vectorAt(flow.spins, site));
  }
  let sum = rowOf(flow, flow.sums, site);
  let adjoint = rowOf(flow, flow.sumAdjoints, site);
  for (let s = 0; s < flow.shellCount; s++) {
    pair += 16;
    pairGradient += 16;
    addPair(adjoint, pair, keyXY, valueXY, keyZ, valueZ);
    if (toParameters) addProduct(pairGradient, x, y, z, sum);
    sum += 24;
    adjoint += 24;
  }
}

/** Adds W_K times the adjoint of a key, then W_V times that of a value. */
// @ts-ignore: decorator
@inline
function addPair(target: usize, pair: usize, keyXY: v128, valueXY: v128, keyZ: f64, valueZ: f64): void {
  const byKey = f64x2.add(v128.load(target), f64x2.mul(v128.load64_splat(pair), keyXY));
  v128.store(target, f64x2.add(byKey, f64x2.mul(v128.load64_splat(pair, 8), valueXY)));
  store<f64>(target, load<f64>(target, 16) + load<f64>(pair) * keyZ + load<f64>(pair, 8) * valueZ, 16);
}

/** Adds the products of the adjoints of a key and of a value with a vector. */
// @ts-ignore: decorator
@inline
function addProduct(target: usize, x: v128, y: v128, z: v128, vector: usize): void {
  const xy = f64x2.add(f64x2.mul(x, v128.load64_splat(vector)), f64x2.mul(y, v128.load64_splat(vector, 8)));
  v128.store(target, f64x2.add(v128.load(target), f64x2.add(xy, f64x2.mul(z, v128.load64_splat(vector, 16)))));
}
