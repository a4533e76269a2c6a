/** What makes h without attention: src/flow/twin/shell-field.ts and component-field.ts. */
import { valueAt } from '../pattern';
import { addScaled, addTo, dot, Flow, gradientOf, parameterOf, rowOf, vectorAt } from './flow';

/** F_i/n_i, and ∂E/∂ of it. */
const MEAN = memory.data(24);
const MEAN_ADJOINT = memory.data(24);

// @ts-ignore: decorator
@inline
function parameter(flow: Flow, layer: i32, index: i32): f64 {
  return load<f64>(parameterOf(flow, layer, index));
}

/** Returns I_i. */
function setMean(flow: Flow, k: i32, row: usize): f64 {
  memory.fill(MEAN, 0, 24);
  for (let s = 0; s < flow.shellCount; s++) addScaled(MEAN, 1 / valueAt(flow.totals, k), vectorAt(row, s));
  return dot(MEAN, MEAN);
}

export function shellField(flow: Flow, layer: i32, k: i32, site: i32, out: usize): void {
  const n = flow.shellCount;
  const row = rowOf(flow, flow.sums, site);
  const square = setMean(flow, k, row);
  const e = 4 * n;
  const bend = valueAt(flow.totals, k) *
    (square * (parameter(flow, layer, e) + square * (parameter(flow, layer, e + 1) + square * parameter(flow, layer, e + 2))));
  for (let c: usize = 0; c < 24; c += 8) store<f64>(out + c, bend * load<f64>(MEAN + c));
  for (let s = 0; s < n; s++) {
    const sum = vectorAt(row, s);
    const count = valueAt(flow.counts, k * n + s);
    const own = dot(sum, sum) / (count * count);
    const joint = dot(sum, MEAN) / count;
    const straight = parameter(flow, layer, s) + parameter(flow, layer, s + n) * own;
    const bent = joint * (parameter(flow, layer, s + 2 * n) + joint * parameter(flow, layer, s + 3 * n));
    addScaled(out, straight + bent, sum);
  }
}

export function shellFieldBack(flow: Flow, layer: i32, k: i32, site: i32, pull: usize, toParameters: bool): void {
  const n = flow.shellCount;
  const row = rowOf(flow, flow.sums, site);
  const adjoints = rowOf(flow, flow.sumAdjoints, site);
  const total = valueAt(flow.totals, k);
  const square = setMean(flow, k, row);
  const e = 4 * n;
  const along = total * dot(pull, MEAN);
  const bend = total *
    (square * (parameter(flow, layer, e) + square * (parameter(flow, layer, e + 1) + square * parameter(flow, layer, e + 2))));
  const slope = parameter(flow, layer, e) +
    square * (2 * parameter(flow, layer, e + 1) + 3 * (square * parameter(flow, layer, e + 2)));
  for (let c: usize = 0; c < 24; c += 8) {
    store<f64>(MEAN_ADJOINT + c, bend * load<f64>(pull + c) + 2 * (along * slope) * load<f64>(MEAN + c));
  }
  if (toParameters) {
    addTo(gradientOf(flow, layer, e), along * square);
    addTo(gradientOf(flow, layer, e + 1), along * square * square);
    addTo(gradientOf(flow, layer, e + 2), along * square * square * square);
  }
  for (let s = 0; s < n; s++) {
    const sum = vectorAt(row, s);
    const adjoint = vectorAt(adjoints, s);
    const count = valueAt(flow.counts, k * n + s);
    const own = dot(sum, sum) / (count * count);
    const joint = dot(sum, MEAN) / count;
    const linear = parameter(flow, layer, s + 2 * n), quadratic = parameter(flow, layer, s + 3 * n);
    const ownWeight = parameter(flow, layer, s + n);
    const weight = parameter(flow, layer, s) + ownWeight * own + joint * (linear + joint * quadratic);
    const byWeight = dot(pull, sum);
    const byJoint = (byWeight * (linear + 2 * (quadratic * joint))) / count;
    addScaled(MEAN_ADJOINT, byJoint, sum);
    addScaled(adjoint, weight, pull);
    addScaled(adjoint, (2 * (byWeight * ownWeight)) / (count * count), sum);
    addScaled(adjoint, byJoint, MEAN);
    if (!toParameters) continue;
    addTo(gradientOf(flow, layer, s), byWeight);
    addTo(gradientOf(flow, layer, s + n), byWeight * own);
    addTo(gradientOf(flow, layer, s + 2 * n), byWeight * joint);
    addTo(gradientOf(flow, layer, s + 3 * n), byWeight * joint * joint);
  }
  for (let s = 0; s < n; s++) addScaled(vectorAt(adjoints, s), 1 / total, MEAN_ADJOINT);
}

export function componentField(flow: Flow, layer: i32, site: i32, out: usize): void {
  const n = flow.shellCount;
  const row = rowOf(flow, flow.sums, site);
  for (let c = 0; c < 3; c++) {
    let sum = parameter(flow, layer, 4 * n + c);
    for (let s = 0; s < n; s++) {
      sum += parameter(flow, layer, c * n + s) * valueAt(row, 3 * s + c);
      sum += parameter(flow, layer, 3 * n + s) * valueAt(row, 3 * s + ((c + 1) % 3));
    }
    store<f64>(out + ((<usize>c) << 3), sum);
  }
}

export function componentFieldBack(flow: Flow, layer: i32, site: i32, pull: usize, toParameters: bool): void {
  const n = flow.shellCount;
  const row = rowOf(flow, flow.sums, site);
  const adjoints = rowOf(flow, flow.sumAdjoints, site);
  for (let c = 0; c < 3; c++) {
    const value = valueAt(pull, c);
    if (toParameters) addTo(gradientOf(flow, layer, 4 * n + c), value);
    for (let s = 0; s < n; s++) {
      const own = 3 * s + c, next = 3 * s + ((c + 1) % 3);
      addTo(adjoints + ((<usize>own) << 3), parameter(flow, layer, c * n + s) * value);
      addTo(adjoints + ((<usize>next) << 3), parameter(flow, layer, 3 * n + s) * value);
      if (!toParameters) continue;
      addTo(gradientOf(flow, layer, c * n + s), value * valueAt(row, own));
      addTo(gradientOf(flow, layer, 3 * n + s), value * valueAt(row, next));
    }
  }
}
