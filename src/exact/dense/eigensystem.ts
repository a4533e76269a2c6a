/** Full diagonalisation of a Hermitian matrix: slow, plain, and independent of every other route. */
import { InputError } from '../../errors.ts';
import { newReduction, reduce, restoreVectors } from '../../numeric/linear-algebra/hermitian-reduction.ts';
import { diagonaliseByQL, rotate, type Tridiagonal, type VectorSet } from '../../numeric/linear-algebra/implicit-ql.ts';
import type { DenseHermitian } from './hamiltonian.ts';

export interface EigenSystem {
  /** Eigenvalues in ascending order, accurate to about 1e-14 of the largest. */
  readonly levels: Float64Array;
  /** Orthonormal; vector n belongs to level n. */
  readonly vectors: VectorSet;
}

/** All eigenvalues in ascending order. The matrix is left alone. */
export function eigenvalues(matrix: DenseHermitian): Float64Array {
  const { tridiagonal } = reduced(matrix);
  diagonaliseByQL(tridiagonal);
  return tridiagonal.diagonal.sort();
}

/** All eigenvalues and eigenvectors. The matrix is left alone. */
export function eigenSystem(matrix: DenseHermitian): EigenSystem {
  const vectors = unitVectors(matrix.dimension);
  const reduction = reduced(matrix);
  diagonaliseByQL(reduction.tridiagonal, (i, cos, sin) => rotate(vectors, i, cos, sin));
  restoreVectors(vectors, reduction);
  const { diagonal } = reduction.tridiagonal;
  const order = Array.from(diagonal.keys()).sort((m, n) => diagonal[m] - diagonal[n]);
  return { levels: Float64Array.from(order, (n) => diagonal[n]), vectors: permuted(vectors, order) };
}

/** Throws `InputError` where an element is not finite. */
function reduced({ dimension, real, imaginary }: DenseHermitian) {
  const reduction = newReduction(dimension);
  reduce({ rows: dimension, columns: dimension, real: real.slice(), imaginary: imaginary.slice() }, reduction);
  requireFinite(reduction.tridiagonal);
  return reduction;
}

function requireFinite({ diagonal, subdiagonal }: Tridiagonal): void {
  if (diagonal.every(Number.isFinite) && subdiagonal.every(Number.isFinite)) return;
  throw new InputError(
    'the Hamiltonian holds a value that is not finite: check the spins, the hopping and the coupling',
  );
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
