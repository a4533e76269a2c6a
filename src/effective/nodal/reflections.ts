/**
 * Householder reduction of a small complex Hermitian matrix to a real tridiagonal one, and the way back for functions of it. Only lower triangles are
 * read and written.
 *
 * G. Golub and C. Van Loan, Matrix Computations, §8.3.1; reflections are 1 − v v† with v†v = 2.
 */
import type { Tridiagonal } from '../../exact/dense/householder.ts';
import type { ComplexMatrix } from './complex-matrix.ts';

/** H = Q D T D† Q† with Q the product of reflections and D diagonal phases; overwritten at every reduction. */
export interface Reduction {
  /** T, real. */
  readonly tridiagonal: Tridiagonal;
  /** Row k: v of the k-th reflection, zero up to component k. */
  readonly reflections: ComplexMatrix;
  /** A row: D. */
  readonly phases: ComplexMatrix;
  /** A row: workspace. */
  readonly image: ComplexMatrix;
}

/** Destroys the lower triangle of `matrix`. */
export function reduce(matrix: ComplexMatrix, reduction: Reduction): void {
  const { rows: size, real, imaginary } = matrix;
  const { tridiagonal, phases } = reduction;
  phases.real[0] = 1;
  phases.imaginary[0] = 0;
  for (let k = 0; k + 1 < size; k++) {
    tridiagonal.diagonal[k] = real[k * size + k];
    const below = (k + 1) * size + k;
    if (k + 2 < size && makeReflection(matrix, k, reduction.reflections)) conjugate(matrix, reduction, k, k + 1);
    setPhase(reduction, k, real[below], imaginary[below]);
  }
  tridiagonal.diagonal[size - 1] = real[size * size - 1];
  tridiagonal.subdiagonal[size - 1] = 0;
}

/** F ← Q D F D† Q†, F real and symmetric before. */
export function restore(matrix: ComplexMatrix, reduction: Reduction): void {
  const { rows: size, real, imaginary } = matrix;
  const { real: cos, imaginary: sin } = reduction.phases;
  for (let a = 0; a < size; a++)
    for (let b = 0; b <= a; b++) {
      const value = real[a * size + b];
      real[a * size + b] = value * (cos[a] * cos[b] + sin[a] * sin[b]);
      imaginary[a * size + b] = value * (sin[a] * cos[b] - cos[a] * sin[b]);
    }
  for (let k = size - 3; k >= 0; k--) conjugate(matrix, reduction, k, 0);
}

/** v from column k below the diagonal, which becomes a multiple of its first unit vector; false, and v = 0, where it is one already. */
function makeReflection({ rows: size, real, imaginary }: ComplexMatrix, k: number, out: ComplexMatrix): boolean {
  const start = k * size;
  let square = 0;
  for (let a = k + 1; a < size; a++) {
    const [x, y] = [real[a * size + k], imaginary[a * size + k]];
    out.real[start + a] = x;
    out.imaginary[start + a] = y;
    if (a > k + 1) square += x * x + y * y;
  }
  const first = start + k + 1;
  const [x, y] = [out.real[first], out.imaginary[first]];
  const size1 = Math.sqrt(x * x + y * y);
  const norm = Math.sqrt(x * x + y * y + square);
  const scale = square < Number.MIN_VALUE / Number.EPSILON ? 0 : 1 / Math.sqrt(norm * (norm + size1));
  const [cos, sin] = size1 > 0 ? [x / size1, y / size1] : [1, 0];
  out.real[first] += cos * norm;
  out.imaginary[first] += sin * norm;
  for (let a = first; a < start + size; a++) {
    out.real[a] *= scale;
    out.imaginary[a] *= scale;
  }
  if (scale === 0) return false;
  real[(k + 1) * size + k] = -cos * norm;
  imaginary[(k + 1) * size + k] = -sin * norm;
  return true;
}

/** d_{k+1} = d_k e/|e| makes the element e below the diagonal real. */
function setPhase({ tridiagonal, phases }: Reduction, k: number, x: number, y: number): void {
  const size = Math.sqrt(x * x + y * y);
  const [cos, sin] = size > 0 ? [x / size, y / size] : [1, 0];
  tridiagonal.subdiagonal[k] = size;
  phases.real[k + 1] = cos * phases.real[k] - sin * phases.imaginary[k];
  phases.imaginary[k + 1] = sin * phases.real[k] + cos * phases.imaginary[k];
}

/**
 * A ← (1 − v v†) A (1 − v v†) = A − v w† − w v† with w = A v − v (v†Av)/2, v the k-th reflection; columns before `left` are left out, where A is
 * known to have no more elements.
 */
function conjugate(matrix: ComplexMatrix, { reflections, image }: Reduction, k: number, left: number): void {
  const { rows: size, real, imaginary } = matrix;
  const { real: vr, imaginary: vi } = reflections;
  const { real: wr, imaginary: wi } = image;
  const start = k * size;
  applyTo(matrix, reflections, k, left, image);
  let half = 0;
  for (let a = k + 1; a < size; a++) half += 0.5 * (vr[start + a] * wr[a] + vi[start + a] * wi[a]);
  for (let a = k + 1; a < size; a++) {
    wr[a] -= half * vr[start + a];
    wi[a] -= half * vi[start + a];
  }
  for (let a = k + 1; a < size; a++) {
    const [x, y, u, v] = [vr[start + a], vi[start + a], wr[a], wi[a]];
    for (let b = left, p = a * size + left; b <= a; b++, p++) {
      real[p] -= x * wr[b] + y * wi[b] + u * vr[start + b] + v * vi[start + b];
      imaginary[p] -= y * wr[b] - x * wi[b] + v * vr[start + b] - u * vi[start + b];
    }
  }
}

/** w = A v from the lower triangle of A. */
function applyTo(matrix: ComplexMatrix, reflections: ComplexMatrix, k: number, left: number, w: ComplexMatrix): void {
  const { rows: size, real, imaginary } = matrix;
  const start = k * size;
  w.real.fill(0);
  w.imaginary.fill(0);
  for (let a = k + 1; a < size; a++) {
    const [x, y] = [reflections.real[start + a], reflections.imaginary[start + a]];
    let sumReal = real[a * size + a] * x;
    let sumImaginary = real[a * size + a] * y;
    for (let b = left, p = a * size + left; b < a; b++, p++) {
      const [u, v] = [reflections.real[start + b], reflections.imaginary[start + b]];
      sumReal += real[p] * u - imaginary[p] * v;
      sumImaginary += real[p] * v + imaginary[p] * u;
      w.real[b] += real[p] * x + imaginary[p] * y;
      w.imaginary[b] += real[p] * y - imaginary[p] * x;
    }
    w.real[a] += sumReal;
    w.imaginary[a] += sumImaginary;
  }
}
