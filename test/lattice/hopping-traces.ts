/** Gauge-invariant fingerprint of a lattice with fluxes. */
import type { Lattice } from '../../src/lattice/lattice.ts';

/** A matrix of n × n complex numbers, by rows. */
interface ComplexMatrix {
  readonly n: number;
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
}

const zero = (n: number): ComplexMatrix => ({ n, real: new Float64Array(n * n), imaginary: new Float64Array(n * n) });

/**
 * tr H^n, n = 3 … 6, of H = T ⊗ 1 + Σ S_i·σ with T = Σ e^{iθ} over the bonds of shells 1 and 2, the spin of site i placed on
 * image[i]. A gauge transformation changes nothing; the chirality of the spins tells a flux from its reverse.
 */
export function spinTraces(lattice: Lattice, image: Int32Array): number[] {
  const matrix = zero(2 * lattice.siteCount);
  addHopping(matrix, lattice, 1, 1);
  addHopping(matrix, lattice, 2, 0.6);
  image.forEach((to, from) => {
    addSpin(matrix, to, Math.sin(3 * from + 1), Math.cos(5 * from + 2), Math.sin(7 * from * from + 3));
  });
  const powers = [matrix];
  while (powers.length < 6) powers.push(product(powers[powers.length - 1], matrix));
  return powers.slice(2).map(trace);
}

function addHopping({ n, real, imaginary }: ComplexMatrix, lattice: Lattice, shell: number, strength: number): void {
  for (const { from, to, turns } of lattice.bonds(shell))
    for (const spin of [0, 1]) {
      const [a, b] = [2 * from + spin, 2 * to + spin];
      real[n * a + b] += strength * Math.cos(2 * Math.PI * turns);
      real[n * b + a] += strength * Math.cos(2 * Math.PI * turns);
      imaginary[n * a + b] += strength * Math.sin(2 * Math.PI * turns);
      imaginary[n * b + a] -= strength * Math.sin(2 * Math.PI * turns);
    }
}

function addSpin({ n, real, imaginary }: ComplexMatrix, site: number, x: number, y: number, z: number): void {
  const [up, down] = [2 * site, 2 * site + 1];
  real[n * up + up] += z;
  real[n * down + down] -= z;
  real[n * up + down] += x;
  real[n * down + up] += x;
  imaginary[n * up + down] -= y;
  imaginary[n * down + up] += y;
}

function product(a: ComplexMatrix, b: ComplexMatrix): ComplexMatrix {
  const { n } = a;
  const c = zero(n);
  for (let i = 0; i < n; i++)
    for (let k = 0; k < n; k++)
      for (let j = 0; j < n; j++) {
        const [ik, kj, ij] = [n * i + k, n * k + j, n * i + j];
        c.real[ij] += a.real[ik] * b.real[kj] - a.imaginary[ik] * b.imaginary[kj];
        c.imaginary[ij] += a.real[ik] * b.imaginary[kj] + a.imaginary[ik] * b.real[kj];
      }
  return c;
}

function trace({ n, real }: ComplexMatrix): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += real[n * i + i];
  return sum;
}
