/** The map of one spin: its parameters (src/flow/twin/map-parameters.ts), and the spline before that of von Mises and Fisher (src/flow/maps/composed-map.ts). */
import { valueAt } from '../pattern';
import {
  differentiateFisher, fisherAbove, fisherBelow, fisherBy, fisherLogSlope, fisherLogSlopeBy, fisherLogSlopeByCosine,
  fisherSlope, moveFisher, solveFisher,
} from './fisher';
import { addTo, Flow, gradientOf, parameterOf } from './flow';
import { affineOf, byOf, INVARIANTS, LOG_SLOPE_BY_COSINE, LENGTH, logSlopeByOf, SLOPE } from './record';
import {
  differentiateSpline, moveSpline, solveSpline, splineAbove, splineBelow, splineLogSlope, splineLogSlopeByCosine,
  splineSlope,
} from './spline';

/** Where the last move or solution led. */
export let mappedBelow: f64 = 0, mappedAbove: f64 = 0, mappedLogSlope: f64 = 0;

/** Where the coefficients of value k begin in a layer. */
// @ts-ignore: decorator
@inline
function coefficientsOf(flow: Flow, k: i32): i32 {
  const gain = 4 * flow.shellCount + 3;
  return k == flow.splineCount ? gain : gain + (k + 1) * (flow.shellCount + 1);
}

export function setValues(flow: Flow, layer: i32, record: usize, length: f64): void {
  const affine = affineOf(flow, record);
  const strength = (length * length) / (1 + length * length);
  for (let k = 0; k <= flow.splineCount; k++) {
    const start = parameterOf(flow, layer, coefficientsOf(flow, k));
    let sum = load<f64>(start);
    for (let s = 0; s < flow.shellCount; s++) sum += valueAt(start, 1 + s) * valueAt(record + INVARIANTS, s);
    const value = k == flow.splineCount ? 1 + sum : sum;
    store<f64>(affine + ((<usize>k) << 3), value);
    store<f64>(flow.values + ((<usize>k) << 3), (k == flow.splineCount ? length : strength) * value);
  }
}

/** ∂E/∂|h| from those by the values; ∂E/∂I into their place. */
export function setValuesBack(flow: Flow, layer: i32, record: usize, toParameters: bool): f64 {
  const last = flow.splineCount;
  const affine = affineOf(flow, record);
  const length = load<f64>(record + LENGTH);
  const one = 1 + length * length;
  const strength = (length * length) / one;
  memory.fill(flow.invariantAdjoints, 0, (<usize>flow.shellCount) << 3);
  let byStrength: f64 = 0;
  for (let k = 0; k <= last; k++) {
    const by = valueAt(flow.valueAdjoints, k);
    const pull = (k == last ? length : strength) * by;
    if (k < last) byStrength += by * valueAt(affine, k);
    const index = coefficientsOf(flow, k);
    const start = parameterOf(flow, layer, index);
    for (let s = 0; s < flow.shellCount; s++) addTo(flow.invariantAdjoints + ((<usize>s) << 3), pull * valueAt(start, 1 + s));
    if (!toParameters) continue;
    const gradient = gradientOf(flow, layer, index);
    addTo(gradient, pull);
    for (let s = 0; s < flow.shellCount; s++) addTo(gradient + ((<usize>(1 + s)) << 3), pull * valueAt(record + INVARIANTS, s));
  }
  return valueAt(flow.valueAdjoints, last) * valueAt(affine, last) + byStrength * ((2 * length) / (one * one));
}

export function moveCosine(flow: Flow, below: f64, above: f64): void {
  const concentration = valueAt(flow.values, flow.splineCount);
  if (flow.splineCount == 0) {
    moveFisher(below, above, concentration);
    mappedLogSlope = fisherLogSlope;
  } else {
    moveSpline(flow, below, above);
    moveFisher(splineBelow, splineAbove, concentration);
    mappedLogSlope = splineLogSlope + fisherLogSlope;
  }
  mappedBelow = fisherBelow;
  mappedAbove = fisherAbove;
}

export function solveCosine(flow: Flow, below: f64, above: f64): void {
  solveFisher(below, above, valueAt(flow.values, flow.splineCount));
  if (flow.splineCount == 0) {
    mappedLogSlope = fisherLogSlope;
    mappedBelow = fisherBelow;
    mappedAbove = fisherAbove;
  } else {
    solveSpline(flow, fisherBelow, fisherAbove);
    mappedLogSlope = splineLogSlope + fisherLogSlope;
    mappedBelow = splineBelow;
    mappedAbove = splineAbove;
  }
}

/** All derivatives at the last place into the record. */
export function differentiate(flow: Flow, record: usize): void {
  const split = flow.splineCount;
  const by = byOf(flow, record), logSlopeBy = logSlopeByOf(flow, record);
  differentiateFisher();
  store<f64>(by + ((<usize>split) << 3), fisherBy);
  store<f64>(logSlopeBy + ((<usize>split) << 3), fisherLogSlopeBy);
  store<f64>(record + SLOPE, fisherSlope);
  store<f64>(record + LOG_SLOPE_BY_COSINE, fisherLogSlopeByCosine);
  if (split == 0) return;
  differentiateSpline(flow, by, logSlopeBy);
  store<f64>(record + SLOPE, splineSlope * fisherSlope);
  store<f64>(record + LOG_SLOPE_BY_COSINE, splineLogSlopeByCosine + fisherLogSlopeByCosine * splineSlope);
  for (let p = 0; p < split; p++) {
    const byParameter = valueAt(by, p);
    store<f64>(by + ((<usize>p) << 3), fisherSlope * byParameter);
    addTo(logSlopeBy + ((<usize>p) << 3), fisherLogSlopeByCosine * byParameter);
  }
}
