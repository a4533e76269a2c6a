/** The coupling of electrons and spins, site by site. */
import { hoppingBound, hoppingMatrix } from './hopping.ts';
import type { ModelParameters } from './model.ts';

/** J of all sites, or of every one. */
export type Couplings = number | Float64Array;

/** J_i of every site: J and what disorder adds, 0 where there is no spin. */
export function siteCouplings({ lattice, coupling }: Pick<ModelParameters, 'lattice' | 'coupling'>): Float64Array {
  const { realisation, siteCount } = lattice;
  const all = new Float64Array(siteCount).fill(coupling);
  return realisation ? all.map((j, i) => (realisation.hasSpin[i] ? j + realisation.coupling[i] : 0)) : all;
}

/** J_i/2 of every site. */
export function halfCouplings(couplings: Couplings, siteCount: number): Float64Array {
  const all = typeof couplings === 'number' ? new Float64Array(siteCount).fill(couplings) : couplings;
  return all.map((j) => j / 2);
}

/** No level of H lies outside ± this: the largest row sum of |T|, plus the largest |J_i|/2. */
export function levelBound(parameters: Pick<ModelParameters, 'lattice' | 'hopping' | 'flux' | 'coupling'>): number {
  const { lattice, hopping, flux } = parameters;
  const largest = siteCouplings(parameters).reduce((most, j) => Math.max(most, Math.abs(j)), 0);
  return hoppingBound(hoppingMatrix(lattice, hopping, flux)) + largest / 2;
}
