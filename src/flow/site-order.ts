/** Sites in an order from coarse to fine: each is as far as can be from those before it. */
import type { Lattice } from '../lattice/lattice.ts';

/**
 * The place 0, 1, … of every site in the order, which begins with site 0; of several sites equally far away the first one comes next. On a square lattice whose sizes are powers of two these are finer and finer square lattices.
 *
 * T. F. Gonzalez, Theor. Comput. Sci. 38, 293 (1985).
 */
export function coarseToFine(lattice: Lattice): Int32Array {
  const { siteCount } = lattice;
  const separations = separationsOf(lattice);
  const places = new Int32Array(siteCount).fill(-1);
  const nearest = new Float64Array(siteCount).fill(Infinity);
  for (let place = 0; place < siteCount; place++) {
    const next = farthest(nearest, places);
    places[next] = place;
    for (let site = 0; site < siteCount; site++) {
      nearest[site] = Math.min(nearest[site], separations[siteCount * next + site]);
    }
  }
  return places;
}

/** The rank of the shell that joins two sites on the shortest way, which grows with their distance: the number N i + j. */
function separationsOf({ siteCount, minimalImageShells, bonds }: Lattice): Float64Array {
  const separations = new Float64Array(siteCount * siteCount).fill(Infinity);
  minimalImageShells.toReversed().forEach((shell, k) => {
    for (const { from, to } of bonds(shell)) {
      separations[siteCount * from + to] = minimalImageShells.length - k;
      separations[siteCount * to + from] = minimalImageShells.length - k;
    }
  });
  for (let site = 0; site < siteCount; site++) separations[(siteCount + 1) * site] = 0;
  return separations;
}

function farthest(nearest: Float64Array, places: Int32Array): number {
  let best = -1;
  for (let site = 0; site < places.length; site++) {
    if (places[site] < 0 && (best < 0 || nearest[site] > nearest[best])) best = site;
  }
  return best;
}
