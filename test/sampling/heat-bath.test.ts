/** Draws in a field against the moments of their distribution, and what overrelaxation conserves. */
import { describe, expect, it } from 'vitest';
import { createLattice } from '../../src/lattice/create.ts';
import { randomDirection } from '../../src/numeric/directions.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { drawVonMisesFisher, heatBathMove, overrelaxationMove } from '../../src/sampling/inner/heat-bath.ts';
import { namedConfiguration } from '../../src/spins/named.ts';
import { linearModel } from './models.ts';

const AXIS = [0.36, -0.48, 0.8];
const SAMPLES = 40_000;

/** ⟨cos θ⟩ = coth κ − 1/κ (Langevin), by its series where that cancels. */
function langevin(kappa: number): number {
  return kappa < 1e-3 ? kappa / 3 : 1 / Math.tanh(kappa) - 1 / kappa;
}

describe('directions with density exp(κ cos θ)', () => {
  it.each([0, 1e-12, 0.5, 3, 40, 1e6])('κ = %d', (kappa) => {
    const random = philoxStream(17, 1);
    const field = Float64Array.from(AXIS, (value) => kappa * value);
    const spin = new Float64Array(3);
    // 1 − cos θ, its square, and two components across the axis.
    const sums = [0, 0, 0, 0];
    const squares = [0, 0, 0, 0];
    for (let k = 0; k < SAMPLES; k++) {
      drawVonMisesFisher(field, random, spin, 0);
      expect(Math.abs(spin[0] ** 2 + spin[1] ** 2 + spin[2] ** 2 - 1)).toBeLessThan(1e-14);
      const depth = 1 - (AXIS[0] * spin[0] + AXIS[1] * spin[1] + AXIS[2] * spin[2]);
      [depth, depth ** 2, 0.8 * spin[0] - 0.36 * spin[2], 0.8 * spin[0] + 0.6 * spin[1]].forEach((value, m) => {
        sums[m] += value;
        squares[m] += value * value;
      });
    }
    const mean = langevin(kappa);
    const meanSquare = kappa === 0 ? 1 / 3 : 1 - 2 * (kappa > 1e-3 ? mean / kappa : 1 / 3);
    const expected = [1 - mean, 1 - 2 * mean + meanSquare, 0, 0];
    expected.forEach((value, m) => {
      const error = Math.sqrt((squares[m] / SAMPLES - (sums[m] / SAMPLES) ** 2) / SAMPLES);
      // At κ = 10⁶, 1 − cos θ itself has lost ten digits to rounding, and the closed form of its square all.
      if (kappa === 1e6 && m === 1) return;
      expect(Math.abs(sums[m] / SAMPLES - value)).toBeLessThan(4 * error);
    });
  });

  it('distribution function of the cosine at κ = 3, largest deviation (Kolmogorov)', () => {
    const random = philoxStream(18, 1);
    const spin = new Float64Array(3);
    const cosines = Float64Array.from({ length: SAMPLES }, () => {
      drawVonMisesFisher(Float64Array.of(0, 0, 3), random, spin, 0);
      return spin[2];
    }).sort();
    const distribution = (z: number) => Math.expm1(3 * (z + 1)) / Math.expm1(6);
    const largest = cosines.reduce((d, z, k) => Math.max(d, Math.abs(distribution(z) - (k + 0.5) / SAMPLES)), 0);
    // Exceeded with probability 2 exp(−2 · 2²) = 0.07 %.
    expect(largest * Math.sqrt(SAMPLES)).toBeLessThan(2);
  });
});

describe('moves of one spin', () => {
  const lattice = createLattice({ kind: 'triangular', size: [3, 3] });
  const model = linearModel(lattice, [0.4, -0.3]);

  it('overrelaxation keeps energy and length, changes one spin, and undoes itself', () => {
    const spins = namedConfiguration('random', lattice, { seed: 3 });
    const before = spins.slice();
    overrelaxationMove(model, spins, 4);
    expect(Math.abs(model.energy(spins) - model.energy(before))).toBeLessThan(1e-13);
    expect(spins.every((value, c) => (value !== before[c]) === (c >= 12 && c < 15))).toBe(true);
    overrelaxationMove(model, spins, 4);
    spins.forEach((value, c) => {
      expect(Math.abs(value - before[c])).toBeLessThan(1e-14);
    });
  });

  it('without a field overrelaxation does nothing, and heat bath draws any direction', () => {
    const free = linearModel(lattice, []);
    const spins = namedConfiguration('ferromagnet', lattice);
    overrelaxationMove(free, spins, 0);
    expect(spins).toEqual(namedConfiguration('ferromagnet', lattice));
    heatBathMove(free, 0.1, spins, 0, philoxStream(1, 1));
    const expected = new Float64Array(3);
    randomDirection(philoxStream(1, 1), expected, 0);
    expect(spins.subarray(0, 3)).toEqual(expected);
  });
});
