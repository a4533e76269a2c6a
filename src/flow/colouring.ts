/** Colours of sites: the spins of one colour move while all others stay. */
import { bipartition } from '../lattice/bipartition.ts';
import type { Lattice } from '../lattice/lattice.ts';

/**
 * The colour 0, 1, … of every site, such that nearest neighbours differ: the two sublattices where the lattice has them, else as many colours as the greedy rule of Brélaz takes.
 *
 * Any partition of the sites would do for the flow to be invertible. This one lets every spin see its nearest neighbours.
 */
export function colouringOf(lattice: Lattice): Int32Array {
  const edges = lattice
    .bonds(1)
    .filter(({ from, to }) => from !== to)
    .map(({ from, to }) => [from, to] as const);
  const signs = bipartition(lattice.siteCount, edges);
  return signs ? Int32Array.from(signs, (sign) => (1 - sign) / 2) : greedyColours(lattice.siteCount, edges);
}

/**
 * Colours the site next whose neighbours have the most colours already, the first of several such; with the first colour that none of them has.
 *
 * D. Brélaz, Commun. ACM 22, 251 (1979).
 */
function greedyColours(siteCount: number, edges: readonly (readonly [number, number])[]): Int32Array {
  const neighbours = Array.from({ length: siteCount }, () => new Set<number>());
  for (const [a, b] of edges) {
    neighbours[a].add(b);
    neighbours[b].add(a);
  }
  const seen = Array.from({ length: siteCount }, () => new Set<number>());
  const colours = new Int32Array(siteCount).fill(-1);
  for (let count = 0; count < siteCount; count++) {
    const site = mostConstrained(colours, seen);
    colours[site] = firstFree(seen[site]);
    for (const other of neighbours[site]) seen[other].add(colours[site]);
  }
  return colours;
}

function mostConstrained(colours: Int32Array, seen: readonly Set<number>[]): number {
  let best = -1;
  for (let site = 0; site < seen.length; site++) {
    if (colours[site] < 0 && (best < 0 || seen[site].size > seen[best].size)) best = site;
  }
  return best;
}

function firstFree(taken: ReadonlySet<number>): number {
  let colour = 0;
  while (taken.has(colour)) colour++;
  return colour;
}
