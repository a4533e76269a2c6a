/** `kind = "auto"`: the best of what was tried, the same every time, and averages that are known. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { chooseAutomatically } from '../../../src/chain/auto/auto.ts';
import { runTimedTrial } from '../../../src/chain/learning/timed-trial.ts';
import { summarise } from '../../../src/results/summary/summary.ts';
import { advance, startRun } from '../../../src/run/conductor/conductor.ts';
import { keepTraining } from '../../../src/run/conductor/prepare.ts';
import { specOf } from '../../../src/run/conductor/stored-spec.ts';
import { readChoice } from '../../../src/run/training/choice-file.ts';
import type { TrialTask } from '../../../src/sampling/choosing/trial.ts';
import { parseSpec } from '../../../src/spec/spec.ts';
import { openRun, readSeries } from '../../../src/store/store.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'spinformer-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

const TEXT = `
lattice.size = [4, 4]
model.temperature = 0.1
effective.kind = "auto"
training.exact_evaluations = 100
sampling = { chains = 2, samples = 4000, warm_up = 100 }
`;

const runOf = (name: string, text = TEXT) => startRun(join(FOLDER, name), text, parseSpec(text, 'spec.toml'));

it('chooses the most efficient, samples exactly with it, and does the same again', async () => {
  const run = runOf('first');
  expect(await advance(run, { workers: 2 })).toBe('finished');
  const choice = readChoice(run);
  const worths = choice?.attempts.map(({ efficiency = 0 }) => efficiency) ?? [];
  const best = choice?.attempts[worths.indexOf(Math.max(...worths))];
  expect(worths.length).toBeGreaterThanOrEqual(7);
  expect([choice?.method, choice?.effective]).toEqual([best?.method, expect.objectContaining(best?.effective)]);
  expect(specOf(openRun(run.directory))).toMatchObject({
    sampling: { method: choice?.method },
    effective: choice?.effective,
  });
  const { observables } = summarise(run);
  // 4 × 4, T = 0.1, by two independent exact methods: test/fixtures/ensembles-4x4.json.
  const { staggeredMagnetization2: order } = observables;
  if (order.kind !== 'estimate') throw new Error('too few samples');
  expect(Math.abs(order.mean - 0.124278)).toBeLessThan(4 * Math.hypot(order.error, 0.000205));
  const again = runOf('second');
  await advance(again, { workers: 1 });
  expect(readSeries(again)).toEqual(readSeries(run));
});

const FLOWING = `${TEXT}flow = { base = "learned", layers = 2, exact_evaluations = 500 }\n`;

describe('with a flow', () => {
  it('tries it, and does without where it is not worth its passes', () => {
    const { choice, flow } = chooseAutomatically(parseSpec(FLOWING, 'spec.toml'), {});
    expect(choice.attempts.map(({ name }) => name).slice(0, 2)).toEqual(['linear model', 'linear model and flow']);
    expect([choice.flow, flow]).toEqual([{ base: 'none' }, undefined]);
    // That of the linear model, at most 100, and of the flow.
    expect(choice.training.exactEvaluations).toBeGreaterThan(480);
    expect(choice.training.exactEvaluations).toBeLessThan(800);
  });

  it('samples through it where that is best', async () => {
    const spec = parseSpec(FLOWING, 'spec.toml');
    const praised = (task: TrialTask) => {
      const result = runTimedTrial(task);
      const factor = task.candidate.name === 'linear model and flow' ? 1000 : 1;
      return { ...result, performance: { ...result.performance, efficiency: factor * result.performance.efficiency } };
    };
    const outcome = chooseAutomatically(spec, { runTrial: praised });
    expect(outcome.choice).toMatchObject({ method: 'self-learning', flow: spec.flow });
    const run = runOf('flowing', FLOWING);
    keepTraining(run, outcome);
    expect(await advance(run, { workers: 2 })).toBe('finished');
    const { flow, cost, observables } = summarise(run);
    expect(flow?.choice.layers).toBe(2);
    expect(cost.training).toEqual(outcome.choice.training);
    const { staggeredMagnetization2: order } = observables;
    if (order.kind !== 'estimate') throw new Error('too few samples');
    expect(Math.abs(order.mean - 0.124278)).toBeLessThan(4 * Math.hypot(order.error, 0.000205));
  });
});

it('wants to choose the sampler as well', () => {
  const text = TEXT.replace('{ chains', '{ method = "reweighting", chains');
  expect(() => runOf('reweighting', text)).toThrow('chooses the sampler too, found "reweighting"');
});

it('takes an exact sampler where no model is any good', () => {
  const text = `
lattice = { kind = "triangular", size = [6, 6] }
model = { coupling = -6.0, chemical_potential = -3.4, temperature = 0.02 }
effective.kind = "auto"
training.exact_evaluations = 100
sampling = { chains = 2, samples = 6000 }
`;
  const { choice, models } = chooseAutomatically(parseSpec(text, 'spec.toml'), {});
  expect(['hmc', 'local']).toContain(choice.method);
  expect(models).toBeUndefined();
});
