/** Bilinear shell forms −½ Σ_s J_s Σ_i S^(l)_i · Σ_{δ∈s} S^(L)_{i+δ} and the way back: kernels/attention/readout.ts. */
import { dot } from './smearing.ts';

/** Spins of a layer and their shell sums. */
type Features = readonly Float64Array[];

/** ∂E/∂J_s to `gradient` for s ≥ `first` and the shells that a layer has sums of; returns Σ_s J_s ∂E/∂J_s. */
export function readLayer(
  own: Features,
  last: Features,
  first: number,
  couplings: Float64Array,
  gradient: Float64Array,
): number {
  let energy = 0;
  for (let s = first; s < own.length; s++) {
    gradient[s] = -0.5 * dot(own[0], last[s]);
    energy += couplings[s] * gradient[s];
  }
  return energy;
}

/** adjoint −= factor Σ_s J_s Σ_{δ∈s} S_{i+δ}. */
export function addForms(
  features: Features,
  first: number,
  couplings: Float64Array,
  factor: number,
  adjoint: Float64Array,
): void {
  for (let s = first; s < features.length; s++) {
    const coupling = factor * couplings[s];
    for (let c = 0; c < adjoint.length; c++) adjoint[c] -= coupling * features[s][c];
  }
}
