/** Configurations at a filling, against the same model with the chemical potential given, and against derivatives. */
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { evaluateFilled } from '../../src/evaluate/evaluate-filled.ts';
import { createLattice, createModel, namedConfiguration } from '../../src/index.ts';

const OPTIONS = { spectrum: false };

function filled(lattice: ReturnType<typeof createLattice>, filling: number, temperature: number, coupling = 1) {
  const modelAt = (chemicalPotential: number) =>
    createModel({ lattice, temperature, coupling, chemicalPotential, exchange: [0.1] });
  const spins = [1, 2].map((seed) => namedConfiguration('random', lattice, { seed }));
  return { modelAt, spins, ...evaluateFilled(modelAt(-1), modelAt, filling, spins, OPTIONS) };
}

const CASES: readonly {
  name: string;
  lattice: Parameters<typeof createLattice>[0];
  filling: number;
  temperature: number;
}[] = [
  { name: 'triangular, quarter', lattice: { kind: 'triangular', size: [4, 4] }, filling: 0.5, temperature: 0.05 },
  { name: 'triangular, three quarters', lattice: { kind: 'triangular', size: [4, 4] }, filling: 1.5, temperature: 0 },
  { name: 'square, odd number', lattice: { kind: 'square', size: [3, 3] }, filling: 7 / 9, temperature: 0.1 },
  { name: 'square, odd number, T = 0', lattice: { kind: 'square', size: [3, 3] }, filling: 7 / 9, temperature: 0 },
  { name: 'large, T = 0', lattice: { kind: 'kagome', size: [5, 5] }, filling: 0.6, temperature: 0 },
];

describe.each(CASES)('$name', ({ lattice, filling, temperature }) => {
  const { configurations, modelAt, spins } = filled(createLattice(lattice), filling, temperature);
  it.each([0, 1])('is what the model with that chemical potential gives: configuration %i', (index) => {
    const found = configurations[index];
    const model = modelAt(found.chemicalPotential);
    const [given] = evaluate(model, [spins[index]], OPTIONS).configurations;
    expect(Math.abs(found.density - filling)).toBeLessThan(1e-12);
    expect(Math.abs(given.density - filling)).toBeLessThan(1e-10);
    expect(Math.abs(found.freeEnergy - given.freeEnergy)).toBeLessThan(1e-8);
    expect(Math.abs(found.energy - given.energy)).toBeLessThan(1e-8);
    expect(found.forces).toEqual(given.forces);
    if (temperature > 0) expect(Math.abs(found.logWeight - given.logWeight)).toBeLessThan(1e-8);
  });
});

it('is at μ = 0 to the last bit where levels come in pairs, by the quaternion route', () => {
  const { configurations, route } = filled(createLattice({ kind: 'square', size: [4, 4] }), 1, 0.05);
  expect(configurations.map(({ chemicalPotential }) => chemicalPotential)).toEqual([0, 0]);
  expect(route).toBe('quaternion');
});

describe('levels filled in part at T = 0', () => {
  const lattice = createLattice({ kind: 'square', size: [3, 3], boundary: ['periodic', 'open'] });
  const { configurations, spins, modelAt } = filled(lattice, 0.5, 0, 4);
  const { levels, found } = { levels: modelAt(0).spectrum(spins[0]), found: configurations[0] };

  it('count half of a level for half an electron', () => {
    const below = levels.slice(0, 4).reduce((sum, level) => sum + level, 0);
    const classical = found.energy - below - levels[4] / 2;
    expect(found.chemicalPotential).toBe(levels[4]);
    expect(found.density).toBeCloseTo(0.5, 14);
    expect(found.freeEnergy).toBeCloseTo(below - 4 * levels[4] + classical, 10);
  });

  it('have the forces of that energy at a fixed number of electrons', () => {
    const step = 1e-5;
    const energyAt = (displacement: number): number => {
      const moved = spins[0].slice();
      moved[0] += displacement;
      const [{ energy }] = evaluateFilled(modelAt(-1), modelAt, 0.5, [moved], OPTIONS).configurations;
      return energy;
    };
    const slope = (energyAt(step) - energyAt(-step)) / (2 * step);
    expect(found.forces[0][0]).toBeCloseTo(-slope, 7);
  });

  it('are degenerate in a ferromagnet: all of them share', () => {
    const ferromagnet = namedConfiguration('ferromagnet', lattice);
    const [{ density, chemicalPotential }] = evaluateFilled(
      modelAt(-1),
      modelAt,
      4 / 9,
      [ferromagnet],
      OPTIONS,
    ).configurations;
    const share = modelAt(0)
      .spectrum(ferromagnet)
      .filter((level) => Math.abs(level - chemicalPotential) < 1e-9);
    expect(share.length).toBeGreaterThan(1);
    expect(density).toBeCloseTo(4 / 9, 13);
  });
});
