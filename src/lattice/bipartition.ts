/** Two-colouring of a graph: found, not assumed. */
import { withoutDisorder } from './create.ts';
import type { Lattice } from './lattice.ts';

/** The sublattices of nearest neighbours, ±1 by site: those of the lattice without disorder, also for parts that vacancies cut off. Undefined where there are no two. */
export function nearestSublattices(lattice: Lattice): Int8Array | undefined {
  const bonds = withoutDisorder(lattice).bonds(1);
  return bipartition(
    lattice.siteCount,
    bonds.map(({ from, to }) => [from, to]),
  );
}

/**
 * +1 or −1 for every site such that no edge joins equal signs; the first site of every connected part gets +1.
 * Undefined where there is none: an odd cycle, or an edge from a site to itself.
 */
export function bipartition(siteCount: number, edges: readonly (readonly [number, number])[]): Int8Array | undefined {
  const neighbours: number[][] = Array.from({ length: siteCount }, () => []);
  for (const [a, b] of edges) {
    neighbours[a].push(b);
    neighbours[b].push(a);
  }
  const sign = new Int8Array(siteCount);
  for (let site = 0; site < siteCount; site++) {
    if (sign[site] === 0) colourFrom(site, neighbours, sign);
  }
  return edges.some(([a, b]) => sign[a] === sign[b]) ? undefined : sign;
}

function colourFrom(first: number, neighbours: readonly (readonly number[])[], sign: Int8Array): void {
  sign[first] = 1;
  const queue = [first];
  for (const site of queue) {
    for (const next of neighbours[site]) {
      if (sign[next] !== 0) continue;
      sign[next] = -sign[site];
      queue.push(next);
    }
  }
}
