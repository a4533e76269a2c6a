/** 3 × 3 matrices as nine numbers, row by row. */

/** The nine elements, row by row. */
export type Matrix3 = readonly number[];

export const IDENTITY: Matrix3 = [1, 0, 0, 0, 1, 0, 0, 0, 1];
const ZERO: Matrix3 = [0, 0, 0, 0, 0, 0, 0, 0, 0];

export const scaled = (factor: number, matrix: Matrix3): Matrix3 => matrix.map((element) => factor * element);

export const transposed = (m: Matrix3): Matrix3 => [m[0], m[3], m[6], m[1], m[4], m[7], m[2], m[5], m[8]];

/** The sum of any number of matrices. */
export const sumOf = (matrices: readonly Matrix3[]): Matrix3 =>
  matrices.reduce((sum, matrix) => sum.map((element, k) => element + matrix[k]), ZERO);

/** The matrix n nᵀ. */
export const projector = (n: readonly number[]): Matrix3 => n.flatMap((a) => n.map((b) => a * b));

/** The matrix M with Sᵀ M S' = d · (S × S'). */
export const crossProduct = ([x, y, z]: readonly number[]): Matrix3 => [0, z, -y, -z, 0, x, y, -x, 0];

/** The root of the sum of squares, which no singular value exceeds. */
export const frobeniusNorm = (matrix: Matrix3): number =>
  Math.sqrt(matrix.reduce((sum, element) => sum + element * element, 0));
