/** Eigenvalues, and vectors if wanted, of a real symmetric tridiagonal matrix. */
/** A real symmetric tridiagonal matrix. */
export interface Tridiagonal {
  readonly diagonal: Float64Array;
  /** Element (k + 1, k) at k, real and not negative; the last entry is 0. */
  readonly subdiagonal: Float64Array;
}

/** Complex vectors q_0, q_1, …, stored one after the other: component a of q_k at k · dimension + a. */
export interface VectorSet {
  readonly dimension: number;
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
}

/** Told of every rotation: q_i becomes cos q_i − sin q_{i+1}, q_{i+1} becomes sin q_i + cos q_{i+1}. */
type Rotated = (i: number, cos: number, sin: number) => void;

/** Sweeps allowed per level; two are usual. */
const SWEEPS = 50;

/**
 * Diagonalises T in place by implicit QL with Wilkinson's shift: `diagonal` becomes the levels, unordered. Vectors q that hold Q with
 * A = Q T Q† become the eigenvectors of A in the same order, if they are turned as `rotated` is told.
 *
 * J. Wilkinson and C. Reinsch, Handbook for Automatic Computation II, contribution II/4. An element of the subdiagonal counts
 * as zero once it is below the rounding error of the largest element of T, so the levels are accurate relative to ‖T‖.
 * The elements must be finite.
 */
export function diagonaliseByQL(tridiagonal: Tridiagonal, rotated?: Rotated): void {
  const { diagonal, subdiagonal } = tridiagonal;
  const negligible = (Number.EPSILON / 2) * largestElement(tridiagonal);
  let sweeps = SWEEPS * diagonal.length;
  for (let l = 0; l < diagonal.length; l++) {
    for (;;) {
      let m = l;
      while (m + 1 < diagonal.length && !(Math.abs(subdiagonal[m]) <= negligible)) m++;
      if (m === l) break;
      if (sweeps-- === 0) throw new Error('QL did not converge');
      sweep(tridiagonal, l, m, rotated);
    }
  }
}

function largestElement({ diagonal, subdiagonal }: Tridiagonal): number {
  let largest = 0;
  for (const element of diagonal) largest = Math.max(largest, Math.abs(element));
  for (const element of subdiagonal) largest = Math.max(largest, Math.abs(element));
  return largest;
}

/** One QL step on rows l … m, from the bottom to the top. */
function sweep({ diagonal, subdiagonal }: Tridiagonal, l: number, m: number, rotated?: Rotated): void {
  let g = diagonal[m] - wilkinsonShift(diagonal[l], diagonal[l + 1], subdiagonal[l]);
  let sin = 1;
  let cos = 1;
  let p = 0;
  for (let i = m - 1; i >= l; i--) {
    const f = sin * subdiagonal[i];
    const b = cos * subdiagonal[i];
    const r = Math.sqrt(f * f + g * g);
    subdiagonal[i + 1] = r;
    if (r === 0) {
      diagonal[i + 1] -= p;
      subdiagonal[m] = 0;
      return;
    }
    sin = f / r;
    cos = g / r;
    const h = diagonal[i + 1] - p;
    const s = (diagonal[i] - h) * sin + 2 * cos * b;
    p = sin * s;
    diagonal[i + 1] = h + p;
    g = cos * s - b;
    rotated?.(i, cos, sin);
  }
  diagonal[l] -= p;
  subdiagonal[l] = g;
  subdiagonal[m] = 0;
}

/** The eigenvalue of [[a, e], [e, b]] that is closer to a. */
function wilkinsonShift(a: number, b: number, e: number): number {
  const g = (b - a) / (2 * e);
  const root = Math.sqrt(g * g + 1);
  return a - e / (g + (g < 0 ? -root : root));
}

/** Turns two vectors of a set as `diagonaliseByQL` tells. */
export function rotate({ dimension, real, imaginary }: VectorSet, i: number, cos: number, sin: number): void {
  for (const part of [real, imaginary])
    for (let a = i * dimension; a < (i + 1) * dimension; a++) {
      const upper = part[a];
      const lower = part[a + dimension];
      part[a] = cos * upper - sin * lower;
      part[a + dimension] = sin * upper + cos * lower;
    }
}
