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
  const measure = measuring(model, [...primary.map(({ evaluate }) => evaluate), own]);
  const { series } = runChain(sampler, state, philoxStream(3, 0), { warmUp: 2, samples: 5, measure });
  const measurement = model.measure(state.spins);
  const last = series.map((values) => values[4]);
  primary.forEach(({ evaluate }, k) => {
    expect(last[k]).toBeCloseTo(evaluate(state.spins, measurement), 9);
  });
  expect(last[primary.length]).toBeCloseTo(state.spins[2] - 0.1, 9);
  expect(new Set(series[0]).size).toBe(5);
});
