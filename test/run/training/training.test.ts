/** The training of a run: interrupted and resumed it ends bit-identically; `train` and `run` share it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { startRun } from '../../../src/run/conductor/conductor.ts';
import { train } from '../../../src/run/training/train-run.ts';
import { openTrainingJournal } from '../../../src/run/training/training-journal.ts';
import { parseSpec } from '../../../src/spec/spec.ts';

const MAIN = fileURLToPath(new URL('../../../src/cli/main.ts', import.meta.url));
const FOLDER = mkdtempSync(join(tmpdir(), 'spinformer-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

const TEXT = `
lattice.size = [2, 2]
model.temperature = 0.1
effective = { kind = "transformer", blocks = 2, shells = 2 }
training.exact_evaluations = 80
sampling = { chains = 2, samples = 200, warm_up = 50 }
`;
const spec = parseSpec(TEXT, 'spec.toml');

it('goes on from any fit bit-identically, whatever else is lost', async () => {
  const never = new AbortController().signal;
  const whole = startRun(join(FOLDER, 'whole'), TEXT, spec);
  const expected = await train(whole, spec, () => {}, never);
  const { fits } = openTrainingJournal(whole).records;
  expect(fits.length).toBeGreaterThan(5);
  const interrupted = startRun(join(FOLDER, 'interrupted'), TEXT, spec);
  expect(await train(interrupted, spec, () => {}, AbortSignal.abort())).toBeUndefined();
  const journal = openTrainingJournal(interrupted);
  for (const fit of fits.slice(0, 4)) journal.addFit(fit);
  // A fit of something else, as a fault of a disk might leave it: from there on everything is done again.
  journal.addFit(fits[0]);
  const found = await train(interrupted, spec, () => {}, never);
  expect(found?.models?.effective.weights).toEqual(expected?.models?.effective.weights);
  const { seconds: _, ...training } = found?.models?.effective.card.training ?? {};
  expect(expected?.models?.effective.card.training).toMatchObject(training);
  expect(openTrainingJournal(interrupted).records.fits.length).toBe(fits.length + 1);
});

it('train leaves what run goes on from', () => {
  const file = join(FOLDER, 'spec.toml');
  const out = join(FOLDER, 'run');
  writeFileSync(file, TEXT);
  const spinformer = (...options: string[]) =>
    execFileSync(process.execPath, [MAIN, ...options], { encoding: 'utf8', stdio: 'pipe' });
  const text = spinformer('train', file, '--out', out, '--events', join(FOLDER, 'events'));
  expect(text).toMatch(/^learned model +transformer, 21 parameters$/m);
  expect(text).toMatch(/^proposals +3 trajectories of 5 steps$/m);
  expect(text).toContain('inner chain: 3 trajectories of 5 steps, usually the best');
  expect(existsSync(join(out, 'models/training.jsonl'))).toBe(false);
  expect(JSON.parse(readFileSync(join(FOLDER, 'events'), 'utf8').split('\n')[0])).toMatchObject({ type: 'training' });
  const card = readFileSync(join(out, 'models/effective.json'));
  expect(spinformer('run', file, '--out', out)).toContain('self-learning: 400 samples in 2 chains');
  expect(readFileSync(join(out, 'models/effective.json'))).toEqual(card);
});

it('says which methods learn', () => {
  const file = join(FOLDER, 'local.toml');
  writeFileSync(file, 'lattice.size = [2, 2]\nsampling.method = "local"\n');
  const { status, stderr } = spawnSync(process.execPath, [MAIN, 'train', file, '--out', join(FOLDER, 'local')], {
    encoding: 'utf8',
  });
  expect(status).toBe(2);
  expect(stderr).toContain('expected one that learns, found "local"');
});
