/** Shell sums that are kept from layer to layer: src/flow/twin/sums.ts. */
import { at } from '../pattern';
import { Flow, vectorAt } from './flow';

export function clearSums(flow: Flow, sums: usize): void {
  memory.fill(sums, 0, 24 * <usize>(flow.siteCount * flow.shellCount));
}

export function crossBoundary(flow: Flow, b: i32, downwards: bool): void {
  const awayStart = downwards ? flow.joinedStart : flow.leftStart;
  const away = downwards ? flow.joined : flow.left;
  const hereStart = downwards ? flow.leftStart : flow.joinedStart;
  const here = downwards ? flow.left : flow.joined;
  for (let e = at(awayStart, b); e < at(awayStart, b + 1); e++) addSpin(flow, at(away, e), -1);
  for (let e = at(hereStart, b); e < at(hereStart, b + 1); e++) addSpin(flow, at(here, e), 1);
}

export function crossBack(flow: Flow, b: i32, downwards: bool): void {
  const sign: f64 = downwards ? 1 : -1;
  for (let e = at(flow.joinedStart, b); e < at(flow.joinedStart, b + 1); e++) gatherSpin(flow, at(flow.joined, e), sign);
  for (let e = at(flow.leftStart, b); e < at(flow.leftStart, b + 1); e++) gatherSpin(flow, at(flow.left, e), -sign);
}

function addSpin(flow: Flow, site: i32, sign: f64): void {
  const spin = vectorAt(flow.spins, site);
  const xy = f64x2.mul(f64x2.splat(sign), v128.load(spin));
  const z = sign * load<f64>(spin, 16);
  const end = flow.reach + ((<usize>at(flow.reachStart, site + 1)) << 2);
  for (let e = flow.reach + ((<usize>at(flow.reachStart, site)) << 2); e < end; e += 4) {
    const sum = vectorAt(flow.sums, load<i32>(e));
    v128.store(sum, f64x2.add(v128.load(sum), xy));
    store<f64>(sum, load<f64>(sum, 16) + z, 16);
  }
}

function gatherSpin(flow: Flow, site: i32, sign: f64): void {
  let xy = f64x2.splat(0);
  let z: f64 = 0;
  const end = flow.reach + ((<usize>at(flow.reachStart, site + 1)) << 2);
  for (let e = flow.reach + ((<usize>at(flow.reachStart, site)) << 2); e < end; e += 4) {
    const sum = vectorAt(flow.sumAdjoints, load<i32>(e));
    xy = f64x2.add(xy, v128.load(sum));
    z += load<f64>(sum, 16);
  }
  const adjoint = vectorAt(flow.adjoint, site);
  v128.store(adjoint, f64x2.add(v128.load(adjoint), f64x2.mul(f64x2.splat(sign), xy)));
  store<f64>(adjoint, load<f64>(adjoint, 16) + sign * z, 16);
}
