/** Propagators through the levels outside the manifold, by level and added up. */
import { type Groups, type Links, linksOf, reordered } from './groups.ts';
import type { SiteMatrix } from './orbitals.ts';

/** Σ_l x_l K_l with a parameter x_l for every level. */
export interface Propagator {
  readonly levels: readonly SiteMatrix[];
  readonly links: Links;
  /** For the parameters given last. */
  readonly sum: SiteMatrix;
  /** Nothing is done where they are the same as before. */
  update(parameters: Float64Array): void;
}

/** `levels`: sites in the order of the lattice. */
export function propagator(levels: readonly SiteMatrix[], groups: Groups): Propagator {
  const matrices = levels.map((matrix) => reordered(matrix, groups));
  const sum = new Float64Array(groups.siteOrder.length * groups.siteOrder.length);
  const known = new Float64Array(levels.length).fill(Number.NaN);
  return {
    levels: matrices,
    links: linksOf(matrices, groups),
    sum,
    update(parameters) {
      if (known.every((value, l) => value === parameters[l])) return;
      known.set(parameters);
      sum.fill(0);
      matrices.forEach((matrix, l) => {
        for (let k = 0; k < sum.length; k++) sum[k] += parameters[l] * matrix[k];
      });
    },
  };
}
