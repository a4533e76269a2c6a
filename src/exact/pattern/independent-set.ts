/** Which sites to eliminate in closed form. */
import type { HoppingMatrix } from '../hopping.ts';

/** One sublattice of a bipartite lattice: the one that leaves fewer sites, or the one without site `retain` where that is given. */
export function sublatticeMask(sublattice: Int8Array, retain?: number): boolean[] {
  const majority = sublattice.reduce((sum, sign) => sum + sign, 0) > 0 ? 1 : -1;
  const eliminated = retain === undefined ? majority : -sublattice[retain];
  return Array.from(sublattice, (sign) => sign === eliminated);
}

/** Greedy maximal independent set that avoids the sites of `keep`: always the site that blocks the fewest others, first of equals. */
export function independentSet(hopping: HoppingMatrix, keep: ReadonlySet<number> = new Set()): boolean[] {
  const chosen = new Array<boolean>(hopping.siteCount).fill(false);
  const free = Array.from(chosen, (_, i) => !keep.has(i));
  const blocks = Int32Array.from(free, (_, i) => neighbours(hopping, i).filter((j) => free[j]).length);
  const block = (site: number) => {
    if (!free[site]) return;
    free[site] = false;
    for (const j of neighbours(hopping, site)) blocks[j]--;
  };
  for (let site = freest(free, blocks); site >= 0; site = freest(free, blocks)) {
    chosen[site] = true;
    block(site);
    neighbours(hopping, site).forEach(block);
  }
  return chosen;
}

function freest(free: readonly boolean[], blocks: Int32Array): number {
  let best = -1;
  for (let i = 0; i < free.length; i++) if (free[i] && (best < 0 || blocks[i] < blocks[best])) best = i;
  return best;
}

function neighbours({ rowStart, column }: HoppingMatrix, site: number): number[] {
  return Array.from(column.subarray(rowStart[site], rowStart[site + 1])).filter((j) => j !== site);
}
