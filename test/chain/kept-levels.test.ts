/** Levels that chains keep: those of their samples, and nothing else changes. */
import { describe, expect, it } from 'vitest';
import type { ChainProgram } from '../../src/chain/chain.ts';
import { learn } from '../../src/chain/learning/learn.ts';
import { levelsEvery } from '../../src/chain/learning/levels-every.ts';
import { loadModels } from '../../src/chain/learning/models.ts';
import { createProgram } from '../../src/chain/spec-chain.ts';
import { levelAverages } from '../../src/exact/averages.ts';
import { classicalEnergy } from '../../src/exact/classical/energy.ts';
import { createModel } from '../../src/exact/create.ts';
import { sampledParameters } from '../../src/spec/model-parameters.ts';
import { parseSpec, type Spec } from '../../src/spec/spec.ts';
import { difference } from '../exact/dense/lattice-systems.ts';

const LINEAR = 'effective.kind = "linear"\ntraining.exact_evaluations = 60\nsampling.method = "reweighting"';
const SYSTEMS = [
  ['square', 'lattice.size = [4, 4]\nmodel.temperature = 0.1\nsampling.method = "local"'],
  [
    'triangular in a field',
    'lattice = { kind = "triangular", size = [3, 3] }\nmodel = { coupling = -6, chemical_potential = -3.4, temperature = 0.2, exchange = [0.1], field = [0, 0, 0.3] }\nsampling.method = "hmc"',
  ],
  [
    'twisted',
    'lattice = { kind = "chain", size = [6], twist = [0.2] }\nmodel.exchange = [0.2]\nsampling.method = "hmc"',
  ],
  ['reweighted', `lattice.size = [2, 4]\nmodel.temperature = 0.1\n${LINEAR}`],
] as const;

const specOf = (text: string, levels: boolean): Spec =>
  parseSpec(text, 'spec.toml', ['sampling.samples=60', 'sampling.warm_up=7', `sampling.levels=${levels}`]);

interface Row {
  readonly row: Float64Array;
  readonly levels: Float64Array | undefined;
  readonly spins: Float64Array;
}

/** Rows, levels and spins of all samples, the warm-up included. */
function sampled(program: ChainProgram, seed = 3, samples = 67): Row[] {
  const chain = program.start(seed, 1);
  return Array.from({ length: samples }, () => {
    const { row, levels } = chain.advance();
    return { row: row.slice(), levels: levels?.slice(), spins: chain.checkpoint().spins.slice() };
  });
}

const programOf = (spec: Spec): ChainProgram =>
  createProgram({ spec, learned: spec.sampling.method === 'reweighting' ? learn(spec).models : undefined });

describe.each(SYSTEMS)('%s', (_, text) => {
  const spec = specOf(text, true);
  const parameters = sampledParameters(spec);
  const { lattice, temperature } = parameters;
  const program = programOf(spec);
  const rows = sampled(program);
  const kept = rows.flatMap(({ levels, ...rest }, sample) => (levels ? [{ sample, levels, ...rest }] : []));

  it('are those of the oracle, with the classical energy of the spins', () => {
    const oracle = createModel(parameters, { route: 'dense' });
    const classical = classicalEnergy(parameters);
    for (const { levels, spins } of kept) {
      expect(difference(levels.subarray(1), oracle.spectrum(spins))).toBeLessThan(1e-12);
      expect(levels[0]).toBe(classical.energy(spins));
    }
  });

  it('give the log W that is stored with the sample', () => {
    const column = program.names.indexOf('freeEnergyMeanPerSite');
    for (const { levels, row } of kept) {
      const { logWeight } = levelAverages(levels.subarray(1), levels[0], parameters);
      const stored = (-row[column] * lattice.siteCount) / temperature;
      expect(Math.abs(logWeight - stored)).toBeLessThan(parameters.tolerance);
    }
  });

  it('are kept at equal distances after the warm-up, and change no other number', () => {
    const every = kept[1].sample - kept[0].sample;
    expect(every).toBeGreaterThanOrEqual(5);
    expect(kept.map(({ sample }) => sample)).toEqual(kept.map((_, k) => 7 + every * (k + 1) - 1));
    const without = sampled(programOf(specOf(text, false)));
    expect(without.every(({ levels }) => levels === undefined)).toBe(true);
    expect(without.map(({ row, spins }) => ({ row, spins }))).toEqual(rows.map(({ row, spins }) => ({ row, spins })));
  });

  it('continue bit-identically from any checkpoint', () => {
    for (const from of [3, 11, 40]) {
      const chain = program.start(3, 1);
      for (let k = 0; k < from; k++) chain.advance();
      const rest = program.resume(3, 1, structuredClone(chain.checkpoint()));
      for (let k = from; k < rows.length; k++) expect(rest.advance().levels).toEqual(rows[k].levels);
    }
  });
});

it('are rarer where they cost more than a quarter of the steps between them', () => {
  const spacing = (size: string) => {
    const spec = parseSpec(`lattice.size = ${size}\n${LINEAR}`, 'spec.toml', ['training.exact_evaluations=30']);
    const parameters = sampledParameters(spec);
    const learned = learn(spec).models;
    return levelsEvery(spec, createModel(parameters), loadModels(parameters, learned));
  };
  const [small, large] = [spacing('[4, 4]'), spacing('[12, 12]')];
  expect(small).toBeGreaterThanOrEqual(5);
  expect(large).toBeGreaterThan(2 * small);
  const spec = specOf(SYSTEMS[0][1], true);
  expect(levelsEvery(spec, createModel(sampledParameters(spec)), undefined)).toBe(5);
});
