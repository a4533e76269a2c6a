/** Levels with their vectors: they solve H v = E v, whatever the matrix; WebAssembly against its twin, to the bit. */
import { describe, expect, it } from 'vitest';
import { denseHamiltonian } from '../../../src/exact/dense/hamiltonian.ts';
import type { HoppingMatrix } from '../../../src/exact/hopping.ts';
import { type Eigenvectors, eigenvectorSolver } from '../../../src/exact/spectrum/eigenvectors.ts';
import { generalSpectrum } from '../../../src/exact/spectrum/general-spectrum.ts';
import { philoxStream } from '../../../src/numeric/philox.ts';
import { ferromagnet, latticeSystem } from '../dense/lattice-systems.ts';
import { randomHopping, randomSpins } from '../random-systems.ts';

const TOLERANCE = 2e-13;

/** Largest component of H v − E v, and of ⟨m|n⟩ − δ_mn. */
function faults(hopping: HoppingMatrix, coupling: number, spins: Float64Array, system: Eigenvectors) {
  const { dimension: size, levels, vectors } = system;
  const { real, imaginary } = denseHamiltonian(hopping, coupling, spins);
  let [residual, overlap] = [0, 0];
  for (let n = 0; n < size; n++) {
    for (let a = 0; a < size; a++) {
      let [x, y] = [-levels[n] * vectors[2 * (n * size + a)], -levels[n] * vectors[2 * (n * size + a) + 1]];
      for (let b = 0; b < size; b++) {
        const [c, s] = [real[a * size + b], imaginary[a * size + b]];
        const [u, v] = [vectors[2 * (n * size + b)], vectors[2 * (n * size + b) + 1]];
        x += c * u - s * v;
        y += c * v + s * u;
      }
      residual = Math.max(residual, Math.hypot(x, y));
    }
    for (let m = 0; m <= n; m++) {
      let [x, y] = [m === n ? -1 : 0, 0];
      for (let a = 0; a < 2 * size; a += 2) {
        const [p, q] = [vectors[2 * m * size + a], vectors[2 * m * size + a + 1]];
        const [u, v] = [vectors[2 * n * size + a], vectors[2 * n * size + a + 1]];
        x += p * u + q * v;
        y += p * v - q * u;
      }
      overlap = Math.max(overlap, Math.hypot(x, y));
    }
  }
  return { residual, overlap };
}

function expectSystem(hopping: HoppingMatrix, coupling: number, spins: Float64Array): void {
  const [wasm, typescript] = (['wasm', 'typescript'] as const).map((engine) =>
    eigenvectorSolver(hopping, coupling, engine)(spins),
  );
  expect(wasm.levels.every((level, k) => Object.is(level, typescript.levels[k]))).toBe(true);
  expect(wasm.vectors.every((value, k) => Object.is(value, typescript.vectors[k]))).toBe(true);
  const levels = generalSpectrum(hopping, coupling, 'wasm')(spins);
  wasm.levels.forEach((level, k) => {
    expect(Math.abs(level - levels[k])).toBeLessThan(TOLERANCE * Math.max(1, Math.abs(coupling)));
  });
  const { residual, overlap } = faults(hopping, coupling, spins, wasm);
  expect(residual).toBeLessThan(TOLERANCE * Math.max(1, Math.abs(coupling)));
  expect(overlap).toBeLessThan(TOLERANCE);
}

describe('eigenvectors', () => {
  it.each([1, 2, 3, 5, 8, 20])('of random Hermitian hopping between %i sites', (siteCount) => {
    const random = philoxStream(siteCount, 0);
    const hopping = randomHopping(random, { siteCount, density: 0.7, classC: false });
    for (const coupling of [0, 1.3, -16]) expectSystem(hopping, coupling, randomSpins(random, siteCount));
  });

  it('of the ferromagnet on a torus, whose levels are degenerate', () => {
    const { hopping } = latticeSystem({ kind: 'square', size: [6, 6] });
    expectSystem(hopping, 4, ferromagnet(36));
  });

  it('of a lattice with more rotations than are applied at a time', () => {
    const { hopping } = latticeSystem({ kind: 'triangular', size: [8, 8], twist: [0.1, 0.3] });
    expectSystem(hopping, 2, randomSpins(philoxStream(1, 0), 64));
  });

  it('again and again in the same memory', () => {
    const { hopping } = latticeSystem({ kind: 'chain', size: [6] });
    const solve = eigenvectorSolver(hopping, 1, 'wasm');
    const [first, second] = [1, 2].map((key) => randomSpins(philoxStream(key, 0), 6));
    const once = solve(first);
    solve(second);
    expect(solve(first)).toEqual(once);
  });
});
