/** Matrices of 2 × 2 blocks between orbitals, written in Pauli matrices. */
import type { ComplexMatrix } from '../../numeric/linear-algebra/complex-matrix.ts';

/**
 * Four real numbers for every pair of orbitals (a, b), at a m + b. Blocks of even order in the spins are u + iσ·v, those of odd order σ·v + iu, with the
 * scalar u and the vector v; Hermitian, so that u_ba = u_ab and v_ba = −v_ab in the first case, u_ba = −u_ab and v_ba = v_ab in the second.
 */
export interface SpinMatrix {
  readonly size: number;
  readonly u: Float64Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly z: Float64Array;
}

export function newSpinMatrix(size: number): SpinMatrix {
  const part = () => new Float64Array(size * size);
  return { size, u: part(), x: part(), y: part(), z: part() };
}

export function setZero({ u, x, y, z }: SpinMatrix): void {
  u.fill(0);
  x.fill(0);
  y.fill(0);
  z.fill(0);
}

/**
 * Adds an element, u before its vector, and the Hermitian conjugate of it at (b, a), both times `factor`; `parity`: 1 for even matrices, −1 for odd
 * ones. On the diagonal both are the same place.
 */
export function addWithConjugate(
  { size, u, x, y, z }: SpinMatrix,
  a: number,
  b: number,
  parity: number,
  factor: number,
  element: Float64Array,
): void {
  const direct = a * size + b;
  const swapped = b * size + a;
  const turned = -parity * factor;
  u[direct] += factor * element[0];
  x[direct] += factor * element[1];
  y[direct] += factor * element[2];
  z[direct] += factor * element[3];
  u[swapped] -= turned * element[0];
  x[swapped] += turned * element[1];
  y[swapped] += turned * element[2];
  z[swapped] += turned * element[3];
}

/** Writes an element, u before its vector. */
export function setElement(out: Float64Array, u: number, x: number, y: number, z: number): void {
  out[0] = u;
  out[1] = x;
  out[2] = y;
  out[3] = z;
}

export function copyInto({ u, x, y, z }: SpinMatrix, out: SpinMatrix): void {
  out.u.set(u);
  out.x.set(x);
  out.y.set(y);
  out.z.set(z);
}

/** The lower triangle of even + odd as a complex matrix: row 2a + α, α = 0 for spin up. */
export function toComplex(even: SpinMatrix, odd: SpinMatrix, { columns, real, imaginary }: ComplexMatrix): void {
  const { size } = even;
  for (let a = 0; a < size; a++)
    for (let b = 0, k = a * size; b <= a; b++, k++) {
      const up = 2 * a * columns + 2 * b;
      const down = up + columns;
      real[up] = even.u[k] + odd.z[k];
      imaginary[up] = odd.u[k] + even.z[k];
      real[up + 1] = odd.x[k] + even.y[k];
      imaginary[up + 1] = even.x[k] - odd.y[k];
      real[down] = odd.x[k] - even.y[k];
      imaginary[down] = even.x[k] + odd.y[k];
      real[down + 1] = even.u[k] - odd.z[k];
      imaginary[down + 1] = odd.u[k] - even.z[k];
    }
}

/** The way back, from both triangles. */
export function fromComplex({ columns, real, imaginary }: ComplexMatrix, even: SpinMatrix, odd: SpinMatrix): void {
  const { size } = even;
  for (let a = 0; a < size; a++)
    for (let b = 0, k = a * size; b < size; b++, k++) {
      const up = 2 * a * columns + 2 * b;
      const down = up + columns;
      even.u[k] = (real[up] + real[down + 1]) / 2;
      odd.z[k] = (real[up] - real[down + 1]) / 2;
      odd.u[k] = (imaginary[up] + imaginary[down + 1]) / 2;
      even.z[k] = (imaginary[up] - imaginary[down + 1]) / 2;
      odd.x[k] = (real[up + 1] + real[down]) / 2;
      even.y[k] = (real[up + 1] - real[down]) / 2;
      even.x[k] = (imaginary[up + 1] + imaginary[down]) / 2;
      odd.y[k] = (imaginary[down] - imaginary[up + 1]) / 2;
    }
}
