/** All levels with their vectors, for what takes both: conductivities, and spectral functions of lattices that are not large. */
import { diagonaliseByQL, type Tridiagonal } from '../../numeric/linear-algebra/implicit-ql.ts';
import type { Engine } from '../../wasm/engine.ts';
import { type Couplings, halfCouplings } from '../couplings.ts';
import type { HoppingMatrix } from '../hopping.ts';
import type { BandShape, SiteOrder } from './band.ts';
import { BATCH, type EigenKernels, type Rotations, typescriptEigenKernels, wasmEigenKernels } from './eigen-kernels.ts';
import { addSpins, writeHopping } from './general-spectrum.ts';

/** Levels in ascending order, and orthonormal vectors: component a = 2·site + α of vector n is pair number n·dimension + a (real, imaginary). */
export interface Eigenvectors {
  readonly dimension: number;
  readonly levels: Float64Array;
  readonly vectors: Float64Array;
}

/**
 * The levels and vectors of a model as a function of the spins (3N). Levels are accurate to some rounding errors of ‖H‖, vectors orthonormal to the same;
 * their phases, and bases of degenerate levels, are whatever comes out. What is returned lies in memory of its own.
 *
 * A reduction of the full matrix by Householder reflections, QL (Wilkinson and Reinsch), and the way back.
 * Both engines are bit-identical.
 */
export function eigenvectorSolver(
  hopping: HoppingMatrix,
  couplings: Couplings,
  engine: Engine,
): (spins: Float64Array) => Eigenvectors {
  const dimension = 2 * hopping.siteCount;
  const halves = halfCouplings(couplings, hopping.siteCount);
  const kernels = engine === 'wasm' ? wasmEigenKernels(dimension) : typescriptEigenKernels(dimension);
  const shape: BandShape = { size: dimension, bandwidth: dimension - 1, stride: dimension };
  // As they are numbered: no order makes the vectors of a full matrix cheaper.
  const sites: SiteOrder = {
    position: Int32Array.from({ length: hopping.siteCount }, (_, i) => i),
    width: hopping.siteCount,
  };
  const hoppingPart = writeHopping(hopping, sites, shape);
  return (spins) => {
    kernels.matrix.set(hoppingPart);
    addSpins(kernels.matrix, shape, sites, halves, spins);
    kernels.reduce();
    const { tridiagonal, phases } = readTridiagonal(kernels.matrix, dimension);
    turnVectors(kernels, tridiagonal);
    const { diagonal } = tridiagonal;
    const order = Array.from(diagonal.keys()).sort((m, n) => diagonal[m] - diagonal[n]);
    spreadVectors(kernels, phases, order);
    kernels.reflectBack();
    return { dimension, levels: Float64Array.from(order, (n) => diagonal[n]), vectors: kernels.vectors.slice() };
  };
}

interface RealForm {
  readonly tridiagonal: Tridiagonal;
  /** Pairs: component k of every vector times phase k makes those of the complex form. */
  readonly phases: Float64Array;
}

/** Phases along the diagonal make the elements below it real. */
function readTridiagonal(matrix: Float64Array, size: number): RealForm {
  const diagonal = new Float64Array(size);
  const subdiagonal = new Float64Array(size);
  const phases = new Float64Array(2 * size);
  phases[0] = 1;
  for (let k = 0; k < size; k++) {
    const element = 2 * k * size;
    diagonal[k] = matrix[element];
    if (k === size - 1) break;
    const [x, y] = [matrix[element + 2], matrix[element + 3]];
    const length = Math.sqrt(x * x + y * y);
    const [cos, sin] = length > 0 ? [x / length, y / length] : [1, 0];
    subdiagonal[k] = length;
    phases[2 * k + 2] = cos * phases[2 * k] - sin * phases[2 * k + 1];
    phases[2 * k + 3] = sin * phases[2 * k] + cos * phases[2 * k + 1];
  }
  return { tridiagonal: { diagonal, subdiagonal }, phases };
}

/** Diagonalises T, whose vectors become rows of `kernels.real`. */
function turnVectors(kernels: EigenKernels, tridiagonal: Tridiagonal): void {
  const { real, rotations } = kernels;
  const size = tridiagonal.diagonal.length;
  real.fill(0);
  for (let k = 0; k < size; k++) real[k * size + k] = 1;
  let count = 0;
  diagonaliseByQL(tridiagonal, (i, cos, sin) => {
    add(rotations, count++, i, cos, sin);
    if (count === BATCH) {
      kernels.rotate(count);
      count = 0;
    }
  });
  kernels.rotate(count);
}

function add({ rows, angles }: Rotations, index: number, i: number, cos: number, sin: number): void {
  rows[index] = i;
  angles[2 * index] = cos;
  angles[2 * index + 1] = sin;
}

/** Complex vectors from the real rows, in ascending order. */
function spreadVectors({ real, vectors }: EigenKernels, phases: Float64Array, order: readonly number[]): void {
  const size = order.length;
  order.forEach((from, to) => {
    for (let a = 0; a < size; a++) {
      const value = real[from * size + a];
      vectors[2 * (to * size + a)] = phases[2 * a] * value;
      vectors[2 * (to * size + a) + 1] = phases[2 * a + 1] * value;
    }
  });
}
