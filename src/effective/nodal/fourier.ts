/** Fourier components of spins, S_q = Σ_i S_i e^{−iq·r_i}/N, and the way back for derivatives. */
import type { Lattice } from '../../lattice/lattice.ts';
import { planeWaves } from '../../lattice/plane-waves.ts';

/** A complex 3-vector for every wave number: component c at 3q + c. */
export interface Field {
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
}

export interface Fourier {
  /** The components of `spins` (3N) into `field`. */
  transform(spins: Float64Array, field: Field): void;
  /** With dE = Re Σ_q A_q*·dS_q: −∂E/∂S_i into `force` (3N). */
  force(adjoint: Field, force: Float64Array): void;
}

export function newField(siteCount: number): Field {
  return { real: new Float64Array(3 * siteCount), imaginary: new Float64Array(3 * siteCount) };
}

/** By direct sums: N² terms, which is little beside the determinant. Needs all directions periodic. */
export function fourier(lattice: Lattice): Fourier {
  const count = lattice.siteCount;
  const { waveNumbers, cosines, sines, phase } = planeWaves(lattice);
  const phases = waveNumbers.map((waveNumber) => phase(waveNumber));
  const cos = Float64Array.from(phases.flatMap((sites) => Array.from(sites, (p) => cosines[p] / count)));
  const sin = Float64Array.from(phases.flatMap((sites) => Array.from(sites, (p) => sines[p] / count)));
  return {
    transform(spins, { real, imaginary }) {
      real.fill(0);
      imaginary.fill(0);
      for (let q = 0; q < count; q++)
        for (let i = 0; i < count; i++)
          for (let c = 0; c < 3; c++) {
            real[3 * q + c] += cos[q * count + i] * spins[3 * i + c];
            imaginary[3 * q + c] -= sin[q * count + i] * spins[3 * i + c];
          }
    },
    force({ real, imaginary }, force) {
      force.fill(0);
      for (let q = 0; q < count; q++)
        for (let i = 0; i < count; i++)
          for (let c = 0; c < 3; c++)
            force[3 * i + c] -= cos[q * count + i] * real[3 * q + c] - sin[q * count + i] * imaginary[3 * q + c];
    },
  };
}
