/**
 * The parameters of the map of one site: those of the spline, if there is one, then κ = |h_i|.
 *
 *   p_ik = κ²/(1 + κ²) (B_k0 + Σ_s B_ks I_is)
 *
 * The factor lets the spline fade with h_i, whose direction is then none; it is even, so that the image of a spin has continuous derivatives there.
 */
import { type LayerShape, layerParts } from './parameters.ts';

export interface SiteParameters {
  /** The values of the last site that was set. */
  readonly values: Float64Array;
  set(site: number, length: number, invariants: Float64Array, parameters: Float64Array): void;
  /** ∂E/∂κ from the derivatives `by` the values of the last site; adds to ∂E/∂I of the site, and to `gradient` where there is one. */
  setBack(
    by: Float64Array,
    site: number,
    invariants: Float64Array,
    invariantAdjoint: Float64Array,
    parameters: Float64Array,
    gradient?: Float64Array,
  ): number;
}

export function siteParameters(shape: LayerShape): SiteParameters {
  const { shellCount, splineCount } = shape;
  const { spline } = layerParts(shape);
  const values = new Float64Array(splineCount + 1);
  let length = 0;
  /** B_k0 + Σ_s B_ks I_is. */
  const affine = (k: number, site: number, invariants: Float64Array, parameters: Float64Array): number => {
    const at = spline + k * (shellCount + 1);
    let sum = parameters[at];
    for (let s = 1; s <= shellCount; s++) sum += parameters[at + s] * invariants[site * shellCount + s - 1];
    return sum;
  };
  return {
    values,
    set(site, newLength, invariants, parameters) {
      length = newLength;
      const strength = strengthOf(length);
      for (let k = 0; k < splineCount; k++) values[k] = strength * affine(k, site, invariants, parameters);
      values[splineCount] = length;
    },
    setBack(by, site, invariants, invariantAdjoint, parameters, gradient) {
      const strength = strengthOf(length);
      let byStrength = 0;
      for (let k = 0; k < splineCount; k++) {
        const at = spline + k * (shellCount + 1);
        const pull = strength * by[k];
        byStrength += by[k] * affine(k, site, invariants, parameters);
        if (gradient) gradient[at] += pull;
        for (let s = 1; s <= shellCount; s++) {
          const one = site * shellCount + s - 1;
          invariantAdjoint[one] += pull * parameters[at + s];
          if (gradient) gradient[at + s] += pull * invariants[one];
        }
      }
      return by[splineCount] + byStrength * strengthSlope(length);
    },
  };
}

const strengthOf = (length: number): number => (length * length) / (1 + length * length);

function strengthSlope(length: number): number {
  const one = 1 + length * length;
  return (2 * length) / (one * one);
}
