/** Which shells the shortest displacements between the sites of a finite lattice belong to. */
import { type Displacement, reversed, targetOf } from './displacements.ts';
import { squaredLength } from './integer.ts';
import type { InfiniteLattice } from './kinds/infinite-lattice.ts';
import type { LatticeGrid } from './lattice.ts';
import type { Shell } from './shells.ts';

/**
 * Shell numbers, ascending. Shells are visited outwards until every pair of sites has been reached: whatever reaches a pair
 * first is its minimal image, on a torus of any shape.
 */
export function minimalImageShells(
  infinite: InfiniteLattice,
  spec: LatticeGrid,
  shell: (number: number) => Shell,
): number[] {
  const shortest = new Map(
    infinite.basis.map((_, basis) => [
      pairName(
        basis,
        basis,
        spec.size.map(() => 0),
      ),
      0,
    ]),
  );
  const count = pairCount(infinite, spec);
  const numbers: number[] = [];
  let reached = 0;
  for (let number = 1; ; number++) {
    const length = squaredLength(infinite, shell(number)[0].vector);
    // The last pair may have minimal images in several shells of the same length.
    if (shortest.size === count && length > reached) return numbers;
    const joined = shell(number).flatMap((displacement) => pairsJoined(infinite, spec, displacement));
    for (const pair of joined) if (!shortest.has(pair)) shortest.set(pair, length);
    if (!joined.some((pair) => shortest.get(pair) === length)) continue;
    numbers.push(number);
    reached = length;
  }
}

/** Pairs of sites up to translations along periodic directions; along open ones differences of cells have a sign. */
function pairCount({ basis }: InfiniteLattice, { size, boundary }: LatticeGrid): number {
  const differences = size.map((length, d) => (boundary[d] === 'open' ? 2 * length - 1 : length));
  return differences.reduce((product, count) => product * count, basis.length * basis.length);
}

const pairName = (from: number, to: number, difference: readonly number[]): string => `${from}:${to}:${difference}`;

/** The pair in both directions; none where the displacement leads out of every open lattice of this size. */
function pairsJoined(infinite: InfiniteLattice, spec: LatticeGrid, displacement: Displacement): string[] {
  return [displacement, reversed(infinite, displacement)].flatMap((directed) => {
    const { cell, basis } = targetOf(infinite, directed);
    const { size, boundary } = spec;
    if (cell.some((n, d) => boundary[d] === 'open' && Math.abs(n) >= size[d])) return [];
    const difference = cell.map((n, d) => (boundary[d] === 'open' ? n : n - size[d] * Math.floor(n / size[d])));
    return [pairName(directed.basis, basis, difference)];
  });
}
