/** Eigenvalues of a real symmetric tridiagonal matrix, without square roots in the inner loop. */
import { InputError } from '../../errors.ts';

/** Sweeps allowed per level; fewer than two are usual. */
const SWEEPS = 50;

/**
 * Diagonalises in place: `diagonal` becomes the levels in ascending order; `squares` (element k: |T_{k+1,k}|², the last one unused)
 * is destroyed. Accurate to a few rounding errors of the largest element.
 *
 * The rational QL algorithm of Pal, Walker and Kahan (B. Parlett, The Symmetric Eigenvalue Problem, §8.15).
 * Throws `InputError` where an element is not finite.
 */
export function tridiagonalLevels(diagonal: Float64Array, squares: Float64Array): void {
  const negligible = smallestSquare(diagonal, squares);
  let sweeps = SWEEPS * diagonal.length;
  for (let l = 0; l < diagonal.length; l++) {
    for (;;) {
      let m = l;
      while (m + 1 < diagonal.length && !(squares[m] <= negligible)) m++;
      if (m === l) break;
      if (sweeps-- === 0) throw new Error('QL did not converge');
      sweep(diagonal, squares, l, m);
    }
  }
  diagonal.sort();
}

/** Squared elements up to (ε ‖T‖)² count as zero. */
function smallestSquare(diagonal: Float64Array, squares: Float64Array): number {
  let largest = 0;
  for (let k = 0; k < diagonal.length; k++) {
    largest = Math.max(largest, diagonal[k] * diagonal[k]);
    if (k + 1 < diagonal.length) largest = Math.max(largest, squares[k]);
  }
  if (!Number.isFinite(largest))
    throw new InputError(
      'the Hamiltonian holds a value that is not finite: check the spins, the hopping and the coupling',
    );
  return (Number.EPSILON / 2) * (Number.EPSILON / 2) * largest;
}

/** One QL step on rows l … m, from the bottom to the top. */
function sweep(diagonal: Float64Array, squares: Float64Array, l: number, m: number): void {
  const shift = wilkinsonShift(diagonal[l], diagonal[l + 1], squares[l]);
  let cosine = 1;
  let sine = 0;
  let gamma = diagonal[m] - shift;
  let p = gamma * gamma;
  for (let i = m - 1; i >= l; i--) {
    const square = squares[i];
    const r = p + square;
    if (i + 1 < m) squares[i + 1] = sine * r;
    const inverse = 1 / r;
    const secant = r / p;
    const before = cosine;
    cosine = p * inverse;
    sine = square * inverse;
    const alpha = diagonal[i];
    const next = cosine * (alpha - shift) - sine * gamma;
    diagonal[i + 1] = gamma + (alpha - next);
    gamma = next;
    p = p === 0 ? before * square : gamma * gamma * secant;
  }
  squares[l] = sine * p;
  diagonal[l] = shift + gamma;
}

/** The eigenvalue of [[a, e], [e, b]] that is closer to a. */
function wilkinsonShift(a: number, b: number, square: number): number {
  const e = Math.sqrt(square);
  const g = (b - a) / (2 * e);
  const root = Math.sqrt(g * g + 1);
  return a - e / (g + (g < 0 ? -root : root));
}
