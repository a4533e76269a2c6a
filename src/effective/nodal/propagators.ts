/** Propagators through the levels outside the manifold, by level and in sum. */
import type { Links } from './groups.ts';
import type { SiteMatrix } from './orbitals.ts';

/** Σ_l x_l K_l with a parameter x_l for every level. */
export interface Propagator {
  readonly levels: readonly SiteMatrix[];
  readonly links: Links;
  /** The sum for the parameters given last. */
  readonly sum: SiteMatrix;
  /** Forms the sum; nothing is done where the parameters are the same as before. */
  update(parameters: Float64Array): void;
}

/** The propagator of some levels. `links`: where one of the levels has elements. */
export function propagator(levels: readonly SiteMatrix[], links: Links): Propagator {
  const sum = new Float64Array(levels[0]?.length ?? 0);
  const known = new Float64Array(levels.length).fill(Number.NaN);
  return {
    levels,
    links,
    sum,
    update(parameters) {
      if (known.every((value, l) => value === parameters[l])) return;
      known.set(parameters);
      sum.fill(0);
      levels.forEach((matrix, l) => {
        for (let k = 0; k < sum.length; k++) sum[k] += parameters[l] * matrix[k];
      });
    },
  };
}
