/** Eigenvalues of a real symmetric tridiagonal matrix, without square roots in the inner loop. */
import { InputError } from '../../errors.ts';

/** Sweeps allowed per level; two or three are usual. */
const SWEEPS = 50;

/** Beyond this 1/cos² the product γ²/cos² could be 0 · ∞: its limit for small cos takes its place. */
const LARGEST_SECANT_SQUARE = 1e290;

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
      while (m + 1 < diagonal.length && !(squares[m] <= negligible || isLost(squares[m], diagonal, m))) m++;
      if (m === l) break;
      if (sweeps-- === 0) throw new Error('QL did not converge');
      sweep(diagonal, squares, l, m);
    }
  }
  diagonal.sort();
}

const HALF_ROUNDING = (Number.EPSILON / 2) * (Number.EPSILON / 2);

/**
 * Whether an element is below the rounding of the two levels that it couples: between two that are equal no step would ever change anything. Levels can be larger than
 * the largest element, by which `negligible` goes.
 */
const isLost = (square: number, diagonal: Float64Array, k: number): boolean =>
  square <= HALF_ROUNDING * Math.abs(diagonal[k] * diagonal[k + 1]);

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
  return HALF_ROUNDING * largest;
}

/**
 * One QL step on rows l … m, from the bottom to the top. γ is the rotated diagonal element minus the shift, p = γ²/cos² of the rotation before.
 * cos² and its inverse come from two divisions that do not wait for each other: their latency is what a step costs.
 */
function sweep(diagonal: Float64Array, squares: Float64Array, l: number, m: number): void {
  const shift = wilkinsonShift(diagonal[l], diagonal[l + 1], squares[l]);
  let cosineSquare = 1;
  let sineSquare = 0;
  let gamma = diagonal[m] - shift;
  let p = gamma * gamma;
  for (let i = m - 1; i >= l; i--) {
    const square = squares[i];
    const alpha = diagonal[i];
    const r = p + square;
    if (i + 1 < m) squares[i + 1] = sineSquare * r;
    const inverse = 1 / r;
    const secantSquare = r / p;
    const before = cosineSquare;
    cosineSquare = p * inverse;
    sineSquare = square * inverse;
    const next = cosineSquare * (alpha - shift) - sineSquare * gamma;
    diagonal[i + 1] = gamma + (alpha - next);
    gamma = next;
    p = secantSquare < LARGEST_SECANT_SQUARE ? gamma * gamma * secantSquare : before * square;
  }
  squares[l] = sineSquare * p;
  diagonal[l] = shift + gamma;
}

/** The eigenvalue of [[a, e], [e, b]] that is closer to a. */
function wilkinsonShift(a: number, b: number, square: number): number {
  const e = Math.sqrt(square);
  const g = (b - a) / (2 * e);
  const root = Math.sqrt(g * g + 1);
  return a - e / (g + (g < 0 ? -root : root));
}
