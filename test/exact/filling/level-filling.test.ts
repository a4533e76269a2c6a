/** The chemical potential of a filling, against sums over levels that are written out here. */
import { describe, expect, it } from 'vitest';
import { fillLevels } from '../../../src/exact/filling/level-filling.ts';
import { createLattice, createModel, namedConfiguration } from '../../../src/index.ts';
import { philoxStream } from '../../../src/numeric/philox.ts';

/** Electrons per site, by the formula. */
const density = (levels: Float64Array, mu: number, temperature: number): number =>
  (2 * levels.reduce((sum, level) => sum + 1 / (1 + Math.exp((level - mu) / temperature)), 0)) / levels.length;

const LATTICES = [
  { kind: 'chain', size: [7] },
  { kind: 'square', size: [4, 3], boundary: ['periodic', 'open'] },
  { kind: 'triangular', size: [4, 4] },
  { kind: 'honeycomb', size: [3, 2] },
  { kind: 'kagome', size: [2, 2], twist: [0.1, 0] },
  { kind: 'cubic', size: [3, 2, 2] },
] as const;

describe.each(LATTICES)('$kind', (spec) => {
  const lattice = createLattice(spec);
  const random = philoxStream(7, 1);
  it.each([0.001, 0.05, 1, 300])('any filling at T = %s', (temperature) => {
    const coupling = 8 * random.nextUniform();
    const model = createModel({ lattice, coupling, hopping: [1, 0.3] }, { route: 'dense' });
    for (let seed = 0; seed < 5; seed++) {
      const levels = model.spectrum(namedConfiguration('random', lattice, { seed }));
      const filling = 2 * random.nextUniform();
      const { chemicalPotential } = fillLevels(levels, filling, temperature);
      expect(Math.abs(density(levels, chemicalPotential, temperature) - filling)).toBeLessThan(1e-12);
    }
  });
});

const LEVELS = Float64Array.of(-3, -1, -1, -1, 0.5, 2);

it('is in the middle of a gap at T = 0, which is stated', () => {
  expect(fillLevels(LEVELS, 4 / 3, 0)).toEqual({ chemicalPotential: -0.25, interval: [-1, 0.5] });
});

it('shares levels that are filled in part at T = 0', () => {
  const { chemicalPotential, shared } = fillLevels(LEVELS, 2 / 3, 0);
  expect(chemicalPotential).toBe(-1);
  expect(shared?.occupation).toBeCloseTo(1 / 3, 15);
  expect([shared?.empty, shared?.filled]).toEqual([-2, -0.25]);
  // A quarter of an electron in the lowest level, which has none below it.
  const lowest = fillLevels(LEVELS, 1 / 12, 0).shared;
  expect(lowest?.occupation).toBeCloseTo(0.25, 15);
  expect(lowest?.empty).toBeLessThan(-3);
});

it('takes a product that is whole but for its rounding as whole', () => {
  const levels = Float64Array.from({ length: 200 }, (_, k) => k);
  expect(0.07 * 100).not.toBe(7);
  expect(fillLevels(levels, 0.07, 0).interval).toEqual([6, 7]);
});

describe('in a gap at T > 0', () => {
  it('is in the middle of what will do, and says so', () => {
    const { chemicalPotential, interval } = fillLevels(LEVELS, 4 / 3, 0.01);
    const [low, high] = interval ?? [0, 0];
    expect(chemicalPotential).toBe((low + high) / 2);
    for (const mu of [low, high, chemicalPotential])
      expect(Math.abs(density(LEVELS, mu, 0.01) - 4 / 3)).toBeLessThan(1.4e-10);
    expect(Math.abs(density(LEVELS, low - 0.01, 0.01) - 4 / 3)).toBeGreaterThan(1.4e-10);
    expect(Math.abs(density(LEVELS, high + 0.01, 0.01) - 4 / 3)).toBeGreaterThan(1.4e-10);
  });

  it('even where occupations underflow', () => {
    const { chemicalPotential, interval } = fillLevels(LEVELS, 4 / 3, 1e-5);
    expect(chemicalPotential).toBeCloseTo(-0.25, 4);
    expect(interval?.[0]).toBeCloseTo(-1, 3);
  });

  it('states no interval narrower than T', () => {
    expect(fillLevels(LEVELS, 4 / 3, 0.2).interval).toBeUndefined();
  });
});

it.each([1e-12, 1e-300, 2 - 1e-12])('few electrons and few holes: %s per site', (filling) => {
  const { chemicalPotential } = fillLevels(LEVELS, filling, 0.1);
  const [few, found] =
    filling < 1
      ? [filling, density(LEVELS, chemicalPotential, 0.1)]
      : [2 - filling, density(LEVELS.map((level) => -level).reverse(), -chemicalPotential, 0.1)];
  expect(Math.abs(found / few - 1)).toBeLessThan(1e-3);
});
