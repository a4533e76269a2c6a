/** Where orbitals stand: one array for those of all groups, which live on different sites. */
import type { Groups } from './groups.ts';

/** Sites are sorted by group. Column r of site i in group p belongs to orbital r of p, here called (p, r). */
export interface Packing {
  readonly groupCount: number;
  readonly siteCount: number;
  /** Sites of a group. */
  readonly groupSize: number;
  /** Orbitals of a group. */
  readonly orbitalCount: number;
  /** The same, rounded up to an even number. */
  readonly width: number;
  readonly partner: readonly number[];
  /** φ, (N × width) row by row; zero in the column that rounds up. */
  readonly orbitals: Float64Array;
}

export function packed({ count, siteCount, orbitalCount, siteOrder, partner, orbitals }: Groups): Packing {
  const width = 2 * Math.ceil(orbitalCount / 2);
  const values = new Float64Array(siteOrder.length * width);
  siteOrder.forEach((site, i) => {
    orbitals[Math.floor(i / siteCount)].forEach((orbital, r) => {
      values[i * width + r] = orbital[site];
    });
  });
  return {
    groupCount: count,
    siteCount: siteOrder.length,
    groupSize: siteCount,
    orbitalCount,
    width,
    partner,
    orbitals: values,
  };
}
