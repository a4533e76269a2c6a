/** Full diagonalisation of a Hermitian matrix: slow, plain, and independent of every other route. */
import type { DenseHermitian } from './hamiltonian.ts';
import { tridiagonalise, type VectorSet } from './householder.ts';
import { diagonaliseByQL } from './implicit-ql.ts';

export interface EigenSystem {
  /** Eigenvalues in ascending order, accurate to about 1e-14 of the largest. */
  readonly levels: Float64Array;
  /** Orthonormal; vector n belongs to level n. */
  readonly vectors: VectorSet;
}

/** All eigenvalues in ascending order. The matrix is left alone. */
export function eigenvalues(matrix: DenseHermitian): Float64Array {
  const tridiagonal = tridiagonalise(copy(matrix));
  diagonaliseByQL(tridiagonal);
  return tridiagonal.diagonal.sort();
}

/** All eigenvalues and eigenvectors. The matrix is left alone. */
export function eigenSystem(matrix: DenseHermitian): EigenSystem {
  const basis = unitVectors(matrix.dimension);
  const tridiagonal = tridiagonalise(copy(matrix), basis);
  diagonaliseByQL(tridiagonal, basis);
  const { diagonal } = tridiagonal;
  const order = Array.from(diagonal.keys()).sort((m, n) => diagonal[m] - diagonal[n]);
  return { levels: Float64Array.from(order, (n) => diagonal[n]), vectors: permuted(basis, order) };
}

function copy({ dimension, real, imaginary }: DenseHermitian): DenseHermitian {
  return { dimension, real: real.slice(), imaginary: imaginary.slice() };
}

function unitVectors(dimension: number): VectorSet {
  const real = new Float64Array(dimension * dimension);
  for (let k = 0; k < dimension; k++) real[k * dimension + k] = 1;
  return { dimension, real, imaginary: new Float64Array(dimension * dimension) };
}

function permuted({ dimension, real, imaginary }: VectorSet, order: readonly number[]): VectorSet {
  const permute = (part: Float64Array) => {
    const result = new Float64Array(part.length);
    order.forEach((from, to) => {
      result.set(part.subarray(from * dimension, (from + 1) * dimension), to * dimension);
    });
    return result;
  };
  return { dimension, real: permute(real), imaginary: permute(imaginary) };
}
