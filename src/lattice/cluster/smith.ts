/** Directions in which a supercell is a grid of whole cells: the Smith normal form of its vectors. */
import { determinant } from '../integer.ts';
import type { IntegerMatrix } from '../kinds/infinite-lattice.ts';

/** Other primitive vectors of the same lattice, and how many cells the supercell has along each of them. */
export interface GridOfSupercell {
  /** Rows: the new primitive vectors in units of the given ones; determinant ± 1. */
  readonly directions: IntegerMatrix;
  /** The supercell is spanned by size[d] times direction d; each divides the next. */
  readonly size: readonly number[];
}

/**
 * The grid of a supercell, whose vectors are rows in units of primitive vectors and span all directions. Rows are added to each other, which leaves the supercell as it is, and columns, which changes the primitive
 * vectors, until nothing but the diagonal is left.
 */
export function gridOfSupercell(supercell: IntegerMatrix): GridOfSupercell {
  const rest = supercell.map((row) => [...row]);
  const directions = supercell.map((_, i) => supercell.map((__, j) => Number(i === j)));
  for (let d = 0; d < rest.length; d++) while (!isClear(rest, d)) clear(rest, directions, d);
  return { directions, size: rest.map((row, d) => Math.abs(row[d])) };
}

/** Whether row and column d hold nothing but the diagonal, which divides all that follows. */
function isClear(rest: readonly number[][], d: number): boolean {
  const pivot = rest[d][d];
  const later = rest.map((_, i) => i).filter((i) => i > d);
  if (pivot === 0) return false;
  return later.every((i) => rest[i][d] === 0 && rest[d][i] === 0 && later.every((j) => rest[i][j] % pivot === 0));
}

/** One round of Euclid's algorithm with the smallest element as divisor. */
function clear(rest: number[][], directions: number[][], d: number): void {
  moveSmallest(rest, directions, d);
  for (let i = d + 1; i < rest.length; i++) addRow(rest, i, d, 0 - Math.trunc(rest[i][d] / rest[d][d]));
  for (let j = d + 1; j < rest.length; j++) {
    const count = Math.trunc(rest[d][j] / rest[d][d]);
    for (const row of rest) row[j] -= count * row[d];
    addRow(directions, d, j, count);
  }
  const isAlone = rest.every((row, i) => i <= d || (row[d] === 0 && rest[d][i] === 0));
  const indivisible = rest.findIndex((row, i) => i > d && row.some((value, j) => j > d && value % rest[d][d] !== 0));
  if (isAlone && indivisible > 0) addRow(rest, d, indivisible, 1);
}

/** Brings the smallest element that is not 0, of those from row and column d on, to the diagonal. */
function moveSmallest(rest: number[][], directions: number[][], d: number): void {
  let [row, column] = [-1, -1];
  for (let i = d; i < rest.length; i++)
    for (let j = d; j < rest.length; j++) {
      if (rest[i][j] === 0 || (row >= 0 && Math.abs(rest[i][j]) >= Math.abs(rest[row][column]))) continue;
      [row, column] = [i, j];
    }
  if (row < 0) throw new Error(`supercell vectors that span ${determinant(rest)} cells`);
  [rest[d], rest[row]] = [rest[row], rest[d]];
  for (const values of rest) [values[d], values[column]] = [values[column], values[d]];
  [directions[d], directions[column]] = [directions[column], directions[d]];
}

function addRow(rows: number[][], to: number, from: number, factor: number): void {
  rows[to] = rows[to].map((value, k) => value + factor * rows[from][k]);
}
