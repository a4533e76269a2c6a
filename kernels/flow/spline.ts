/** Rational-quadratic splines: src/flow/maps/spline-map.ts and spline-bins.ts. */
import { exp, log } from '../numeric/elementary';
import { valueAt } from '../pattern';
import { Flow } from './flow';

/** Where the last move or solution led. */
export let splineBelow: f64 = 0, splineAbove: f64 = 0, splineLogSlope: f64 = 0;
/** Derivatives at the last place that do not go by parameters. */
export let splineSlope: f64 = 0, splineLogSlopeByCosine: f64 = 0;

/** The bin of the last place, its height, its slopes, and the place in it. */
let bin = 0;
let height: f64 = 0, slope: f64 = 0, lower: f64 = 0, upper: f64 = 0, xi: f64 = 0, zeta: f64 = 0;

// @ts-ignore: decorator
@inline
function put(table: usize, index: i32, value: f64): void {
  store<f64>(table + ((<usize>index) << 3), value);
}

function binsOf(flow: Flow): i32 {
  return (flow.splineCount - 1) >> 1;
}

function setKnots(flow: Flow): void {
  const bins = binsOf(flow);
  let largest = valueAt(flow.values, 0);
  for (let k = 1; k < bins; k++) largest = Math.max(largest, valueAt(flow.values, k));
  let sum: f64 = 0;
  for (let k = 0; k < bins; k++) {
    const height = exp(valueAt(flow.values, k) - largest);
    put(flow.heights, k, height);
    sum += height;
  }
  for (let k = 0; k < bins; k++) put(flow.heights, k, valueAt(flow.heights, k) / sum);
  for (let k = 0; k < bins; k++) put(flow.below, k + 1, valueAt(flow.below, k) + valueAt(flow.heights, k));
  for (let k = bins; k > 0; k--) put(flow.above, k - 1, valueAt(flow.above, k) + valueAt(flow.heights, k - 1));
}

function enter(flow: Flow, k: i32): void {
  const bins = binsOf(flow);
  bin = k;
  height = valueAt(flow.heights, k);
  slope = <f64>bins * height;
  lower = exp(valueAt(flow.values, bins + k));
  upper = exp(valueAt(flow.values, bins + k + 1));
}

export function moveSpline(flow: Flow, below: f64, above: f64): void {
  const bins = binsOf(flow);
  setKnots(flow);
  enter(flow, min(bins - 1, <i32>Math.floor(<f64>bins * below)));
  if (below < above) {
    xi = <f64>bins * below - <f64>bin;
    zeta = 1 - xi;
  } else {
    zeta = <f64>bins * above - <f64>(bins - 1 - bin);
    xi = 1 - zeta;
  }
  splineBelow = valueAt(flow.below, bin) + height * partBelow();
  splineAbove = valueAt(flow.above, bin + 1) + height * partAbove();
  splineLogSlope = log(slopeAt());
}

export function solveSpline(flow: Flow, below: f64, above: f64): void {
  const bins = binsOf(flow);
  setKnots(flow);
  let k = bins - 1;
  while (k > 0 && valueAt(flow.below, k) > below) k--;
  enter(flow, k);
  findPlace(below - valueAt(flow.below, bin), above - valueAt(flow.above, bin + 1));
  splineBelow = (<f64>bin + xi) / <f64>bins;
  splineAbove = (<f64>(bins - 1 - bin) + zeta) / <f64>bins;
  splineLogSlope = log(slopeAt());
}

function findPlace(fromBelow: f64, fromAbove: f64): void {
  if (fromBelow <= fromAbove) {
    xi = rootOf(lower, fromBelow);
    zeta = 1 - xi;
  } else {
    zeta = rootOf(upper, fromAbove);
    xi = 1 - zeta;
  }
}

function rootOf(end: f64, y: f64): f64 {
  const bend = y * (lower + upper - 2 * slope);
  const a = height * (slope - end) + bend;
  const b = height * end - bend;
  const c = -y * slope;
  return y <= 0 ? 0 : (-2 * c) / (b + Math.sqrt(b * b - 4 * a * c));
}

// @ts-ignore: decorator
@inline
function denominator(): f64 {
  return slope + (lower + upper - 2 * slope) * (xi * zeta);
}

// @ts-ignore: decorator
@inline
function partBelow(): f64 {
  return (slope * xi * xi + lower * (xi * zeta)) / denominator();
}

// @ts-ignore: decorator
@inline
function partAbove(): f64 {
  return (slope * zeta * zeta + upper * (xi * zeta)) / denominator();
}

// @ts-ignore: decorator
@inline
function steepness(): f64 {
  return upper * xi * xi + 2 * slope * (xi * zeta) + lower * zeta * zeta;
}

// @ts-ignore: decorator
@inline
function slopeAt(): f64 {
  const d = denominator();
  return (slope * slope * steepness()) / (d * d);
}

// @ts-ignore: decorator
@inline
function logSlopeByPlace(): f64 {
  const turn = (2 * (upper * xi + slope * (zeta - xi) - lower * zeta)) / steepness();
  return turn - (2 * (lower + upper - 2 * slope) * (zeta - xi)) / denominator();
}

/** Derivatives by the parameters into `by` and `logSlopeBy`. */
export function differentiateSpline(flow: Flow, by: usize, logSlopeBy: usize): void {
  const bins = binsOf(flow);
  const bytes = (<usize>flow.splineCount) << 3;
  splineSlope = slopeAt();
  splineLogSlopeByCosine = (<f64>bins / 2) * logSlopeByPlace();
  const product = xi * zeta;
  const d = denominator();
  const square = d * d;
  memory.fill(by, 0, bytes);
  for (let j = 0; j < bin; j++) put(by, j, 1);
  const nominator = slope * xi * xi + lower * product;
  const complement = slope * zeta * zeta + upper * product;
  const partBySlope = (xi * xi * d - nominator * (1 - 2 * product)) / square;
  put(by, bin, partBelow() + height * <f64>bins * partBySlope);
  throughSoftmax(flow, by, bins);
  for (let j = 0; j < bins; j++) put(by, j, valueAt(by, j) * 2);
  put(by, bins + bin, 2 * height * ((product * complement) / square) * lower);
  put(by, bins + bin + 1, 2 * height * ((-product * nominator) / square) * upper);
  memory.fill(logSlopeBy, 0, bytes);
  const s = steepness();
  const turn = -2 * (product / d);
  put(logSlopeBy, bin, <f64>bins * (2 / slope + (2 * product) / s - (2 * (1 - 2 * product)) / d));
  throughSoftmax(flow, logSlopeBy, bins);
  put(logSlopeBy, bins + bin, ((zeta * zeta) / s + turn) * lower);
  put(logSlopeBy, bins + bin + 1, ((xi * xi) / s + turn) * upper);
}

function throughSoftmax(flow: Flow, derivatives: usize, bins: i32): void {
  let mean: f64 = 0;
  for (let j = 0; j < bins; j++) mean += valueAt(flow.heights, j) * valueAt(derivatives, j);
  for (let j = 0; j < bins; j++) put(derivatives, j, valueAt(flow.heights, j) * (valueAt(derivatives, j) - mean));
}
