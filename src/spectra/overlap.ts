/** The phase of the overlap of two filled sets of levels. */
import type { Eigenvectors } from '../exact/spectrum/eigenvectors.ts';
import { atan } from '../numeric/elementary.ts';

/** arg det ⟨a_m|b_n⟩ in turns, between −1/2 and 1/2; as many vectors in a as in b. */
export function overlapPhase(a: Eigenvectors, b: Eigenvectors): number {
  const size = a.levels.length;
  const matrix = new Float64Array(2 * size * size);
  for (let m = 0; m < size; m++) for (let n = 0; n < size; n++) writeOverlap(a, m, b, n, matrix, 2 * (m * size + n));
  return determinantPhase(matrix, size);
}

function writeOverlap(a: Eigenvectors, m: number, b: Eigenvectors, n: number, out: Float64Array, at: number): void {
  const [x, y] = [2 * m * a.dimension, 2 * n * b.dimension];
  for (let c = 0; c < 2 * a.dimension; c += 2) {
    out[at] += a.vectors[x + c] * b.vectors[y + c] + a.vectors[x + c + 1] * b.vectors[y + c + 1];
    out[at + 1] += a.vectors[x + c] * b.vectors[y + c + 1] - a.vectors[x + c + 1] * b.vectors[y + c];
  }
}

/** The phase of a determinant in turns, by elimination with the largest pivot of each column; the matrix, pairs row by row, is destroyed. */
function determinantPhase(matrix: Float64Array, size: number): number {
  let [real, imaginary] = [1, 0];
  for (let k = 0; k < size; k++) {
    const pivot = largestInColumn(matrix, size, k);
    if (pivot !== k) swapRows(matrix, size, pivot, k);
    const [x, y] = [matrix[2 * (k * size + k)], matrix[2 * (k * size + k) + 1]];
    const length = (pivot === k ? 1 : -1) * Math.sqrt(x * x + y * y);
    [real, imaginary] = [(real * x - imaginary * y) / length, (real * y + imaginary * x) / length];
    for (let row = k + 1; row < size; row++) eliminate(matrix, size, k, row);
  }
  return angle(real, imaginary) / (2 * Math.PI);
}

/** The angle of a unit vector in the plane, from −π to π. */
function angle(x: number, y: number): number {
  // Half the angle has the tangent y/(1 + x).
  return x > 0 ? 2 * atan(y / (1 + x)) : (y < 0 ? -1 : 1) * (Math.PI - 2 * atan(Math.abs(y) / (1 - x)));
}

function largestInColumn(matrix: Float64Array, size: number, k: number): number {
  const square = (row: number) => squaredModulus(matrix, 2 * (row * size + k));
  let best = k;
  for (let row = k + 1; row < size; row++) if (square(row) > square(best)) best = row;
  return best;
}

function swapRows(matrix: Float64Array, size: number, a: number, b: number): void {
  const row = matrix.slice(2 * a * size, 2 * (a + 1) * size);
  matrix.copyWithin(2 * a * size, 2 * b * size, 2 * (b + 1) * size);
  matrix.set(row, 2 * b * size);
}

const squaredModulus = (pairs: Float64Array, at: number): number =>
  pairs[at] * pairs[at] + pairs[at + 1] * pairs[at + 1];

/** Takes from a row what makes its element in column k zero. */
function eliminate(matrix: Float64Array, size: number, k: number, row: number): void {
  const [p, q] = [2 * (k * size + k), 2 * (row * size + k)];
  const square = squaredModulus(matrix, p);
  const c = (matrix[q] * matrix[p] + matrix[q + 1] * matrix[p + 1]) / square;
  const s = (matrix[q + 1] * matrix[p] - matrix[q] * matrix[p + 1]) / square;
  for (let column = k; column < size; column++) {
    const [from, to] = [2 * (k * size + column), 2 * (row * size + column)];
    matrix[to] -= c * matrix[from] - s * matrix[from + 1];
    matrix[to + 1] -= c * matrix[from + 1] + s * matrix[from];
  }
}
