/** T = 0 from levels and poles, against the oracle with all of its eigenvectors. */
import { expect, it } from 'vitest';
import { createModel } from '../../src/exact/create.ts';
import { MODEL_DEFAULTS } from '../../src/exact/defaults.ts';
import { groundStateModel } from '../../src/exact/ground-state-model.ts';
import type { ModelParameters, SpinFermionModel } from '../../src/exact/model.ts';
import { generalSpectrum } from '../../src/exact/spectrum/general-spectrum.ts';
import { spinFermionSystem } from '../../src/exact/system.ts';
import { createLattice } from '../../src/lattice/create.ts';
import type { LatticeSpec } from '../../src/lattice/lattice.ts';
import { type ConfigurationName, namedConfiguration } from '../../src/spins/named.ts';

const parametersOf = (spec: LatticeSpec, changes: Partial<ModelParameters>): ModelParameters => ({
  ...MODEL_DEFAULTS,
  lattice: createLattice(spec),
  temperature: 0,
  ...changes,
});

function fastModel(parameters: ModelParameters): SpinFermionModel {
  const system = spinFermionSystem(parameters);
  return groundStateModel(system, 'wasm', generalSpectrum(system.hopping, parameters.coupling, 'wasm'));
}

function forceOf(model: SpinFermionModel, spins: Float64Array): Float64Array {
  const force = new Float64Array(spins.length);
  expect(model.logWeightAndForce(spins, force)).toBeNaN();
  return force;
}

/** Levels at μ: the ferromagnet of 4 × 4 sites at half filling, hopping without a band, the free electrons of coupling 0. */
const SYSTEMS: [LatticeSpec, Partial<ModelParameters>, ConfigurationName][] = [
  [{ kind: 'square', size: [4, 4] }, {}, 'random'],
  [{ kind: 'square', size: [4, 4] }, { coupling: 4 }, 'ferromagnet'],
  [{ kind: 'square', size: [4, 4] }, { coupling: 0 }, 'random'],
  [{ kind: 'square', size: [4, 4] }, { hopping: [], coupling: 0 }, 'random'],
  [{ kind: 'square', size: [6, 6] }, { chemicalPotential: 0.3, coupling: 2, exchange: [0.2] }, 'random'],
  [{ kind: 'square', size: [4, 4], twist: [0.25, 0.1] }, { chemicalPotential: 0.1 }, 'spiral'],
  [{ kind: 'kagome', size: [3, 2] }, { hopping: [1, 0.2], coupling: -4, field: [0, 0, 0.1] }, 'random'],
  [{ kind: 'triangular', size: [6, 6] }, { chemicalPotential: 3, coupling: 2 }, 'spiral'],
  [{ kind: 'honeycomb', size: [3, 3] }, { hopping: [1, 0, 0.5], coupling: -1, chemicalPotential: 0.103 }, 'neel'],
  [{ kind: 'cubic', size: [2, 2, 2] }, { coupling: 8, chemicalPotential: 4 }, 'random'],
  [{ kind: 'chain', size: [6], boundary: ['open'] }, { chemicalPotential: 20 }, 'random'],
  [{ kind: 'chain', size: [6] }, { chemicalPotential: -20 }, 'random'],
  [{ kind: 'square', size: [1, 1] }, {}, 'random'],
];

it.each(SYSTEMS)('%j %j %s: the same averages and forces', (spec, changes, name) => {
  const parameters = parametersOf(spec, changes);
  const spins = namedConfiguration(name, parameters.lattice, { seed: 3 });
  const [fast, oracle] = [fastModel(parameters), createModel(parameters, { route: 'dense' })];
  const [measured, expected] = [fast.measure(spins), oracle.measure(spins)];
  for (const key of Object.keys(expected) as (keyof typeof expected)[])
    if (key !== 'logWeight') expect(measured[key], key).toBeCloseTo(expected[key], 11);
  const exactForce = forceOf(oracle, spins);
  expect(Math.max(...forceOf(fast, spins).map((value, c) => Math.abs(value - exactForce[c])))).toBeLessThan(1e-12);
});

it('is a level at μ that is half filled, and is filled right below it', () => {
  // A single site: levels ±J/2.
  const density = (chemicalPotential: number) => {
    const parameters = parametersOf(
      { kind: 'square', size: [1, 1], boundary: ['open', 'open'] },
      { chemicalPotential },
    );
    return fastModel(parameters).measure(namedConfiguration('random', parameters.lattice)).density;
  };
  expect([0.49, 0.5, 0.51, -0.49, -0.5, -0.51].map(density)).toEqual([1, 1.5, 2, 1, 0.5, 0]);
});

it('uses eigenvectors where levels nearly meet at μ', () => {
  const parameters = parametersOf({ kind: 'chain', size: [2], boundary: ['open'] }, { hopping: [1e-9], coupling: 1 });
  const close = { ...parameters, chemicalPotential: 0.5 };
  const spins = namedConfiguration('random', close.lattice, { seed: 5 });
  expect(forceOf(fastModel(close), spins)).toEqual(forceOf(createModel(close, { route: 'dense' }), spins));
});

it('serves large lattices by default, and the oracle where it is asked for', () => {
  const large = parametersOf({ kind: 'square', size: [9, 8] }, { chemicalPotential: 0.2 });
  const spins = namedConfiguration('random', large.lattice, { seed: 1 });
  const [model, oracle] = [createModel(large), createModel(large, { route: 'dense' })];
  expect([model.route, oracle.engine]).toEqual(['dense', 'typescript']);
  expect(model.measure(spins).freeEnergy).toBeCloseTo(oracle.measure(spins).freeEnergy, 11);
  expect(model.errorBound).toBe(oracle.errorBound);
  expect(forceOf(createModel(large, { engine: 'typescript' }), spins)).toEqual(forceOf(model, spins));
});
