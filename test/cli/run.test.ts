/** `run`, `status`, `report` and `extend` as a user starts them, on a system whose averages are known. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRun, readSeries } from '../../src/store/store.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const FOLDER = mkdtempSync(join(tmpdir(), 'spinformer-'));
const SPEC = join(FOLDER, '2x2.toml');

/** 2 × 2 at β = 5: quadratures of test/exact/quadrature.test.ts. */
const EXACT = {
  energyPerSite: -2.153307906,
  magnetization2: 0.281475824,
  staggeredMagnetization2: 0.301002674,
  nearestNeighbourCorrelation: -0.0195268497,
};

const spinformer = (...options: string[]) =>
  execFileSync(process.execPath, [MAIN, ...options], { encoding: 'utf8', stdio: 'pipe' });
const series = (name: string) => readSeries(openRun(join(FOLDER, name))).chains;

beforeAll(() => {
  const text =
    '[lattice]\nsize = [2, 2]\n[model]\ntemperature = 0.2\n[sampling]\nmethod = "local"\nchains = 2\nsamples = 4000\n';
  writeFileSync(SPEC, text);
});
afterAll(() => rmSync(FOLDER, { recursive: true }));

const LEARNED = ['--set', 'effective.kind=linear', '--set', 'training.exact_evaluations=60'];

describe.each(['local', 'hmc', 'self-learning', 'reweighting'])('%s', (method) => {
  it('ends with a table, and with averages within 4 sigma of the exact ones', () => {
    const out = join(FOLDER, method);
    const text = spinformer('run', SPEC, '--out', out, '--set', `sampling.method=${method}`, ...LEARNED);
    expect(text).toMatch(new RegExp(`^${method}: 8000 samples in 2 chains\n`));
    expect(text).toMatch(/^energyPerSite +-2\.15/m);
    const { observables, acceptance, cost } = JSON.parse(spinformer('report', out, '--json'));
    for (const [name, exact] of Object.entries(EXACT)) {
      const { mean, error, tau, effectiveSamples, rHat } = observables[name];
      expect(Math.abs(mean - exact) / error, name).toBeLessThan(4);
      expect([tau >= 0.5, effectiveSamples > 400, (rHat ?? 1) < 1.02], name).toEqual([true, true, true]);
    }
    if (method !== 'reweighting') expect(acceptance.rate).toBeGreaterThan(0.3);
    expect(cost.exactEvaluations).toBeGreaterThanOrEqual(9000);
    expect(spinformer('status', out)).toContain('4500 of 4500  finished');
  });
});

it('is bit-identical with one worker and with two, and when it is extended', () => {
  const run = (out: string, samples: number, workers: number) =>
    spinformer(
      'run',
      SPEC,
      '--out',
      join(FOLDER, out),
      '--set',
      `sampling.samples=${samples}`,
      '--workers',
      `${workers}`,
    );
  run('one', 300, 1);
  run('two', 300, 2);
  run('short', 100, 2);
  spinformer('extend', join(FOLDER, 'short'), '--samples', '300');
  expect(series('two')).toEqual(series('one'));
  expect(series('short')).toEqual(series('one'));
});

it('says what is not enough, and refuses what it cannot sample', () => {
  const few = join(FOLDER, 'few');
  const text = spinformer('run', SPEC, '--out', few, '--set', 'sampling.samples=5');
  expect(text).toMatch(/energyPerSite +not enough data \(10 of at least \d+ samples\)/);
  const refused = (...options: string[]) => spawnSync(process.execPath, [MAIN, ...options], { encoding: 'utf8' });
  const cold = refused('run', SPEC, '--out', join(FOLDER, 'cold'), '--set', 'model.temperature=0');
  expect([cold.status, cold.stderr.split('\n')[0]]).toEqual([
    2,
    'model.temperature: expected more than 0 for sampling, found 0',
  ]);
  const fewer = refused('extend', few, '--samples', '3');
  expect([fewer.status, fewer.stderr]).toEqual([2, '--samples: expected more than the 5 of the run, found 3\n']);
  expect(refused('report', FOLDER).status).toBe(2);
});
