/** Integer vectors and matrices, and where a point of the infinite lattice lies. */
import type { InfiniteLattice, IntegerMatrix } from './kinds/infinite-lattice.ts';

export type IntegerVector = readonly number[];

export const plus = (a: IntegerVector, b: IntegerVector): number[] => a.map((value, d) => value + b[d]);
export const minus = (a: IntegerVector, b: IntegerVector): number[] => a.map((value, d) => value - b[d]);
/** The opposite vector, by 0 − … instead of a sign change, so that no −0 comes out. */
export const opposite = (vector: IntegerVector): number[] => vector.map((value) => 0 - value);
export const times = (vector: IntegerVector, factor: number): number[] => vector.map((value) => value * factor);

export function apply(matrix: IntegerMatrix, vector: IntegerVector): number[] {
  return matrix.map((row) => row.reduce((sum, value, d) => sum + value * vector[d], 0));
}

export function multiply(a: IntegerMatrix, b: IntegerMatrix): number[][] {
  return a.map((row) => b[0].map((_, column) => row.reduce((sum, value, k) => sum + value * b[k][column], 0)));
}

/** The determinant, by its first row; 1 of the empty matrix. */
export function determinant(matrix: IntegerMatrix): number {
  if (matrix.length === 0) return 1;
  const [first, ...rest] = matrix;
  const minor = (d: number) => determinant(rest.map((row) => row.filter((_, column) => column !== d)));
  return first.reduce((sum, value, d) => sum + (d % 2 === 0 ? 1 : -1) * value * minor(d), 0);
}

/** A matrix without row and column d. */
export const without = (matrix: IntegerMatrix, d: number): number[][] =>
  matrix.filter((_, i) => i !== d).map((row) => row.filter((_, j) => j !== d));

export const transposed = (matrix: IntegerMatrix): number[][] => matrix[0].map((_, d) => matrix.map((row) => row[d]));

/** The inverse times the determinant, in whole numbers. */
export const adjugate = (matrix: IntegerMatrix): number[][] =>
  matrix.map((_, i) =>
    matrix.map((__, j) => {
      const minor = matrix.filter((_, row) => row !== j).map((row) => row.filter((_, column) => column !== i));
      return ((i + j) % 2 === 0 ? 1 : -1) * determinant(minor) + 0;
    }),
  );

/** Squared length in the units of the Gram matrix. */
export function squaredLength({ gram }: InfiniteLattice, vector: IntegerVector): number {
  return apply(gram, vector).reduce((sum, value, d) => sum + value * vector[d], 0);
}

export function cartesian({ primitiveVectors, scale }: InfiniteLattice, vector: IntegerVector): number[] {
  return primitiveVectors[0].map((_, c) => vector.reduce((sum, n, d) => sum + (n * primitiveVectors[d][c]) / scale, 0));
}

/** A site of the infinite lattice. */
export interface Place {
  readonly cell: IntegerVector;
  readonly basis: number;
}

export function pointOf({ scale, basis: points }: InfiniteLattice, { cell, basis }: Place): number[] {
  return plus(times(cell, scale), points[basis]);
}

/** The site at a point; undefined where there is none. */
export function locate({ scale, basis }: InfiniteLattice, point: IntegerVector): Place | undefined {
  const index = basis.findIndex((offset) => point.every((value, d) => (value - offset[d]) % scale === 0));
  if (index < 0) return undefined;
  return { cell: minus(point, basis[index]).map((value) => value / scale), basis: index };
}

/** Every integer vector with all components from −bound to bound, in lexicographic order. */
export function box(dimension: number, bound: number): number[][] {
  const range = Array.from({ length: 2 * bound + 1 }, (_, k) => k - bound);
  return Array.from({ length: dimension }).reduce<number[][]>(
    (vectors) => range.flatMap((value) => vectors.map((vector) => [value, ...vector])),
    [[]],
  );
}

/** Compares two vectors: the first difference decides. */
export function lexicographic(a: IntegerVector, b: IntegerVector): number {
  const d = a.findIndex((value, k) => value !== b[k]);
  return d < 0 ? 0 : a[d] - b[d];
}

/** The greatest common divisor, not negative; 0 of two zeros. */
export function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : greatestCommonDivisor(b, a % b);
}

export const leastCommonMultiple = (a: number, b: number): number => (a / greatestCommonDivisor(a, b)) * b;
