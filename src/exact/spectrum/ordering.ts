/** An order of the sites that keeps neighbours close, so that the Hamiltonian becomes a band matrix. */
import type { HoppingMatrix } from '../hopping.ts';

/** Searches for a root at the rim; more do not narrow the band any further. */
const ROOT_SEARCHES = 2;

/**
 * Position of every site in the order of E. Cuthill and J. McKee (1969): breadth first from a site at the rim, neighbours of low degree first.
 * On an L × L torus the bandwidth becomes about 2L, with open boundaries L.
 */
export function narrowOrdering(hopping: HoppingMatrix): Int32Array {
  const neighbours = neighbourLists(hopping);
  const position = new Int32Array(hopping.siteCount).fill(-1);
  const byDegree = [...neighbours.keys()].sort((a, b) => neighbours[a].length - neighbours[b].length || a - b);
  let placed = 0;
  for (const site of byDegree) {
    if (position[site] < 0)
      for (const next of breadthFirst(neighbours, rimSite(neighbours, site))) position[next] = placed++;
  }
  return position;
}

/** The largest distance between the positions of two sites joined by hopping. */
export function bandwidth({ siteCount, rowStart, column }: HoppingMatrix, position: Int32Array): number {
  let widest = 0;
  for (let i = 0; i < siteCount; i++)
    for (let e = rowStart[i]; e < rowStart[i + 1]; e++) widest = Math.max(widest, position[i] - position[column[e]]);
  return widest;
}

/** Neighbours of every site, those of low degree first. */
function neighbourLists({ siteCount, rowStart, column }: HoppingMatrix): number[][] {
  const lists = Array.from({ length: siteCount }, (_, i) =>
    Array.from(column.subarray(rowStart[i], rowStart[i + 1])).filter((j) => j !== i),
  );
  return lists.map((list) => [...list].sort((a, b) => lists[a].length - lists[b].length || a - b));
}

/** The site that a breadth-first search reaches last lies at the rim (A. George and J. Liu, 1979). */
function rimSite(neighbours: number[][], start: number): number {
  let site = start;
  for (let search = 0; search < ROOT_SEARCHES; search++) site = breadthFirst(neighbours, site).at(-1) ?? site;
  return site;
}

/** All sites connected to the root, in the order of a breadth-first search. */
function breadthFirst(neighbours: number[][], root: number): number[] {
  const order = [root];
  const seen = new Set(order);
  for (const site of order) {
    for (const next of neighbours[site]) {
      if (seen.has(next)) continue;
      seen.add(next);
      order.push(next);
    }
  }
  return order;
}
