/** What a pass leaves of one moved spin: src/flow/twin/state.ts. Numbers of 8 bytes: the spins on the side of z and on that of S, the shares of the sphere at both, h, |h|, derivatives of the map, then I_s, and of every parameter of the map its affine function, ∂g and ∂ log g′. */
import { Flow } from './flow';

export const BASE: usize = 0;
export const IMAGE: usize = 24;
/** Below, above. */
export const BASE_CUT: usize = 48;
export const IMAGE_CUT: usize = 64;
export const FIELD: usize = 80;
export const LENGTH: usize = 104;
export const SLOPE: usize = 112;
export const LOG_SLOPE_BY_COSINE: usize = 120;
export const INVARIANTS: usize = 128;

// @ts-ignore: decorator
@inline
export function recordOf(flow: Flow, k: i32): usize {
  return flow.moves + (<usize>k) * (INVARIANTS + ((<usize>(flow.shellCount + 3 * (flow.splineCount + 1))) << 3));
}

// @ts-ignore: decorator
@inline
export function affineOf(flow: Flow, record: usize): usize {
  return record + INVARIANTS + ((<usize>flow.shellCount) << 3);
}

// @ts-ignore: decorator
@inline
export function byOf(flow: Flow, record: usize): usize {
  return affineOf(flow, record) + ((<usize>(flow.splineCount + 1)) << 3);
}

// @ts-ignore: decorator
@inline
export function logSlopeByOf(flow: Flow, record: usize): usize {
  return byOf(flow, record) + ((<usize>(flow.splineCount + 1)) << 3);
}
