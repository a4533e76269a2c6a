/** Chains of tempered specs, beside the single chains that they are made of. */
import { expect, it } from 'vitest';
import { prepareSpec } from '../../src/chain/prepare-spec.ts';
import { sampleSpec } from '../../src/chain/sample-spec.ts';
import { createProgram } from '../../src/chain/spec-chain.ts';
import { createModel } from '../../src/exact/create.ts';
import { sampledParameters } from '../../src/spec/model-parameters.ts';
import { parseSpec } from '../../src/spec/spec.ts';
import { rungSpecs } from '../../src/spec/tempering.ts';
import { follow } from './following.ts';

const TEXT = `
lattice.size = [2, 2]
sampling = { method = "local", samples = 200, warm_up = 20 }
tempering.temperatures = [0.05, 0.07, 0.1, 0.2]
`;
const spec = parseSpec(TEXT, 'spec.toml');
const program = createProgram(prepareSpec(spec));

it('hands over a table per temperature and the exchanges', () => {
  expect(program.parts?.map(({ name }) => name)).toEqual(['2', '3', '4', 'exchanges']);
  for (const { names } of program.parts?.slice(0, 3) ?? []) expect(names).toEqual(program.names);
  const { parts } = program.start(7, 1).advance();
  expect(parts?.map(({ row }) => row.length)).toEqual([...Array(3).fill(program.names.length), 7]);
});

it('has log W of every configuration at its own temperature, whatever was exchanged', () => {
  const models = rungSpecs(spec).map((rung) => createModel(sampledParameters(rung)));
  const { checkpoints, rows } = follow(program.start(7, 1), 50);
  for (const [k, { spins, logWeight, settings }] of checkpoints.entries()) {
    const logWeights = [logWeight, ...[2, 3, 4].map((rung) => settings[`${rung}.logWeight`])];
    for (const [rung, model] of models.entries())
      expect(model.logWeight(spins.slice(12 * rung, 12 * (rung + 1)))).toBeCloseTo(logWeights[rung], 8);
    expect(settings['1.logWeight']).toBe(logWeight);
    const labels = [1, 2, 3, 4].map((rung) => settings[`${rung}.label`]);
    expect([...labels].sort()).toEqual([1, 2, 3, 4]);
    expect([...rows[k][4].subarray(0, 4)]).toEqual(labels);
  }
});

it('tries even pairs and odd pairs alternately', () => {
  const { rows } = follow(program.start(7, 1), 4);
  const tried = rows.map((parts) => Array.from(parts[4].subarray(4), (probability) => !Number.isNaN(probability)));
  expect(tried).toEqual([
    [true, false, true],
    [false, true, false],
    [true, false, true],
    [false, true, false],
  ]);
});

it('exchanges after every so-many-th step alone', () => {
  const seldom = createProgram(prepareSpec(parseSpec(`${TEXT}tempering.exchange_every = 3`, 'spec.toml')));
  const { rows } = follow(seldom.start(7, 1), 7);
  expect(rows.map((parts) => parts[4].subarray(4).some((value) => !Number.isNaN(value)))).toEqual(
    [0, 1, 2, 3, 4, 5, 6].map((step) => step % 3 === 2),
  );
});

it('counts what the exchanges cost, in all and by temperature', () => {
  const steps = 30;
  const { checkpoints } = follow(program.start(7, 1), steps);
  const { counters } = checkpoints[steps - 1];
  const byTemperature = [1, 2, 3, 4].map((rung) => counters[`${rung}.exactEvaluations`]);
  // The ends take part in every other round, the others in all of them; a sweep counts as one.
  expect(byTemperature).toEqual([steps + steps / 2, 2 * steps, 2 * steps, steps + steps / 2]);
  expect(counters.exactEvaluations).toBe(byTemperature.reduce((sum, count) => sum + count));
});

it('is sampled at its lowest temperature by sampleSpec', async () => {
  const expected = follow(program.start(spec.sampling.seed, 1), 23).rows.slice(20);
  let k = 0;
  for await (const { values, spins } of sampleSpec(spec)) {
    expect(Object.values(values)).toEqual([...expected[k][0]]);
    expect(spins.length).toBe(12);
    if (++k === expected.length) break;
  }
  expect(k).toBe(3);
});
