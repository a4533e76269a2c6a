/**
 * The parameters of the map of one site: those of the spline, if there is one, then the concentration κ.
 *
 *   p_ik = |h_i|²/(1 + |h_i|²) (B_k0 + Σ_s B_ks I_is),  κ_i = |h_i| (1 + G_0 + Σ_s G_s I_is)
 *
 * The first factor lets the spline fade with h_i, whose direction is then none; it is even, so that the image of a spin has continuous derivatives there. κ may vanish where h_i does not: the axis of a spline need not be one that a spin turns to.
 */
import { type LayerShape, layerParts } from './parameters.ts';

/** Arrays of numbers per site and shell, I_is and ∂E/∂I_is, and the parameters of a layer. */
export interface SiteParameters {
  /** The values of the last site that was set. */
  readonly values: Float64Array;
  /** κ/|h| of a site. */
  gainAt(site: number, invariants: Float64Array, parameters: Float64Array): number;
  /** Sets the values for |h| = `length`. */
  set(site: number, length: number, invariants: Float64Array, parameters: Float64Array): void;
  /** ∂E/∂|h| from the derivatives `by` the values of the last site; adds to ∂E/∂I of the site, and to `gradient` where there is one. */
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
  const { gain: gainStart, spline } = layerParts(shape);
  const startOf = (k: number): number => (k === splineCount ? gainStart : spline + k * (shellCount + 1));
  const values = new Float64Array(splineCount + 1);
  let length = 0;

  /** c_0 + Σ_s c_s I_is of the coefficients of value k. */
  function affine(k: number, site: number, invariants: Float64Array, parameters: Float64Array): number {
    const start = startOf(k);
    let sum = parameters[start];
    for (let s = 1; s <= shellCount; s++) sum += parameters[start + s] * invariants[site * shellCount + s - 1];
    return sum;
  }

  const gainAt: SiteParameters['gainAt'] = (...at) => 1 + affine(splineCount, ...at);

  return {
    values,
    gainAt,
    set(site, newLength, invariants, parameters) {
      length = newLength;
      const strength = strengthOf(length);
      for (let k = 0; k < splineCount; k++) values[k] = strength * affine(k, site, invariants, parameters);
      values[splineCount] = length * gainAt(site, invariants, parameters);
    },
    setBack(by, site, invariants, invariantAdjoint, parameters, gradient) {
      const strength = strengthOf(length);
      let byStrength = 0;
      for (let k = 0; k <= splineCount; k++) {
        const start = startOf(k);
        const pull = (k === splineCount ? length : strength) * by[k];
        if (k < splineCount) byStrength += by[k] * affine(k, site, invariants, parameters);
        if (gradient) gradient[start] += pull;
        for (let s = 1; s <= shellCount; s++) {
          const one = site * shellCount + s - 1;
          invariantAdjoint[one] += pull * parameters[start + s];
          if (gradient) gradient[start + s] += pull * invariants[one];
        }
      }
      return by[splineCount] * gainAt(site, invariants, parameters) + byStrength * strengthSlope(length);
    },
  };
}

const strengthOf = (length: number): number => (length * length) / (1 + length * length);

function strengthSlope(length: number): number {
  const one = 1 + length * length;
  return (2 * length) / (one * one);
}
