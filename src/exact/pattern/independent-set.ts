/** Which sites to eliminate in closed form. */
import type { HoppingMatrix } from '../hopping.ts';

/** One sublattice of a bipartite lattice: the one that leaves fewer sites, or, when told, the one without site `retain`. */
export function sublatticeMask(sublattice: Int8Array, retain?: number): boolean[] {
  const majority = sublattice.reduce((sum, sign) => sum + sign, 0) > 0 ? 1 : -1;
  const eliminated = retain === undefined ? majority : -sublattice[retain];
  return Array.from(sublattice, (sign) => sign === eliminated);
}

/** Greedy maximal independent set, fewest live neighbours first, that avoids the sites of `keep`. */
export function independentSet(hopping: HoppingMatrix, keep: ReadonlySet<number> = new Set()): boolean[] {
  const blocked = Array.from({ length: hopping.siteCount }, (_, i) => keep.has(i));
  const chosen = new Array<boolean>(hopping.siteCount).fill(false);
  for (;;) {
    const site = freest(hopping, blocked);
    if (site < 0) return chosen;
    chosen[site] = true;
    blocked[site] = true;
    for (const j of neighbours(hopping, site)) blocked[j] = true;
  }
}

/** The unblocked site that would block the fewest others, first of equals. */
function freest(hopping: HoppingMatrix, blocked: readonly boolean[]): number {
  let best = -1;
  let fewest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < hopping.siteCount; i++) {
    if (blocked[i]) continue;
    const blocks = neighbours(hopping, i).filter((j) => !blocked[j]).length;
    if (blocks < fewest) [best, fewest] = [i, blocks];
  }
  return best;
}

function neighbours({ rowStart, column }: HoppingMatrix, site: number): number[] {
  return Array.from(column.subarray(rowStart[site], rowStart[site + 1])).filter((j) => j !== site);
}
