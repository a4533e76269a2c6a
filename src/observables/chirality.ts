/** Scalar spin chirality: how far three neighbouring spins are from a plane, with a sign. */
import { siteAt } from '../lattice/displacements.ts';
import { apply, type Place, plus, pointOf } from '../lattice/integer.ts';
import type { InfiniteLattice } from '../lattice/kinds/infinite-lattice.ts';
import type { Lattice } from '../lattice/lattice.ts';
import { cells, siteOf, wrap } from '../lattice/sites.ts';
import { type FamilyObservable, memberOf } from './family.ts';
import type { Family } from './observable.ts';
import { errorOfSquare, roundingOfMean } from './rounding.ts';

/** A site of the cell that is `offset` cells away. */
const place = (cell: readonly number[], basis = 0): Place => ({ cell, basis });

const corners = [place([0, 0]), place([1, 0]), place([1, 1]), place([0, 1])];

/** The triangles of one cell, counter-clockwise; on the square lattice the four triples of consecutive corners of a plaquette. */
const triangles: Partial<Record<string, readonly (readonly Place[])[]>> = {
  square: corners.map((_, first) => [0, 1, 2].map((next) => corners[(first + next) % 4])),
  triangular: [
    [place([0, 0]), place([1, 0]), place([0, 1])],
    [place([1, 0]), place([1, 1]), place([0, 1])],
  ],
  kagome: [
    [place([0, 0], 0), place([0, 0], 1), place([0, 0], 2)],
    [place([0, 0], 0), place([-1, 0], 1), place([0, -1], 2)],
  ],
};

const COMMON = {
  normalisation:
    'mean over the triangles of nearest neighbours (triangular, kagome) or over the four triples of consecutive corners of every plaquette (square)',
  reference: 'X. G. Wen, F. Wilczek and A. Zee, Phys. Rev. B 39, 11413 (1989)',
};

/**
 * The chirality and its square on the planar lattices above. It is odd under reflections of the lattice and of spin space, so its mean vanishes
 * unless the twist breaks both; its square does not.
 */
export function chiralities(lattice: Lattice): FamilyObservable[] {
  const sites = orientedTriangles(lattice);
  if (sites.length === 0) return [];
  const error = roundingOfMean(sites.length / 3);
  const family = chiralityAndSquare(sites);
  return [
    memberOf(family, 0, {
      name: 'scalarChirality',
      formula: 'χ = S_i·(S_j × S_k), i → j → k counter-clockwise',
      ...COMMON,
      resolution: () => error,
    }),
    memberOf(family, 1, {
      name: 'scalarChirality2',
      formula: 'χ², the square of the mean over the lattice',
      ...COMMON,
      resolution: (_, largest) => errorOfSquare(error, largest),
    }),
  ];
}

function chiralityAndSquare(sites: Int32Array): Family {
  const values = new Float64Array(2);
  return {
    evaluate(spins) {
      const chirality = tripleProducts(sites, spins) / (sites.length / 3);
      values[0] = chirality;
      values[1] = chirality * chirality;
      return values;
    },
  };
}

/** Three site numbers a triangle; those that an open boundary cuts are left out. */
function orientedTriangles({ spec, infinite }: Lattice): Int32Array {
  const inGrid = (triangles[spec.kind] ?? []).map((triangle) =>
    triangle.map((corner) => placeInGrid(infinite, corner)),
  );
  const sites = cells(spec.size).flatMap((cell) =>
    inGrid.flatMap((triangle) => {
      const wrapped = triangle.map(({ cell: offset }) => wrap(spec, plus(offset, cell)));
      return wrapped.every((end) => end !== undefined)
        ? wrapped.map((end, corner) => siteOf(infinite, spec.size, { cell: end.cell, basis: triangle[corner].basis }))
        : [];
    }),
  );
  return Int32Array.from(sites);
}

/** A place in the primitive vectors of a tilted cluster. */
function placeInGrid(infinite: InfiniteLattice, corner: Place): Place {
  const { given } = infinite;
  return given ? siteAt(infinite, apply(given.toGrid, pointOf(given.infinite, corner))) : corner;
}

function tripleProducts(sites: Int32Array, spins: Float64Array): number {
  let sum = 0;
  for (let t = 0; t < sites.length; t += 3) {
    const [a, b, c] = [3 * sites[t], 3 * sites[t + 1], 3 * sites[t + 2]];
    sum +=
      spins[a] * (spins[b + 1] * spins[c + 2] - spins[b + 2] * spins[c + 1]) +
      spins[a + 1] * (spins[b + 2] * spins[c] - spins[b] * spins[c + 2]) +
      spins[a + 2] * (spins[b] * spins[c + 1] - spins[b + 1] * spins[c]);
  }
  return sum;
}
