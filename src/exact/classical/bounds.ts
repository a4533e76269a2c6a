/** How large the energy of the spins can be. */
import { spinCount } from '../../lattice/disorder/occupation.ts';
import { couplingsOf } from './local-forms.ts';
import { frobeniusNorm } from './matrix.ts';
import { completeParameters, isIsotropic, termsOf } from './parameters.ts';
import type { ClassicalParameters } from './term.ts';

/** No spin gains or loses more than twice this by turning: Σ |J_ij| over its neighbours, plus |h|, and the like of all other terms. */
export function classicalBound(parameters: ClassicalParameters): number {
  const sums = new Float64Array(parameters.lattice.siteCount);
  for (const { from, to, norm } of norms(parameters)) {
    // A bond from a site to itself is a constant where it is isotropic.
    if (from === to && isIsotropic(parameters)) continue;
    sums[from] += norm;
    if (to !== from) sums[to] += norm;
  }
  return sums.reduce((largest, sum) => Math.max(largest, sum), 0) + siteNorm(parameters);
}

/** |E_cl| of any configuration is at most this. */
export function largestClassicalEnergy(parameters: ClassicalParameters): number {
  const bonds = norms(parameters).reduce((sum, { norm }) => sum + norm, 0);
  return bonds + spinCount(parameters.lattice) * siteNorm(parameters);
}

/** A bound on the energy of every bond: |J| of one with exchange alone. */
function norms(parameters: ClassicalParameters) {
  const isSimple = isIsotropic(parameters);
  return couplingsOf(parameters).map(({ from, to, matrix, biquadratic }) => ({
    from,
    to,
    norm: isSimple ? Math.abs(matrix[0]) : frobeniusNorm(matrix) + Math.abs(biquadratic),
  }));
}

/** A bound on the energy of the terms of a single site. */
function siteNorm(parameters: ClassicalParameters): number {
  const complete = completeParameters(parameters);
  return termsOf(parameters).reduce((sum, { site, field }) => {
    const own = site ? frobeniusNorm(site(complete)) : 0;
    return sum + own + (field?.(complete).reduce((total, component) => total + Math.abs(component), 0) ?? 0);
  }, 0);
}
