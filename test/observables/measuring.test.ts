import { expect, it } from 'vitest';
import {
  createLattice,
  createModel,
  localSampler,
  measuring,
  namedConfiguration,
  observablesFor,
  philoxStream,
  runChain,
} from '../../src/index.ts';

it("records the library's observables and your own, of the spins and log weight that the chain has", () => {
  const lattice = createLattice({ kind: 'square', size: [4, 4] });
  const physics = { hopping: [1], coupling: 1, chemicalPotential: 0, temperature: 0.1, exchange: [], tolerance: 1e-8 };
  const model = createModel({ lattice, ...physics, field: [0, 0, 0] });
  const sampler = localSampler(model);
  const state = sampler.start(namedConfiguration('random', lattice, { seed: 1 }));
  const { primary } = observablesFor(model.parameters);
  const own = (spins: Float64Array, { freeEnergy, logWeight }: { freeEnergy: number; logWeight: number }) =>
    spins[2] + freeEnergy / logWeight;
  const measure = measuring(model, [...primary, { name: 'own', evaluate: own }]);
  const { series } = runChain(sampler, state, philoxStream(3, 0), { warmUp: 2, samples: 5, measure });
  const measurement = model.measure(state.spins);
  primary.forEach(({ name, evaluate }) => {
    expect(series[name][4]).toBeCloseTo(evaluate(state.spins, measurement), 9);
  });
  expect(series.own[4]).toBeCloseTo(state.spins[2] - 0.1, 9);
  expect(new Set(series[primary[0].name]).size).toBe(5);
});
