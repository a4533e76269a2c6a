/** The eigen-solver of the oracle: residuals, orthogonality, traces, known spectra. */
import { describe, expect, it } from 'vitest';
import { type EigenSystem, eigenSystem, eigenvalues } from '../../../src/exact/dense/eigensystem.ts';
import { type DenseHermitian, denseHamiltonian } from '../../../src/exact/dense/hamiltonian.ts';
import { philoxStream } from '../../../src/numeric/philox.ts';
import { randomHopping, randomSpins } from '../random-systems.ts';
import { bandEnergies, difference, ferromagnet, latticeSystem, sorted, torus } from './lattice-systems.ts';

const SIZES = [1, 2, 3, 8, 25];

function randomMatrix(siteCount: number): DenseHermitian {
  const random = philoxStream(siteCount, 1);
  const hopping = randomHopping(random, { siteCount, density: 0.5, classC: false });
  return denseHamiltonian(hopping, 1.7, randomSpins(random, siteCount));
}

/** |H v − E v| of every pair, component by component; the largest. */
function largestResidual({ dimension, real, imaginary }: DenseHermitian, { levels, vectors }: EigenSystem): number {
  let largest = 0;
  for (let n = 0; n < dimension; n++)
    for (let a = 0; a < dimension; a++) {
      const v = n * dimension;
      let x = -levels[n] * vectors.real[v + a];
      let y = -levels[n] * vectors.imaginary[v + a];
      for (let b = 0; b < dimension; b++) {
        const h = a * dimension + b;
        x += real[h] * vectors.real[v + b] - imaginary[h] * vectors.imaginary[v + b];
        y += real[h] * vectors.imaginary[v + b] + imaginary[h] * vectors.real[v + b];
      }
      largest = Math.max(largest, Math.abs(x), Math.abs(y));
    }
  return largest;
}

/** |⟨m|n⟩ − δ_mn|, the largest. */
function largestOverlap({ vectors: { dimension, real, imaginary } }: EigenSystem): number {
  let largest = 0;
  for (let m = 0; m < dimension; m++)
    for (let n = 0; n <= m; n++) {
      let x = m === n ? -1 : 0;
      let y = 0;
      for (let a = 0; a < dimension; a++) {
        const [p, q] = [m * dimension + a, n * dimension + a];
        x += real[p] * real[q] + imaginary[p] * imaginary[q];
        y += real[p] * imaginary[q] - imaginary[p] * real[q];
      }
      largest = Math.max(largest, Math.abs(x), Math.abs(y));
    }
  return largest;
}

describe('eigenSystem', () => {
  it.each(SIZES)('solves H v = E v with orthonormal vectors, N = %i', (siteCount) => {
    const matrix = randomMatrix(siteCount);
    const system = eigenSystem(matrix);
    const scale = Math.max(...system.levels.map(Math.abs));
    expect(largestResidual(matrix, system)).toBeLessThan(1e-13 * scale);
    expect(largestOverlap(system)).toBeLessThan(1e-13);
    expect(difference(system.levels, system.levels.toSorted())).toBe(0);
  });

  it('stays orthonormal where levels coincide', () => {
    const { hopping, siteCount } = torus(4);
    const matrix = denseHamiltonian(hopping, 0, ferromagnet(siteCount));
    const system = eigenSystem(matrix);
    expect(largestResidual(matrix, system)).toBeLessThan(1e-13);
    expect(largestOverlap(system)).toBeLessThan(1e-13);
  });
});

describe('eigenvalues', () => {
  it.each(SIZES)('keep the traces of H and H² and agree with eigenSystem, N = %i', (siteCount) => {
    const matrix = randomMatrix(siteCount);
    const { dimension, real, imaginary } = matrix;
    const levels = eigenvalues(matrix);
    const trace = levels.reduce((sum, level) => sum + level, 0);
    const traceOfSquare = levels.reduce((sum, level) => sum + level * level, 0);
    const diagonal = Array.from({ length: dimension }, (_, a) => real[a * dimension + a]);
    const squares = real.reduce((sum, x, k) => sum + x * x + imaginary[k] * imaginary[k], 0);
    expect(trace).toBeCloseTo(
      diagonal.reduce((sum, x) => sum + x, 0),
      12,
    );
    expect(traceOfSquare).toBeCloseTo(squares, 11);
    expect(difference(levels, eigenSystem(matrix).levels)).toBeLessThan(1e-13 * Math.max(...levels.map(Math.abs)));
  });

  it('leave the matrix alone', () => {
    const matrix = randomMatrix(4);
    const copy = { real: matrix.real.slice(), imaginary: matrix.imaginary.slice() };
    eigenvalues(matrix);
    eigenSystem(matrix);
    expect(matrix).toEqual({ dimension: 8, ...copy });
  });

  it('are −2t cos k, twice, for free electrons on a ring', () => {
    const { hopping, siteCount } = latticeSystem({ kind: 'chain', size: [7] });
    const levels = eigenvalues(denseHamiltonian(hopping, 0, ferromagnet(siteCount)));
    const band = bandEnergies(7, 1);
    expect(difference(levels, sorted([...band, ...band]))).toBeLessThan(1e-14 * 4);
  });

  it('reject a matrix that is not finite', () => {
    const { hopping, siteCount } = torus(2);
    const spins = ferromagnet(siteCount);
    spins[4] = Number.NaN;
    expect(() => eigenvalues(denseHamiltonian(hopping, 1, spins))).toThrow('not finite');
  });
});

describe('denseHamiltonian', () => {
  it('has (J/2) S·σ on the diagonal and the twisted hopping off it', () => {
    const { hopping } = latticeSystem({ kind: 'chain', size: [3], twist: [0.25] }, [2]);
    const { dimension, real, imaginary } = denseHamiltonian(hopping, 4, Float64Array.of(1, 2, 3, 0, 0, 0, 0, 0, 0));
    const element = (a: number, b: number) => [real[a * dimension + b], imaginary[a * dimension + b]];
    expect([element(0, 0), element(0, 1), element(1, 0), element(1, 1)]).toEqual([
      [6, 0],
      [2, -4],
      [2, 4],
      [-6, 0],
    ]);
    expect([element(0, 2), element(1, 3), element(0, 3)]).toEqual([
      [-2, 0],
      [-2, 0],
      [0, 0],
    ]);
    // From site 2 across the boundary to site 0: −t e^{iπ/2}.
    expect(element(4, 0)[0]).toBeCloseTo(0, 15);
    expect(element(4, 0)[1]).toBe(-2);
    expect(element(0, 4)[1]).toBe(2);
  });
});
