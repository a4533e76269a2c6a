/** The 2N × 2N Hamiltonian, written out: the starting point of the oracle. */
import { type Couplings, halfCouplings } from '../couplings.ts';
import type { HoppingMatrix } from '../hopping.ts';

/** A complex Hermitian matrix, row by row, both triangles: element (a, b) at a · dimension + b. */
export interface DenseHermitian {
  readonly dimension: number;
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
}

/**
 * H = T ⊗ 1 + Σ_i (J_i/2) S_i·σ in the basis a = 2i + α, α = 0 up, 1 down (docs/method.md §1).
 *
 * `spins`: 3N, x y z of site 0, of site 1, …; `couplings`: J.
 */
export function denseHamiltonian(hopping: HoppingMatrix, couplings: Couplings, spins: Float64Array): DenseHermitian {
  const halves = halfCouplings(couplings, hopping.siteCount);
  const dimension = 2 * hopping.siteCount;
  const matrix = {
    dimension,
    real: new Float64Array(dimension * dimension),
    imaginary: new Float64Array(dimension * dimension),
  };
  for (let i = 0; i < hopping.siteCount; i++) {
    addHopping(matrix, hopping, i);
    addSpin(matrix, halves[i], spins, i);
  }
  return matrix;
}

function addHopping({ dimension, real, imaginary }: DenseHermitian, hopping: HoppingMatrix, i: number): void {
  for (let entry = hopping.rowStart[i]; entry < hopping.rowStart[i + 1]; entry++) {
    const j = hopping.column[entry];
    for (const a of [2 * i * dimension + 2 * j, (2 * i + 1) * dimension + 2 * j + 1]) {
      real[a] += hopping.real[entry];
      imaginary[a] += hopping.imaginary[entry];
    }
  }
}

/** One site block: (J/2) [[S_z, S_x − i S_y], [S_x + i S_y, −S_z]]. */
function addSpin({ dimension, real, imaginary }: DenseHermitian, half: number, spins: Float64Array, i: number): void {
  const up = 2 * i * dimension + 2 * i;
  const down = up + dimension;
  real[up] += half * spins[3 * i + 2];
  real[up + 1] += half * spins[3 * i];
  imaginary[up + 1] -= half * spins[3 * i + 1];
  real[down] += half * spins[3 * i];
  imaginary[down] += half * spins[3 * i + 1];
  real[down + 1] -= half * spins[3 * i + 2];
}
