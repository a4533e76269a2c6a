/** Matrices (J/2) S_{k−q}·σ between momenta, and the derivatives of what is made of them. */
import type { Lattice } from '../../lattice/lattice.ts';
import type { ComplexMatrix } from './complex-matrix.ts';
import type { Field } from './fourier.ts';

/** Row 2a + α belongs to rowMomenta[a], column 2b + β to columnMomenta[b]; α, β = 0 for spin up. */
export interface Vertex {
  /** Number of the wave vector k_a − q_b, row by row. */
  readonly transfer: Int32Array;
  readonly columns: number;
  /** J/2. */
  readonly halfCoupling: number;
}

/** `waveNumbers`: those of all momenta; momenta are numbers of their entries. */
export function vertexBetween(
  lattice: Lattice,
  waveNumbers: readonly (readonly number[])[],
  halfCoupling: number,
  rowMomenta: Int32Array,
  columnMomenta: Int32Array,
): Vertex {
  const { size } = lattice.spec;
  const transfer = (k: readonly number[], q: readonly number[]) =>
    k.reduceRight((number, n, d) => number * size[d] + ((n - q[d] + size[d]) % size[d]), 0);
  const pairs = Array.from(rowMomenta, (k) =>
    Array.from(columnMomenta, (q) => transfer(waveNumbers[k], waveNumbers[q])),
  );
  return { transfer: Int32Array.from(pairs.flat()), columns: columnMomenta.length, halfCoupling };
}

/** V = (J/2) S·σ with the Fourier components in `field`. */
export function fillVertex({ transfer, columns, halfCoupling }: Vertex, field: Field, matrix: ComplexMatrix): void {
  const { real, imaginary } = matrix;
  const width = 2 * columns;
  for (let pair = 0; pair < transfer.length; pair++) {
    const x = 3 * transfer[pair];
    const up = 2 * width * Math.floor(pair / columns) + 2 * (pair % columns);
    const down = up + width;
    real[up] = halfCoupling * field.real[x + 2];
    imaginary[up] = halfCoupling * field.imaginary[x + 2];
    real[up + 1] = halfCoupling * (field.real[x] + field.imaginary[x + 1]);
    imaginary[up + 1] = halfCoupling * (field.imaginary[x] - field.real[x + 1]);
    real[down] = halfCoupling * (field.real[x] - field.imaginary[x + 1]);
    imaginary[down] = halfCoupling * (field.imaginary[x] + field.real[x + 1]);
    real[down + 1] = -real[up];
    imaginary[down + 1] = -imaginary[up];
  }
}

/** From dE = Re Σ G* dV to dE = Re Σ_q A_q*·dS_q: adds to A. */
export function addAdjoint({ transfer, columns, halfCoupling }: Vertex, matrix: ComplexMatrix, adjoint: Field): void {
  const { real, imaginary } = matrix;
  const width = 2 * columns;
  for (let pair = 0; pair < transfer.length; pair++) {
    const x = 3 * transfer[pair];
    const up = 2 * width * Math.floor(pair / columns) + 2 * (pair % columns);
    const down = up + width;
    adjoint.real[x] += halfCoupling * (real[up + 1] + real[down]);
    adjoint.imaginary[x] += halfCoupling * (imaginary[up + 1] + imaginary[down]);
    adjoint.real[x + 1] += halfCoupling * (imaginary[down] - imaginary[up + 1]);
    adjoint.imaginary[x + 1] += halfCoupling * (real[up + 1] - real[down]);
    adjoint.real[x + 2] += halfCoupling * (real[up] - real[down + 1]);
    adjoint.imaginary[x + 2] += halfCoupling * (imaginary[up] - imaginary[down + 1]);
  }
}
