/** Quantities that do not fluctuate are constants within the resolution that their observables declare, and others are not. */
import { describe, expect, it } from 'vitest';
import { createModel } from '../../src/exact/create.ts';
import { MODEL_DEFAULTS } from '../../src/exact/defaults.ts';
import type { ModelParameters } from '../../src/exact/model.ts';
import { createLattice } from '../../src/lattice/create.ts';
import type { LatticeSpec } from '../../src/lattice/lattice.ts';
import { accuracyOf, accuracyOfDerived } from '../../src/observables/accuracy.ts';
import { observablesFor } from '../../src/observables/observables-for.ts';
import { namedConfiguration } from '../../src/spins/named.ts';
import { estimateDerived, estimateMean } from '../../src/statistics/estimate.ts';

const SAMPLES = 60;

/** Estimates from independent random spins. */
function estimatesOn(spec: LatticeSpec, changes: Partial<ModelParameters>) {
  const parameters = {
    ...MODEL_DEFAULTS,
    lattice: createLattice(spec),
    temperature: 0.1,
    ...changes,
  };
  const model = createModel(parameters, { measurementTolerance: 1e-8 });
  const samples = Array.from({ length: SAMPLES }, (_, seed) => {
    const spins = namedConfiguration('random', parameters.lattice, { seed });
    return { spins, measurement: model.measure(spins) };
  });
  const { primary, derived } = observablesFor(parameters);
  const measured = primary.map((observable) => {
    const values = Float64Array.from(samples, ({ spins, measurement }) => observable.evaluate(spins, measurement));
    const largest = values.reduce((sum, value) => Math.max(sum, Math.abs(value)), 0);
    return { name: observable.name, values, accuracy: accuracyOf(observable, model.measurementErrors, largest) };
  });
  const find = (name: string) => measured.find((one) => one.name === name) as (typeof measured)[0];
  return Object.fromEntries([
    ...measured.map(({ name, values, accuracy }) => [name, estimateMean([values], accuracy)]),
    ...derived.map((observable) => {
      const inputs = observable.inputs.map(find);
      const accuracy = accuracyOfDerived(
        observable,
        inputs.map((input) => input.accuracy.resolution),
      );
      return [
        observable.name,
        estimateDerived(
          inputs.map(({ values }) => [values]),
          observable.evaluate,
          accuracy,
        ),
      ];
    }),
  ]);
}

const constants = (estimates: ReturnType<typeof estimatesOn>) =>
  Object.keys(estimates).filter((name) => estimates[name].kind === 'constant');
const numbers = ['density', 'density2'];
const chirality = ['scalarChirality', 'scalarChirality2'];
const electrons = [
  ...['energyPerSite', 'freeEnergyMeanPerSite', 'density', 'density2', 'grandEnergyPerSite', 'grandEnergyPerSite2'],
  ...['energyFluctuationPerSite', 'numberFluctuationPerSite'],
];
const responses = ['specificHeatPerSite', 'compressibility'];

describe.each<[string, LatticeSpec, Partial<ModelParameters>, string[]]>([
  ['half filling', { kind: 'square', size: [4, 4] }, {}, numbers],
  ['2 × 2', { kind: 'square', size: [2, 2] }, {}, [...numbers, ...chirality]],
  ['2 × 6', { kind: 'square', size: [2, 6] }, {}, [...numbers, ...chirality]],
  ['5 × 2', { kind: 'square', size: [5, 2] }, {}, chirality],
  ['1 × 6, self-bonds', { kind: 'square', size: [1, 6] }, {}, chirality],
  ['1 × 5 triangular', { kind: 'triangular', size: [1, 5] }, { chemicalPotential: -1 }, chirality],
  // The twist is a gauge there: two bonds between the same sites, with phases that are equal in both rows.
  [
    '2 × 2 with a twist',
    { kind: 'square', size: [2, 2], twist: [0.3, 0] },
    { coupling: 3 },
    [...numbers, ...chirality],
  ],
  ['no coupling', { kind: 'triangular', size: [3, 3] }, { coupling: 0 }, [...electrons, ...responses]],
  [
    'no coupling, doped and twisted',
    { kind: 'honeycomb', size: [2, 3], twist: [0.2, 0.4] },
    { coupling: 0, chemicalPotential: 0.7 },
    [...electrons, ...responses],
  ],
  ['no hopping', { kind: 'chain', size: [6] }, { hopping: [0], coupling: 2 }, [...electrons, ...responses]],
])('%s', (_, spec, changes, expected) => {
  const estimates = estimatesOn(spec, changes);

  it('has these constants and no others', () => {
    expect(constants(estimates).sort()).toEqual([...expected].sort());
  });

  it('has no number that should be positive below zero', () => {
    for (const name of [...electrons.slice(2, 4), ...electrons.slice(6), ...responses])
      expect((estimates[name] as { mean: number }).mean, name).toBeGreaterThanOrEqual(0);
  });
});

it.each<[string, Partial<ModelParameters>, string[]]>([
  ['an empty band', { chemicalPotential: -20, temperature: 0.02 }, ['density', 'density2']],
  ['a full band', { chemicalPotential: 20, temperature: 0.02 }, []],
  ['a gap', { coupling: 8, temperature: 0.02 }, []],
])('%s: what is exponentially small has an upper bound', (_, changes, more) => {
  const estimates = estimatesOn({ kind: 'square', size: [4, 4] }, changes);
  for (const name of ['energyFluctuationPerSite', 'numberFluctuationPerSite', 'compressibility', ...more]) {
    const { mean, upperBound } = estimates[name] as { mean: number; upperBound: number };
    expect(mean).toBeGreaterThanOrEqual(0);
    expect(upperBound, name).toBeGreaterThan(0);
    expect(upperBound, name).toBeLessThan(1e-7);
  }
});
