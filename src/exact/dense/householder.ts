/** Complex Householder reduction of a Hermitian matrix to a real symmetric tridiagonal one. */
import type { DenseHermitian } from './hamiltonian.ts';

/** Complex vectors q_0, q_1, …, stored one after the other: component a of q_k at k · dimension + a. */
export interface VectorSet {
  readonly dimension: number;
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
}

export interface Tridiagonal {
  readonly diagonal: Float64Array;
  /** Element (k + 1, k) at k, real and not negative; the last entry is 0. */
  readonly subdiagonal: Float64Array;
}

interface ComplexVector {
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
}

/**
 * A = Q T Q†. Overwrites `matrix`; where `vectors` holds an orthonormal basis, it is replaced by that basis times Q
 * (the unit matrix becomes Q itself).
 *
 * Reflections 1 − v v† with v†v = 2, rank-two updates of the whole matrix (G. Golub and C. Van Loan, Matrix Computations, §8.3.1).
 */
export function tridiagonalise(matrix: DenseHermitian, vectors?: VectorSet): Tridiagonal {
  const { dimension } = matrix;
  for (let k = 0; k + 2 < dimension; k++) {
    const v = reflector(matrix, k);
    if (!v) continue;
    reflectBothSides(matrix, v);
    if (vectors) reflectVectors(vectors, v);
  }
  return realTridiagonal(matrix, vectors);
}

/** The v that maps column k below the diagonal on a multiple of its first component; nothing where that part vanishes. */
function reflector({ dimension, real, imaginary }: DenseHermitian, k: number): ComplexVector | undefined {
  const v = { real: new Float64Array(dimension), imaginary: new Float64Array(dimension) };
  let square = 0;
  for (let a = k + 1; a < dimension; a++) {
    v.real[a] = real[a * dimension + k];
    v.imaginary[a] = imaginary[a * dimension + k];
    square += v.real[a] * v.real[a] + v.imaginary[a] * v.imaginary[a];
  }
  if (square < Number.MIN_VALUE / Number.EPSILON) return undefined;
  const norm = Math.sqrt(square);
  const x = v.real[k + 1];
  const y = v.imaginary[k + 1];
  const first = Math.sqrt(x * x + y * y);
  v.real[k + 1] += first > 0 ? (x / first) * norm : norm;
  v.imaginary[k + 1] += first > 0 ? (y / first) * norm : 0;
  const scale = 1 / Math.sqrt(square + norm * first);
  for (let a = k + 1; a < dimension; a++) {
    v.real[a] *= scale;
    v.imaginary[a] *= scale;
  }
  return v;
}

/** A ← (1 − v v†) A (1 − v v†) = A − v w† − w v† with w = A v − v (v†Av)/2. */
function reflectBothSides(matrix: DenseHermitian, v: ComplexVector): void {
  const { dimension, real, imaginary } = matrix;
  const w = projectedImage(matrix, v);
  for (let a = 0; a < dimension; a++)
    for (let b = 0; b < dimension; b++) {
      real[a * dimension + b] -=
        v.real[a] * w.real[b] +
        v.imaginary[a] * w.imaginary[b] +
        (w.real[a] * v.real[b] + w.imaginary[a] * v.imaginary[b]);
      imaginary[a * dimension + b] -=
        v.imaginary[a] * w.real[b] -
        v.real[a] * w.imaginary[b] +
        (w.imaginary[a] * v.real[b] - w.real[a] * v.imaginary[b]);
    }
}

function projectedImage({ dimension, real, imaginary }: DenseHermitian, v: ComplexVector): ComplexVector {
  const w = { real: new Float64Array(dimension), imaginary: new Float64Array(dimension) };
  let expectation = 0;
  for (let a = 0; a < dimension; a++) {
    for (let b = 0; b < dimension; b++) {
      w.real[a] += real[a * dimension + b] * v.real[b] - imaginary[a * dimension + b] * v.imaginary[b];
      w.imaginary[a] += real[a * dimension + b] * v.imaginary[b] + imaginary[a * dimension + b] * v.real[b];
    }
    expectation += v.real[a] * w.real[a] + v.imaginary[a] * w.imaginary[a];
  }
  for (let a = 0; a < dimension; a++) {
    w.real[a] -= (expectation / 2) * v.real[a];
    w.imaginary[a] -= (expectation / 2) * v.imaginary[a];
  }
  return w;
}

/** Q ← Q (1 − v v†): q_k −= (Σ_l q_l v_l) v_k*. */
function reflectVectors({ dimension, real, imaginary }: VectorSet, v: ComplexVector): void {
  const sum = { real: new Float64Array(dimension), imaginary: new Float64Array(dimension) };
  for (let l = 0; l < dimension; l++)
    for (let a = 0; a < dimension; a++) {
      sum.real[a] += real[l * dimension + a] * v.real[l] - imaginary[l * dimension + a] * v.imaginary[l];
      sum.imaginary[a] += real[l * dimension + a] * v.imaginary[l] + imaginary[l * dimension + a] * v.real[l];
    }
  for (let k = 0; k < dimension; k++)
    for (let a = 0; a < dimension; a++) {
      real[k * dimension + a] -= sum.real[a] * v.real[k] + sum.imaginary[a] * v.imaginary[k];
      imaginary[k * dimension + a] -= sum.imaginary[a] * v.real[k] - sum.real[a] * v.imaginary[k];
    }
}

/** Reads T off the reduced matrix and moves the phases of its subdiagonal into the vectors. */
function realTridiagonal({ dimension, real, imaginary }: DenseHermitian, vectors?: VectorSet): Tridiagonal {
  const diagonal = new Float64Array(dimension);
  const subdiagonal = new Float64Array(dimension);
  let cos = 1;
  let sin = 0;
  for (let k = 0; k < dimension; k++) {
    diagonal[k] = real[k * dimension + k];
    if (vectors) rotatePhase(vectors, k, cos, sin);
    if (k + 1 === dimension) break;
    const x = real[(k + 1) * dimension + k];
    const y = imaginary[(k + 1) * dimension + k];
    const size = Math.sqrt(x * x + y * y);
    subdiagonal[k] = size;
    if (size > 0) [cos, sin] = [(x * cos - y * sin) / size, (x * sin + y * cos) / size];
  }
  return { diagonal, subdiagonal };
}

/** q_k ← q_k (cos + i sin). */
function rotatePhase({ dimension, real, imaginary }: VectorSet, k: number, cos: number, sin: number): void {
  for (let a = k * dimension; a < (k + 1) * dimension; a++) {
    const x = real[a];
    real[a] = x * cos - imaginary[a] * sin;
    imaginary[a] = x * sin + imaginary[a] * cos;
  }
}
