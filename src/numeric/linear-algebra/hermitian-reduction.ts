/**
 * Householder reduction of a complex Hermitian matrix to a real tridiagonal one, and the way back for its eigenvectors. Only lower triangles are
 * read and written.
 *
 * G. Golub and C. Van Loan, Matrix Computations, §8.3.1; reflections are 1 − v v† with v†v = 2.
 */
import type { ComplexMatrix } from './complex-matrix.ts';
import type { Tridiagonal, VectorSet } from './implicit-ql.ts';

interface ComplexVector {
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
}

/** H = Q D T D† Q† with Q the product of reflections and D diagonal phases; overwritten at every reduction. */
interface Reduction {
  /** The real tridiagonal matrix T. */
  readonly tridiagonal: Tridiagonal;
  /** Vectors v of the reflections; that of number k is zero up to component k. */
  readonly reflections: readonly ComplexVector[];
  /** The diagonal phases D. */
  readonly phases: ComplexVector;
  /** Workspace. */
  readonly image: ComplexVector;
}

/** A reduction with room for matrices of one size. */
export function newReduction(size: number): Reduction {
  const vector = () => ({ real: new Float64Array(size), imaginary: new Float64Array(size) });
  return {
    tridiagonal: { diagonal: new Float64Array(size), subdiagonal: new Float64Array(size) },
    reflections: Array.from({ length: Math.max(0, size - 2) }, vector),
    phases: vector(),
    image: vector(),
  };
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
    if (k + 2 < size && makeReflection(matrix, k, reduction.reflections[k]))
      conjugate(matrix, reduction.reflections[k], k, reduction.image);
    setPhase(reduction, k, real[below], imaginary[below]);
  }
  tridiagonal.diagonal[size - 1] = real[size * size - 1];
  tridiagonal.subdiagonal[size - 1] = 0;
}

/** z ← Q D z for vectors z of T: eigenvectors of T become those of H. */
export function restoreVectors(vectors: VectorSet, { phases, reflections }: Reduction): void {
  const { dimension, real, imaginary } = vectors;
  for (let start = 0; start < real.length; start += dimension) {
    const x = {
      real: real.subarray(start, start + dimension),
      imaginary: imaginary.subarray(start, start + dimension),
    };
    multiplyBy(phases, x);
    for (let k = reflections.length - 1; k >= 0; k--) reflect(reflections[k], k, x);
  }
}

/** x_a ← d_a x_a. */
function multiplyBy({ real: cos, imaginary: sin }: ComplexVector, { real, imaginary }: ComplexVector): void {
  for (let a = 0; a < real.length; a++) {
    const x = real[a];
    real[a] = cos[a] * x - sin[a] * imaginary[a];
    imaginary[a] = cos[a] * imaginary[a] + sin[a] * x;
  }
}

/** x ← (1 − v v†) x, v the k-th reflection. */
function reflect({ real: vr, imaginary: vi }: ComplexVector, k: number, { real, imaginary }: ComplexVector): void {
  let s = 0;
  let t = 0;
  for (let a = k + 1; a < real.length; a++) {
    s += vr[a] * real[a] + vi[a] * imaginary[a];
    t += vr[a] * imaginary[a] - vi[a] * real[a];
  }
  for (let a = k + 1; a < real.length; a++) {
    real[a] -= vr[a] * s - vi[a] * t;
    imaginary[a] -= vr[a] * t + vi[a] * s;
  }
}

/** Squares below this are made of denormal numbers. */
const NEGLIGIBLE = Number.MIN_VALUE / Number.EPSILON;

/** Makes v from column k below the diagonal, which becomes a multiple of its first unit vector; false, and v = 0, where it is one already. */
function makeReflection({ rows: size, real, imaginary }: ComplexMatrix, k: number, v: ComplexVector): boolean {
  let square = 0;
  for (let a = k + 1; a < size; a++) {
    v.real[a] = real[a * size + k];
    v.imaginary[a] = imaginary[a * size + k];
    if (a > k + 1) square += v.real[a] * v.real[a] + v.imaginary[a] * v.imaginary[a];
  }
  const x = v.real[k + 1];
  const y = v.imaginary[k + 1];
  const length = Math.sqrt(x * x + y * y);
  const norm = Math.sqrt(x * x + y * y + square);
  const cos = length > 0 ? x / length : 1;
  const sin = length > 0 ? y / length : 0;
  const scale = square < NEGLIGIBLE ? 0 : 1 / Math.sqrt(norm * (norm + length));
  v.real[k + 1] += cos * norm;
  v.imaginary[k + 1] += sin * norm;
  for (let a = k + 1; a < size; a++) {
    v.real[a] *= scale;
    v.imaginary[a] *= scale;
  }
  if (scale === 0) return false;
  real[(k + 1) * size + k] = -cos * norm;
  imaginary[(k + 1) * size + k] = -sin * norm;
  return true;
}

/** d_{k+1} = d_k e/|e| makes the element e below the diagonal real. */
function setPhase({ tridiagonal, phases }: Reduction, k: number, x: number, y: number): void {
  const size = Math.sqrt(x * x + y * y);
  const cos = size > 0 ? x / size : 1;
  const sin = size > 0 ? y / size : 0;
  tridiagonal.subdiagonal[k] = size;
  phases.real[k + 1] = cos * phases.real[k] - sin * phases.imaginary[k];
  phases.imaginary[k + 1] = sin * phases.real[k] + cos * phases.imaginary[k];
}

/**
 * A ← (1 − v v†) A (1 − v v†) = A − v w† − w v† with w = A v − v (v†Av)/2, v the k-th reflection; columns up to k are left out, where A has
 * no more elements.
 */
function conjugate(matrix: ComplexMatrix, v: ComplexVector, k: number, w: ComplexVector): void {
  const { rows: size, real, imaginary } = matrix;
  const { real: vr, imaginary: vi } = v;
  const { real: wr, imaginary: wi } = w;
  apply(matrix, v, k, w);
  let half = 0;
  for (let a = k + 1; a < size; a++) half += 0.5 * (vr[a] * wr[a] + vi[a] * wi[a]);
  for (let a = k + 1; a < size; a++) {
    wr[a] -= half * vr[a];
    wi[a] -= half * vi[a];
  }
  for (let a = k + 1; a < size; a++) {
    const x = vr[a];
    const y = vi[a];
    const s = wr[a];
    const t = wi[a];
    for (let b = k + 1, p = a * size + b; b <= a; b++, p++) {
      real[p] -= x * wr[b] + y * wi[b] + s * vr[b] + t * vi[b];
      imaginary[p] -= y * wr[b] - x * wi[b] + t * vr[b] - s * vi[b];
    }
  }
}

/** w = A v from the lower triangle of A. */
function apply(matrix: ComplexMatrix, v: ComplexVector, k: number, w: ComplexVector): void {
  const { rows: size, real, imaginary } = matrix;
  const { real: vr, imaginary: vi } = v;
  const { real: wr, imaginary: wi } = w;
  wr.fill(0);
  wi.fill(0);
  for (let a = k + 1; a < size; a++) {
    const x = vr[a];
    const y = vi[a];
    let sumReal = real[a * size + a] * x;
    let sumImaginary = real[a * size + a] * y;
    for (let b = k + 1, p = a * size + b; b < a; b++, p++) {
      const s = real[p];
      const t = imaginary[p];
      sumReal += s * vr[b] - t * vi[b];
      sumImaginary += s * vi[b] + t * vr[b];
      wr[b] += s * x + t * y;
      wi[b] += s * y - t * x;
    }
    wr[a] += sumReal;
    wi[a] += sumImaginary;
  }
}
