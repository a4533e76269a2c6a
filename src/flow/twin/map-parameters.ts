/**
 * The parameters of the map of one site: those of the spline, if there is one, then the concentration κ.
 *
 *   p_ik = |h_i|²/(1 + |h_i|²) (B_k0 + Σ_s B_ks I_is),  κ_i = |h_i| (1 + G_0 + Σ_s G_s I_is)
 *
 * The first factor lets the spline fade with h_i, whose direction is then none; it is even, so that the image of a spin has continuous derivatives there. κ may vanish where h_i does not: the axis of a spline need not be one that a spin turns to.
 */
import { layerParts } from '../parameters.ts';
import type { FlowTables } from '../tables.ts';
import type { FlowState, MoveRecord } from './state.ts';

export interface MapParameters {
  /** The parameters of the last site that was set. */
  readonly values: Float64Array;
  /** Sets them, from h and the invariants; `first`: where the parameters of the layer begin. */
  set(move: MoveRecord, length: number, first: number): void;
  /** The way back from the derivatives `by` the values: ∂E/∂|h|, and ∂E/∂I into `invariantAdjoint`; adds to the gradient if `toParameters`. */
  setBack(
    by: Float64Array,
    move: MoveRecord,
    first: number,
    invariantAdjoint: Float64Array,
    toParameters: boolean,
  ): number;
}

export function mapParameters(tables: FlowTables, { parameters, gradient }: FlowState): MapParameters {
  const { shellCount, splineCount } = tables;
  const { gain, spline } = layerParts(tables);
  /** Where the coefficients of the values begin in a layer. */
  const starts = Int32Array.from({ length: splineCount + 1 }, (_, k) =>
    k === splineCount ? gain : spline + k * (shellCount + 1),
  );
  const values = new Float64Array(splineCount + 1);
  return {
    values,
    set({ affine, invariants }, length, first) {
      const strength = strengthOf(length);
      for (let k = 0; k <= splineCount; k++) {
        const start = first + starts[k];
        let sum = parameters[start];
        for (let s = 0; s < shellCount; s++) sum += parameters[start + 1 + s] * invariants[s];
        affine[k] = k === splineCount ? 1 + sum : sum;
        values[k] = (k === splineCount ? length : strength) * affine[k];
      }
    },
    setBack(by, { affine, invariants, length }, first, invariantAdjoint, toParameters) {
      const strength = strengthOf(length);
      invariantAdjoint.fill(0);
      let byStrength = 0;
      for (let k = 0; k <= splineCount; k++) {
        const start = first + starts[k];
        const pull = (k === splineCount ? length : strength) * by[k];
        if (k < splineCount) byStrength += by[k] * affine[k];
        for (let s = 0; s < shellCount; s++) invariantAdjoint[s] += pull * parameters[start + 1 + s];
        if (!toParameters) continue;
        gradient[start] += pull;
        for (let s = 0; s < shellCount; s++) gradient[start + 1 + s] += pull * invariants[s];
      }
      return by[splineCount] * affine[splineCount] + byStrength * strengthSlope(length);
    },
  };
}

const strengthOf = (length: number): number => (length * length) / (1 + length * length);

function strengthSlope(length: number): number {
  const one = 1 + length * length;
  return (2 * length) / (one * one);
}
