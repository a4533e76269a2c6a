/** Clusters in any direction with open boundaries, as grids: their edges are rows of sites. */
import {
  determinant,
  greatestCommonDivisor,
  type IntegerVector,
  minus,
  plus,
  squaredLength,
  times,
} from '../integer.ts';
import type { InfiniteLattice, IntegerMatrix } from '../kinds/infinite-lattice.ts';
import type { Boundary } from '../lattice.ts';
import type { GridOfSupercell } from './smith.ts';

/** What a cluster would have to be that is none with its open boundaries; undefined where it is one. `rows`: its vectors in units of primitive vectors. */
export function openFault(rows: IntegerMatrix, boundary: readonly Boundary[]): string | undefined {
  const isOpen = boundary.map((end) => end === 'open');
  if (!isOpen.includes(true)) return undefined;
  if (isOpen.includes(false))
    return rows.length === 2
      ? undefined
      : '"periodic" or "open" in all directions of a tilted cluster in three dimensions, or sizes as a list';
  const { directions } = openCluster(rows);
  return Math.abs(determinant(directions)) === 1
    ? undefined
    : 'a periodic direction, or multiples of vectors that span one cell: other open edges are no rows of sites';
}

/** The grid of a cluster without such a fault: rows of cells along the periodic vector up to the height of the other one, or a parallelogram that is open all around. */
export function gridOfOpenCluster(
  infinite: InfiniteLattice,
  rows: IntegerMatrix,
  boundary: readonly Boundary[],
): GridOfSupercell {
  const periodic = boundary.indexOf('periodic');
  return periodic < 0 ? openCluster(rows) : strip(infinite, rows, periodic);
}

/** A vector as a multiple of one without a common factor. */
function primitivePart(row: IntegerVector): { readonly direction: IntegerVector; readonly count: number } {
  const count = row.reduce(greatestCommonDivisor, 0);
  return { direction: row.map((n) => n / count), count };
}

function openCluster(rows: IntegerMatrix): GridOfSupercell {
  const parts = rows.map(primitivePart);
  return { directions: parts.map(({ direction }) => direction), size: parts.map(({ count }) => count) };
}

/** A strip in the plane along one of its vectors. Every step of the other direction leads to the next row, wherever in the row, so that the shortest will do. */
function strip(infinite: InfiniteLattice, rows: IntegerMatrix, periodic: number): GridOfSupercell {
  const { direction: along, count } = primitivePart(rows[periodic]);
  const open = rows[1 - periodic];
  const side = Math.sign(determinant([along, open]));
  const across = shortest(infinite, times(complement(along), side), along);
  const height = Math.abs(determinant(rows)) / count;
  return periodic === 0
    ? { directions: [along, across], size: [count, height] }
    : { directions: [across, along], size: [height, count] };
}

/** A vector with which one without a common factor spans one cell, to its left: a d − b c = 1, by Euclid. */
function complement([a, b]: IntegerVector): number[] {
  if (b === 0) return [0, a];
  const quotient = Math.floor(a / b);
  // From b y − (a − qb) x = 1 follows a (−x) − b (−y − qx) = 1.
  const [x, y] = complement([b, a - quotient * b]);
  return [0 - y - quotient * x, 0 - x];
}

function shortest(infinite: InfiniteLattice, vector: IntegerVector, step: IntegerVector): IntegerVector {
  const shorter = [plus(vector, step), minus(vector, step)].find(
    (other) => squaredLength(infinite, other) < squaredLength(infinite, vector),
  );
  return shorter ? shortest(infinite, shorter, step) : vector;
}
