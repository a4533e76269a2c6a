/** Flows in runs: log Z and averages against quadrature; a training that was interrupted ends bit-identically; damaged files; what is said of them. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { startRun } from '../../../src/run/conductor/conductor.ts';
import { preparedJob } from '../../../src/run/conductor/prepare.ts';
import { train } from '../../../src/run/training/train-run.ts';
import { openTrainingJournal } from '../../../src/run/training/training-journal.ts';
import { runSpec, summariseRun } from '../../../src/run.ts';
import { parseSpec } from '../../../src/spec/spec.ts';

const MAIN = fileURLToPath(new URL('../../../src/cli/main.ts', import.meta.url));
const FOLDER = mkdtempSync(join(tmpdir(), 'spinformer-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

const SYSTEMS = {
  'two sites': { lattice: { kind: 'chain', size: [2], boundary: ['open'] }, model: { temperature: 0.05 } },
  '2 × 2': { lattice: { size: [2, 2] }, model: { temperature: 0.2 } },
} as const;

/** log of the mean weight over all directions, and an average: test/exact/quadrature.test.ts. */
const EXACT = {
  'two sites': { logMean: 43.3300977392, average: ['nearestNeighbourCorrelation', -0.5583649911], sites: 2 },
  '2 × 2': { logMean: 44.5993693511, average: ['energyPerSite', -2.153307906], sites: 4 },
} as const;

const METHODS = [
  ['flow', 'uniform'],
  ['reweighting', 'uniform'],
  ['self-learning', 'learned'],
  ['reweighting', 'learned'],
  ['annealed', 'learned'],
] as const;

const KNOWS_LOG_Z: readonly string[] = ['reweighting uniform', 'annealed learned'];

describe.each(['two sites', '2 × 2'] as const)('%s', (name) => {
  it.each(METHODS)('%s on a %s base agrees with quadrature', async (method, base) => {
    const run = await runSpec(
      {
        ...SYSTEMS[name],
        effective: { kind: 'linear' },
        training: { exactEvaluations: 60 },
        flow: { base, exactEvaluations: 1000 },
        sampling: { method, chains: 2, warmUp: 200, samples: 4000 },
      },
      { directory: join(FOLDER, `${name}-${method}-${base}`.replaceAll(/\W+/g, '-')) },
    );
    const { observables, thermalisation } = summariseRun(run);
    const { logMean, average, sites } = EXACT[name];
    expect(within(observables[average[0]], average[1])).toBeLessThan(3.5);
    expect(thermalisation.verdict).toBe('agree');
    const absolute = observables.logPartitionFunction;
    if (!KNOWS_LOG_Z.includes(`${method} ${base}`)) return expect(absolute).toBeUndefined();
    expect(absolute.error).toBeLessThan(0.01);
    expect(within(absolute, logMean + sites * Math.log(4 * Math.PI))).toBeLessThan(3);
  });
});

/** Distance in standard deviations. */
function within({ mean, error }: { readonly mean: number | null; readonly error: number | null }, exact: number) {
  expect(error).toBeGreaterThan(0);
  return Math.abs((mean as number) - exact) / (error as number);
}

const TEXT = `
lattice.size = [2, 2]
model.temperature = 0.1
effective.kind = "linear"
training.exact_evaluations = 60
flow = { base = "learned", layers = 7, exact_evaluations = 1000 }
sampling = { chains = 2, samples = 200, warm_up = 50 }
`;
const spec = parseSpec(TEXT, 'spec.toml');

/** Each round of four sites is a stage. */
const FOUR_ROUNDS = TEXT.replace('layers = 7', 'layers = 16');
const deep = parseSpec(FOUR_ROUNDS, 'spec.toml');

it('goes on from any stage bit-identically', async () => {
  const never = new AbortController().signal;
  const whole = startRun(join(FOLDER, 'whole'), FOUR_ROUNDS, deep);
  const told: string[] = [];
  const expected = await train(whole, deep, (event) => told.push(event.type), never);
  expect(told.filter((type) => type === 'flow').length).toBe(4);
  const { fits, stages } = openTrainingJournal(whole).records;
  expect(stages.length).toBe(4);
  const interrupted = startRun(join(FOLDER, 'interrupted'), FOUR_ROUNDS, deep);
  expect(await train(interrupted, deep, () => {}, AbortSignal.abort())).toBeUndefined();
  const journal = openTrainingJournal(interrupted);
  for (const fit of fits) journal.addFit(fit);
  // The third one is missing, as a fault of a disk might leave it: from there on everything is done again.
  for (const stage of [stages[0], stages[1], stages[3]]) journal.addStage(stage);
  const found = await train(interrupted, deep, () => {}, never);
  expect(found?.flow?.weights).toEqual(expected?.flow?.weights);
  expect(found?.models?.effective.weights).toEqual(expected?.models?.effective.weights);
  expect(found?.flow?.card.checksum).toBe(expected?.flow?.card.checksum);
  expect(openTrainingJournal(interrupted).records.stages.length).toBe(5);
});

describe('a run', () => {
  const file = join(FOLDER, 'spec.toml');
  const out = join(FOLDER, 'run');
  const spinformer = (...options: string[]) =>
    execFileSync(process.execPath, [MAIN, ...options], { encoding: 'utf8', stdio: 'pipe' });

  it('keeps its flow beside its models, and says how good it is', () => {
    writeFileSync(file, TEXT);
    const trained = spinformer('train', file, '--out', out);
    expect(trained).toMatch(/^learned model +linear/m);
    expect(trained).toMatch(/^flow +of spins of the learned model, 7 layers, spline, 455 parameters$/m);
    expect(trained).toMatch(/^acceptance of independent proposals, held out +\d+\.\d % of 100$/m);
    const names = ['effective.json', 'effective.safetensors', 'flow.json', 'flow.safetensors'];
    expect(readdirSync(join(out, 'models')).sort()).toEqual(names);
    const report = spinformer('run', file, '--out', out);
    expect(report).toMatch(/^flow +of spins of the learned model, 7 layers/m);
    const { flow, cost } = JSON.parse(spinformer('report', out, '--json'));
    expect(flow).toMatchObject({ format: 'spinformer flow', base: 'learned', choice: { layers: 7, map: 'spline' } });
    expect(cost.training.exactEvaluations).toBeGreaterThan(flow.training.exactEvaluations);
  });

  it.each([
    ['weights', 'flow.safetensors', (bytes: Buffer) => changed(bytes, bytes.length - 3), /flow|weights/],
    ['a card', 'flow.json', (bytes: Buffer) => bytes.subarray(0, 200), /flow\.json: flow card: expected JSON/],
    [
      'the card of something else',
      'flow.json',
      () => readFileSync(join(out, 'models/effective.json')),
      /flow card, format: expected "spinformer flow", found "spinformer model"/,
    ],
  ])('finds damage of %s', (_, name, damage, words) => {
    const path = join(out, 'models', name);
    const whole = readFileSync(path);
    writeFileSync(path, damage(whole));
    try {
      const run = startRun(out, TEXT, spec);
      expect(() => preparedJob(run)).toThrow(words);
      expect(() => preparedJob(run)).toThrow('move models/ out of the run; the training begins anew');
    } finally {
      writeFileSync(path, whole);
    }
  });
});

function changed(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] ^= 1;
  return copy;
}
