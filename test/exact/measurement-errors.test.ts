/** Averages over the electrons against full diagonalisation: no error is beyond its bound, and what cannot be negative is not. */
import { describe, expect, it } from 'vitest';
import { createModel } from '../../src/exact/create.ts';
import { MODEL_DEFAULTS } from '../../src/exact/defaults.ts';
import type { Measurement, ModelParameters } from '../../src/exact/model.ts';
import { createLattice } from '../../src/lattice/create.ts';
import type { LatticeSpec } from '../../src/lattice/lattice.ts';
import { namedConfiguration } from '../../src/spins/named.ts';

const parametersOf = (lattice: LatticeSpec, changes: Partial<ModelParameters>): ModelParameters => ({
  ...MODEL_DEFAULTS,
  lattice: createLattice(lattice),
  temperature: 0.05,
  ...changes,
});

const square: LatticeSpec = { kind: 'square', size: [4, 4] };
const KEYS = Object.keys({
  logWeight: 0,
  freeEnergy: 0,
  energy: 0,
  classicalEnergy: 0,
  density: 0,
  energyFluctuation: 0,
  numberFluctuation: 0,
  crossFluctuation: 0,
}) as (keyof Measurement)[];

describe.each<[string, ModelParameters]>([
  ['class C', parametersOf(square, {})],
  ['a wide gap', parametersOf(square, { coupling: 8, temperature: 0.02 })],
  ['an empty band', parametersOf(square, { chemicalPotential: -20 })],
  ['a full band', parametersOf(square, { chemicalPotential: 20, temperature: 0.5 })],
  ['doping', parametersOf(square, { chemicalPotential: -1.3, coupling: 4, temperature: 0.01 })],
  [
    'a frustrated lattice',
    parametersOf({ kind: 'triangular', size: [3, 4] }, { coupling: -6, chemicalPotential: -3.4 }),
  ],
  ['a twist', parametersOf({ ...square, twist: [0.3, 0.1] }, { exchange: [0.5], field: [0, 0, 0.2] })],
  ['no coupling', parametersOf(square, { coupling: 0 })],
  ['a cold system', parametersOf(square, { temperature: 0.001 })],
  ['a warm system', parametersOf(square, { temperature: 3 })],
  ['a hot system', parametersOf(square, { temperature: 50, chemicalPotential: 1 })],
])('%s', (_, parameters) => {
  const dense = createModel(parameters, { route: 'dense' });

  it.each([1e-8, 1e-11])('keeps within its bounds at tolerance %d', (measurementTolerance) => {
    const model = createModel(parameters, { measurementTolerance });
    const bounds = model.measurementErrors;
    for (const seed of [1, 2, 3]) {
      const spins = namedConfiguration('random', parameters.lattice, { seed });
      const [found, exact] = [model.measure(spins), dense.measure(spins)];
      for (const key of KEYS) {
        expect(Math.abs(found[key] - exact[key]), key).toBeLessThanOrEqual(bounds[key] + dense.measurementErrors[key]);
        expect(bounds[key], key).toBeLessThan(1e-6 * (1 + parameters.temperature ** 2));
      }
      expect(Math.min(found.density, 2 - found.density)).toBeGreaterThanOrEqual(0);
      expect(Math.min(found.numberFluctuation, found.energyFluctuation)).toBeGreaterThanOrEqual(0);
    }
  });
});
