/** Symmetry moves: odd averages vanish with an honest error, even ones stay exact, and a symmetry that is none is found. */
import { describe, expect, it } from 'vitest';
import { createModel } from '../../src/exact/create.ts';
import type { ModelParameters, SpinFermionModel } from '../../src/exact/model.ts';
import { exactSymmetries } from '../../src/exact/symmetry/exact-symmetries.ts';
import { createLattice } from '../../src/lattice/create.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { chiralities } from '../../src/observables/chirality.ts';
import { flowKernel } from '../../src/sampling/inner/flow-kernel.ts';
import type { ChainState } from '../../src/sampling/interfaces/sampler.ts';
import { symmetryMoves } from '../../src/sampling/moves/symmetry-moves.ts';
import { flowSampler } from '../../src/sampling/samplers/flow.ts';
import { hmcSampler } from '../../src/sampling/samplers/hmc.ts';
import { reweightingSampler } from '../../src/sampling/samplers/reweighting.ts';
import { runChain } from '../../src/sampling/samplers/run-chain.ts';
import { namedConfiguration } from '../../src/spins/named.ts';
import { gammaAnalysis } from '../../src/statistics/gamma.ts';
import { weightedMean } from '../../src/statistics/weighted.ts';
import { spoiltFlow } from './flows.ts';
import { numbered } from './numbered.ts';
import { missingBecause, SAMPLERS } from './samplers.ts';
import { doubleBonds, fourByFour, twoSites } from './systems.ts';

const movesOf = (parameters: ModelParameters) => symmetryMoves(parameters.lattice, exactSymmetries(parameters));

/** Odd under the inversion of all spins. */
const odd = ({ spins }: ChainState) => [spins[0], spins[5], spins[0] * spins[4] * spins[2]];

describe.each([twoSites(5), doubleBonds(5), fourByFour(0.1)])('$name', (system) => {
  const { parameters } = system.model;
  const names = Object.keys(SAMPLERS).filter((name) => missingBecause(name, system) === undefined);
  it.each(names)('%s', (name) => {
    const sampler = SAMPLERS[name](system);
    const state = sampler.start(namedConfiguration('random', parameters.lattice, { seed: 21 }));
    const measure = (at: ChainState) => numbered([...system.measure(at), ...odd(at)]);
    const plan = { warmUp: 500, samples: 5000, measure, moves: movesOf(parameters) };
    const { series, logImportance } = runChain(sampler, state, philoxStream(21, 1), plan);
    Object.values(series).forEach((values, k) => {
      const { mean, error } = weightedMean([values], [logImportance]);
      const known = system.known[k] ?? { mean: 0, error: 0 };
      expect(error).toBeGreaterThan(0);
      expect(Math.abs(mean - known.mean), `${k}`).toBeLessThan(4 * Math.hypot(error, known.error));
    });
  });
});

describe('a flow has no translations, averages have them', () => {
  const system = fourByFour(0.2);
  const { parameters } = system.model;
  const flow = spoiltFlow(system);
  const known = system.known[1];
  /** S·S along four bonds. */
  const bonds = [0, 5, 9, 15].map((site) => [
    site,
    parameters.lattice.bonds(1).find(({ from }) => from === site)?.to ?? 0,
  ]);
  const products = ({ spins }: ChainState) =>
    numbered(bonds.map(([i, j]) => [0, 1, 2].reduce((sum, c) => sum + spins[3 * i + c] * spins[3 * j + c], 0)));

  it('not the flow', () => {
    const spins = namedConfiguration('random', parameters.lattice, { seed: 1 });
    const moved = spins.slice();
    for (let c = 0; c < spins.length; c++) moved[((c + 3) % 12) + 12 * Math.floor(c / 12)] = spins[c];
    expect(system.model.logWeight(moved)).toBeCloseTo(system.model.logWeight(spins), 7);
    expect(Math.abs(flow.logDensity(moved) - flow.logDensity(spins))).toBeGreaterThan(0.1);
  });

  const samplers = {
    accepted: flowSampler(system.model, flow),
    weighted: reweightingSampler(system.model, flowKernel(flow)),
  };
  const copies = { 'random copies': movesOf(parameters), 'the samples themselves': undefined };
  it.each(Object.keys(samplers).flatMap((by) => Object.keys(copies).map((of) => [by, of] as const)))(
    '%s, %s',
    (by, of) => {
      const sampler = samplers[by as keyof typeof samplers];
      const plan = { warmUp: 100, samples: 10_000, measure: products, moves: copies[of as keyof typeof copies] };
      const start = sampler.start(namedConfiguration('random', parameters.lattice, { seed: 2 }));
      const { series, logImportance } = runChain(sampler, start, philoxStream(4, 1), plan);
      for (const values of Object.values(series)) {
        const { mean, error } = weightedMean([values], [logImportance]);
        expect(error).toBeLessThan(0.03);
        expect(Math.abs(mean - known.mean) / Math.hypot(error, known.error)).toBeLessThan(4);
      }
    },
  );
});

const HIGH = { hopping: [1], coupling: -6, chemicalPotential: -3.4, exchange: [], tolerance: 1e-8 };

function chiralityOf(model: SpinFermionModel, parameters: ModelParameters | undefined, seed: number) {
  const { lattice } = model.parameters;
  const [chirality, square] = chiralities(lattice).map(
    ({ evaluate }) =>
      (spins: Float64Array) =>
        evaluate(spins, {} as never),
  );
  const sampler = hmcSampler(model);
  const state = sampler.start(namedConfiguration('random', lattice, { seed }));
  const measure = ({ spins, logWeight }: ChainState) => numbered([chirality(spins), square(spins), logWeight]);
  const moves = parameters && movesOf(parameters);
  const plan = { warmUp: 150, samples: 250, measure, moves };
  const { series } = runChain(sampler, state, philoxStream(seed, 1), plan);
  return Object.values(series).map((values) => gammaAnalysis([values]));
}

it('averages over both chiralities of a lattice that keeps one', () => {
  const lattice = createLattice({ kind: 'triangular', size: [8, 8] });
  const parameters = { lattice, ...HIGH, temperature: 0.02, field: [0, 0, 0] } as const;
  const model = createModel(parameters);
  const [stuck, stuckSquare, stuckWeight] = chiralityOf(model, undefined, 3);
  const [free, freeSquare, freeWeight] = chiralityOf(model, parameters, 3);
  expect(Math.abs(stuck.mean)).toBeGreaterThan(20 * stuck.error);
  expect(Math.abs(free.mean)).toBeLessThan(4 * free.error);
  expect(free.error).toBeGreaterThan(0.3 * Math.sqrt(freeSquare.mean / free.samples));
  for (const [a, b] of [[stuckSquare, freeSquare] as const, [stuckWeight, freeWeight] as const])
    expect(Math.abs(a.mean - b.mean)).toBeLessThan(4 * Math.hypot(a.error, b.error));
});

it('a symmetry that the model lacks is found by an average', () => {
  const lattice = createLattice({ kind: 'chain', size: [2], boundary: ['open'] });
  const common = {
    lattice,
    hopping: [1],
    coupling: 1,
    chemicalPotential: 0,
    temperature: 0.2,
    exchange: [],
    tolerance: 1e-8,
  };
  const model = createModel({ ...common, field: [0, 0, 0.3] });
  const along = (field: readonly [number, number, number]) => {
    const sampler = hmcSampler(model);
    const state = sampler.start(namedConfiguration('random', lattice, { seed: 1 }));
    const moves = movesOf({ ...common, field });
    const measure = ({ spins }: ChainState) => ({ z: (spins[2] + spins[5]) / 2 });
    const { series } = runChain(sampler, state, philoxStream(1, 1), { warmUp: 100, samples: 4000, measure, moves });
    return gammaAnalysis([series.z]);
  };
  const [right, wrong] = [along([0, 0, 0.3]), along([0, 0, 0])];
  expect(right.mean).toBeGreaterThan(10 * right.error);
  expect((right.mean - wrong.mean) / Math.hypot(right.error, wrong.error)).toBeGreaterThan(10);
});
