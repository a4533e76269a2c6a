/** Trials before the chains: bounded by a tenth of the run, stopped and resumed bit-identically, and a choice that extending a run keeps. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { chooseAutomatically } from '../../../src/chain/auto/auto.ts';
import { learn } from '../../../src/chain/learning/learn.ts';
import { loadModels, trainingOf } from '../../../src/chain/learning/models.ts';
import { plannedCost } from '../../../src/chain/learning/planned-cost.ts';
import { runTimedTrial } from '../../../src/chain/learning/timed-trial.ts';
import type { TrainingOutcome } from '../../../src/chain/prepare-spec.ts';
import { createModel } from '../../../src/exact/create.ts';
import { advance, extendTo, startRun } from '../../../src/run/conductor/conductor.ts';
import type { RunEvent } from '../../../src/run/conductor/run-events.ts';
import { readChoice } from '../../../src/run/training/choice-file.ts';
import { train } from '../../../src/run/training/train-run.ts';
import { openTrainingJournal } from '../../../src/run/training/training-journal.ts';
import type { TrialResult, TrialTask } from '../../../src/sampling/choosing/trial.ts';
import { modelParameters } from '../../../src/spec/model-parameters.ts';
import { parseSpec, type Spec } from '../../../src/spec/spec.ts';
import { type Run, readSeries } from '../../../src/store/store.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'spinformer-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

const textOf = (kind: string, samples: number, { size = 4, more = '' } = {}) => `
lattice.size = [${size}, ${size}]
model.temperature = 0.1
effective.kind = "${kind}"
training.exact_evaluations = 60
sampling = { chains = 2, samples = ${samples}, warm_up = 50${more} }
`;
const specOf = (text: string): Spec => parseSpec(text, 'spec.toml');
const runOf = (name: string, text: string) => startRun(join(FOLDER, name), text, specOf(text));

/** Without what differs from machine to machine. */
const bitsOf = (outcome: TrainingOutcome | undefined): unknown =>
  JSON.parse(JSON.stringify(outcome, (key, value) => (key === 'seconds' ? undefined : value)));

describe.each(['linear', 'auto'])('trials of a run with kind = "%s"', (kind) => {
  const text = textOf(kind, 20000);

  const attempt = async (run: Run, signal = new AbortController().signal) => {
    const trials: object[] = [];
    const listen = (event: RunEvent) => {
      if (event.type === 'trial') trials.push({ ...event, seconds: 0 });
    };
    return { outcome: await train(run, specOf(text), listen, signal), trials };
  };

  it('are not repeated after an interruption, wherever it came, and lead to a bit-identical run', async () => {
    const whole = runOf(`${kind}-whole`, text);
    const expected = await attempt(whole);
    const count = expected.trials.length;
    expect(count).toBeGreaterThanOrEqual(4);
    const { fits, trials } = openTrainingJournal(whole).records;
    expect(trials.length).toBe(count);
    for (const known of [1, count - 1]) {
      const run = runOf(`${kind}-${known}`, text);
      const journal = openTrainingJournal(run);
      for (const fit of fits) journal.addFit(fit);
      for (const trial of trials.slice(0, known)) journal.addTrial(trial);
      const resumed = await attempt(run);
      expect(resumed.trials).toEqual(expected.trials.slice(known));
      expect(bitsOf(resumed.outcome)).toEqual(bitsOf(expected.outcome));
    }
  });

  it('hear the wish to stop, and go on from there', async () => {
    const run = runOf(`${kind}-stopped`, text);
    expect(await attempt(run, AbortSignal.abort())).toEqual({ outcome: undefined, trials: [] });
    expect((await attempt(run)).outcome).toBeDefined();
  });
});

describe.each(['linear', 'transformer', 'auto'])('kind = "%s"', (kind) => {
  it.each([
    [50, 'nothing'],
    [6000, 'trials'],
    [40000, 'trials'],
  ])('spends a tenth of what %d samples a chain are going to cost, on %s', (samples, tried) => {
    const spec = specOf(textOf(kind, samples));
    const exact = createModel(modelParameters(spec));
    let cost = 0;
    const runTrial = (task: TrialTask) => {
      cost += (task.warmUp + task.samples) * task.cost;
      return runTimedTrial(task);
    };
    const models = kind === 'auto' ? chooseAutomatically(spec, { runTrial }).models : learn(spec, { runTrial }).models;
    if (!models) throw new Error('an exact sampler was chosen');
    const training = trainingOf(models.effective);
    // The winner is the linear model here, whose training is what `auto` counts.
    expect(training.kind).toBe(kind === 'transformer' ? 'transformer' : 'linear');
    const loaded = loadModels(exact.parameters, models);
    expect(cost).toBeLessThanOrEqual(0.1 * plannedCost(spec, exact, { models: loaded, ...training.cost }));
    expect(cost > 0).toBe(tried === 'trials');
  });
});

it('goes on where the chain of a trial was, with its settings and new random numbers', () => {
  const seen = new Map<string, { readonly task: TrialTask; readonly result: TrialResult }[]>();
  const runTrial = (task: TrialTask) => {
    const before = { ...task, spins: task.spins.slice() };
    const result = runTimedTrial(task);
    const { name = '', plan } = task.candidate;
    if (!plan) seen.set(name, [...(seen.get(name) ?? []), { task: before, result }]);
    return result;
  };
  chooseAutomatically(specOf(textOf('auto', 40000)), { runTrial });
  const rounds = [...seen.values()];
  expect(Math.max(...rounds.map(({ length }) => length))).toBe(3);
  for (const trials of rounds) {
    expect(new Set(trials.map(({ task }) => task.random.stream)).size).toBe(trials.length);
    for (const [k, { task }] of trials.slice(1).entries()) {
      const { spins, settings } = trials[k].result;
      expect(task).toMatchObject({ spins, settings, warmUp: 0 });
    }
  }
});

/** Small, so that chains that are long enough for trials take no time. */
const small = (samples: number) => textOf('auto', samples, { size: 2 });
const PLANNED = 6000;
const samplesOf = (run: Run) =>
  readSeries(run).chains.map((chain) => chain.map((column) => column.subarray(0, 50 + PLANNED)));

it('keeps its choice when it is extended, and is another run when it was planned otherwise', async () => {
  const [first, extended, grown] = ['first', 'extended', 'grown'].map((name) => runOf(name, small(PLANNED)));
  for (const run of [first, extended]) expect(await advance(run, { workers: 1 })).toBe('finished');
  expect(readChoice(first)?.trials.exactEvaluations).toBeGreaterThan(0);
  // One after its choice, one before.
  for (const run of [extended, grown]) await advance(extendTo(run.directory, PLANNED + 500), { workers: 1 });
  expect(readSeries(extended).chains[0][0].length).toBe(50 + PLANNED + 500);
  expect(samplesOf(extended)).toEqual(samplesOf(first));
  expect(readSeries(grown)).toEqual(readSeries(extended));
  expect(runOf('long', small(PLANNED + 500)).identity).not.toBe(extended.identity);
});

it('is the same run whatever its plan where it chooses nothing', () => {
  const more = ', proposal = "decorrelated"';
  const [a, b] = [1500, 3000].map((samples) => runOf(`${samples}`, textOf('linear', samples, { more })));
  expect(a.identity).toBe(b.identity);
});
