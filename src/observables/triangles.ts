/** The oriented triangles of nearest neighbours on planar lattices. */
import { hasSpin } from '../lattice/disorder/occupation.ts';
import { siteAt } from '../lattice/displacements.ts';
import { apply, type Place, plus, pointOf } from '../lattice/integer.ts';
import type { InfiniteLattice } from '../lattice/kinds/infinite-lattice.ts';
import type { Lattice } from '../lattice/lattice.ts';
import { cells, siteOf, wrap } from '../lattice/sites.ts';

/** A site of the cell that is `offset` cells away. */
const place = (cell: readonly number[], basis = 0): Place => ({ cell, basis });

const corners = [place([0, 0]), place([1, 0]), place([1, 1]), place([0, 1])];

/**
 * The triangles of one cell, counter-clockwise; on the square lattice the four triples of consecutive corners of a plaquette. Of two of a cell
 * the first points up, the second down.
 */
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

/** How triangles are chosen: all, or those that point one way, of lattices that have both. */
export type Orientation = 'all' | 'up' | 'down';

/** Three site numbers a triangle; those that an open boundary cuts, or a missing spin, are left out. */
export function orientedTriangles(lattice: Lattice, orientation: Orientation = 'all'): Int32Array {
  const { spec, infinite } = lattice;
  const inGrid = chosenTriangles(spec.kind, orientation).map((triangle) =>
    triangle.map((corner) => placeInGrid(infinite, corner)),
  );
  const sites = cells(spec.size).flatMap((cell) =>
    inGrid.flatMap((triangle) => {
      const wrapped = triangle.map(({ cell: offset }) => wrap(spec, plus(offset, cell)));
      if (!wrapped.every((end) => end !== undefined)) return [];
      const corners = wrapped.map((end, k) =>
        siteOf(infinite, spec.size, { cell: end.cell, basis: triangle[k].basis }),
      );
      return corners.every((site) => hasSpin(lattice, site)) ? corners : [];
    }),
  );
  return Int32Array.from(sites);
}

function chosenTriangles(kind: string, orientation: Orientation): readonly (readonly Place[])[] {
  const all = triangles[kind] ?? [];
  if (orientation === 'all') return all;
  return all.length === 2 ? [all[orientation === 'up' ? 0 : 1]] : [];
}

/** A place in the primitive vectors of a tilted cluster. */
function placeInGrid(infinite: InfiniteLattice, corner: Place): Place {
  const { given } = infinite;
  return given ? siteAt(infinite, apply(given.toGrid, pointOf(given.infinite, corner))) : corner;
}
