import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { benchMainJob } from '../../src/bench/main-job/main-job.ts';
import { partsOf } from '../../src/bench/main-job/parts.ts';

const PARTS = ['start-up', 'training', 'choosing', 'sampling', 'report', 'main-job'];
const progress = () => {};

/** Moments with a hundred milliseconds of wall time and fifty of processor time between two. */
const moments = (...types: readonly string[]) =>
  types.map((type, k) => ({ type, wall: 100 * (k + 1), processor: 50 * (k + 1) }));

const wholeRun = moments(
  'directory',
  'training',
  'training',
  'trial-progress',
  'trial',
  'start',
  'begin',
  'done',
  'end',
  'exit',
);

it('divides a run where it tells that something else begins', () => {
  const parts = partsOf(wholeRun);
  expect(parts.map(({ name }) => name)).toEqual(PARTS);
  expect(parts.map(({ milliseconds }) => milliseconds)).toEqual([100, 300, 200, 300, 100, 1000]);
  expect(parts.map(({ processorMilliseconds }) => processorMilliseconds)).toEqual([50, 150, 100, 150, 50, 500]);
});

it('has no time for a choice without trials', () => {
  const [, training, choosing] = partsOf(moments('directory', 'training', 'start', 'end', 'exit'));
  expect([training.milliseconds, choosing.milliseconds]).toEqual([200, 0]);
});

it('leaves processor time out where the system does not tell', () => {
  const silent = wholeRun.map(({ type, wall }) => ({ type, wall }));
  expect(partsOf(silent).every((part) => !('processorMilliseconds' in part))).toBe(true);
});

it('throws for a run that did not come to its end', () => {
  expect(() => partsOf(moments('directory', 'training', 'exit'))).toThrow('has not told the end of its training');
});

it('says why there is nothing where there is no spec', async () => {
  const { results, rivals } = await benchMainJob({ progress }, '/no/such/spec.toml');
  expect(results).toEqual([]);
  expect(rivals['main job']).toContain('checkout');
});

it('runs the command: its parts make up the whole', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'spinformer-test-'));
  try {
    const spec = join(folder, 'spec.toml');
    writeFileSync(spec, SMALL);
    const { results } = await benchMainJob({ progress }, spec);
    expect(results.map(({ name }) => name)).toEqual(PARTS);
    const [whole, ...parts] = results.toReversed();
    for (const time of ['milliseconds', 'processorMilliseconds'] as const) {
      expect(parts.every((part) => (part[time] ?? 0) >= 0)).toBe(true);
      const sum = parts.reduce((total, part) => total + (part[time] ?? 0), 0);
      expect(sum).toBeCloseTo(whole[time] ?? 0, 6);
    }
    expect(whole.milliseconds).toBeGreaterThan(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const SMALL = `
[lattice]
size = [4, 4]
[model]
temperature = 0.2
[effective]
kind = "linear"
[training]
exact_evaluations = 30
[sampling]
method = "self-learning"
chains = 2
samples = 20
warm_up = 10
`;
