/** All layers of a flow of spins, there and back, and reverse mode: src/flow/twin/twin.ts. `scale` multiplies the queries of attention. */
import { at } from '../pattern';
import { beginAttentionBack, endAttentionBack, setKeysAndValues } from './attention';
import { Flow } from './flow';
import { moveBack, moveSite } from './moves';
import { clearSums, crossBack, crossBoundary } from './sums';

/** From z to S; returns Σ log g′. */
export function flowForward(flow: Flow, scale: f64, withDerivatives: i32): f64 {
  let sum: f64 = 0;
  clearSums(flow, flow.sums);
  for (let layer = 0; layer < flow.layerCount; layer++) {
    crossBoundary(flow, layer, false);
    sum += moveLayer(flow, layer, scale, true, withDerivatives != 0);
  }
  return sum;
}

/** From S to z; returns −Σ log g′. */
export function flowInverse(flow: Flow, scale: f64, withDerivatives: i32): f64 {
  let sum: f64 = 0;
  clearSums(flow, flow.sums);
  for (let layer = flow.layerCount - 1; layer >= 0; layer--) {
    crossBoundary(flow, layer + 1, true);
    sum += moveLayer(flow, layer, scale, false, withDerivatives != 0);
  }
  return sum;
}

/** From S and ∂E/∂S to z and ∂E/∂z, of E and `byLog` times the logarithm. */
export function flowForwardBack(flow: Flow, scale: f64, byLog: f64, toParameters: i32): void {
  clearSums(flow, flow.sums);
  clearSums(flow, flow.sumAdjoints);
  for (let layer = flow.layerCount - 1; layer >= 0; layer--) {
    crossBoundary(flow, layer + 1, true);
    moveLayerBack(flow, layer, scale, true, byLog, toParameters != 0);
    crossBack(flow, layer, true);
  }
}

/** From z and ∂E/∂z to S and ∂E/∂S, of E and `byLog` times the logarithm of the inverse. */
export function flowInverseBack(flow: Flow, scale: f64, byLog: f64, toParameters: i32): void {
  upwards(flow, scale, false, byLog, toParameters != 0);
}

/** The same while z moves to S for the first time, without the gradient; returns Σ log g′. */
export function flowForwardWithScore(flow: Flow, scale: f64): f64 {
  return upwards(flow, scale, true, 1, false);
}

// @ts-ignore: decorator
@inline
function upwards(flow: Flow, scale: f64, isMoving: bool, byLog: f64, toParameters: bool): f64 {
  let sum: f64 = 0;
  clearSums(flow, flow.sums);
  clearSums(flow, flow.sumAdjoints);
  for (let layer = 0; layer < flow.layerCount; layer++) {
    crossBoundary(flow, layer, false);
    if (isMoving) sum += moveLayer(flow, layer, scale, true, true);
    moveLayerBack(flow, layer, scale, false, byLog, toParameters);
    crossBack(flow, layer + 1, false);
  }
  return sum;
}

function moveLayer(flow: Flow, layer: i32, scale: f64, isForward: bool, withDerivatives: bool): f64 {
  if (flow.kind == 0) setKeysAndValues(flow, layer);
  let sum: f64 = 0;
  for (let k = at(flow.activeStart, layer); k < at(flow.activeStart, layer + 1); k++) {
    sum += moveSite(flow, layer, k, at(flow.active, k), scale, isForward, withDerivatives);
  }
  return sum;
}

function moveLayerBack(flow: Flow, layer: i32, scale: f64, ofForward: bool, byLog: f64, toParameters: bool): void {
  if (flow.kind == 0) beginAttentionBack(flow, layer);
  for (let k = at(flow.activeStart, layer); k < at(flow.activeStart, layer + 1); k++) {
    moveBack(flow, layer, k, at(flow.active, k), scale, ofForward, byLog, toParameters);
  }
  if (flow.kind == 0) endAttentionBack(flow, layer, toParameters);
}
