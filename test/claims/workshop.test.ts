/** Runs and tasks of a reproduction: computed once, resumed, and what becomes of a wrong name. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { acceptanceOf } from '../../claims/analysis/measured-acceptance.ts';
import { combined } from '../../claims/analysis/seeds.ts';
import { chosenTargets } from '../../claims/choose.ts';
import { targets } from '../../claims/targets.ts';
import { gate } from '../../claims/workshop/gate.ts';
import type { CommonFit } from '../../claims/workshop/tasks/fit-on-common-data.ts';
import { openWorkshop, unusedFolders } from '../../claims/workshop/workshop.ts';
import { LOG_RATIO } from '../../src/chain/sample-row.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'spinformer-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

const PROGRAM = { version: '0.1.0', sources: '0123', commit: null, isChanged: false };

const workshop = (aborted = false, program = PROGRAM) => {
  const done: string[] = [];
  const controller = new AbortController();
  if (aborted) controller.abort();
  const observer = { tell: () => {}, interruption: controller.signal };
  const options = { directory: FOLDER, program, isQuick: true, workers: 2, observer };
  return { ...openWorkshop({ ...options, done: (label) => done.push(label) }), heard: done };
};

const SPEC = {
  lattice: { size: [2, 2] },
  model: { temperature: 0.2 },
  effective: { kind: 'linear' },
  training: { exactEvaluations: 40 },
  sampling: { chains: 1, samples: 300, warmUp: 20, proposal: 'decorrelated' },
} as const;

it('runs once, however often it is asked', async () => {
  const first = await workshop().run('two by two', SPEC);
  const second = await workshop().run('two by two', SPEC);
  expect(second.summary).toEqual(first.summary);
  expect(second.data.run.directory).toBe(first.data.run.directory);
  expect(readdirSync(join(first.data.run.directory, 'chain-001'))).toEqual(['segment-001.sqlite']);
  const { rate, error, predicted } = acceptanceOf(first.data.measured(LOG_RATIO));
  expect(rate).toBeGreaterThan(0.9);
  expect(Math.abs(rate - predicted)).toBeLessThan(0.05 + 4 * error);
});

it('computes once, and another argument anew', async () => {
  const task: CommonFit = {
    spec: { lattice: { size: [2, 2] }, model: { temperature: 0.2 } },
    choice: { kind: 'linear' },
    method: 'levenberg-marquardt',
    samples: 30,
    dataSeed: 1,
    seed: 1,
    starts: 1,
    testSamples: 50,
    proposals: 100,
  };
  const { compute } = workshop();
  const first = await compute('fit', 'fit-on-common-data', task);
  expect(first.error).toBeLessThan(0.01);
  expect(first.acceptance?.value).toBeGreaterThan(0.9);
  expect(await compute('fit', 'fit-on-common-data', task)).toEqual(first);
  const other = await compute('fit', 'fit-on-common-data', { ...task, seed: 2, dataSeed: 2 });
  expect(other.error).not.toBe(first.error);
  expect(readdirSync(join(FOLDER, '0.1.0-0123', 'tasks')).length).toBe(2);
});

it('uses nothing that another version or other sources have computed', async () => {
  const first = await workshop().run('two by two', SPEC);
  for (const change of [{ version: '0.1.1' }, { sources: '4567' }]) {
    const program = { ...PROGRAM, ...change };
    const { data, summary } = await workshop(false, program).run('two by two', SPEC);
    expect(data.run.directory).not.toBe(first.data.run.directory);
    expect(summary.observables).toEqual(first.summary.observables);
    const about = join(FOLDER, `${program.version}-${program.sources}`, 'program.json');
    expect(JSON.parse(readFileSync(about, 'utf8'))).toEqual(program);
  }
  const unused = unusedFolders({ directory: FOLDER, program: PROGRAM });
  expect(unused.toSorted()).toEqual(['0.1.0-4567', '0.1.1-0123']);
});

it('starts nothing after a signal', async () => {
  await expect(workshop(true).run('two by two', SPEC)).rejects.toThrow('interrupted');
});

it('lets so many in at a time', async () => {
  const enter = gate(2);
  let inside = 0;
  let most = 0;
  const visit = () =>
    enter(async () => {
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setImmediate(resolve));
      inside--;
    });
  await Promise.all(Array.from({ length: 7 }, visit));
  expect([most, inside]).toEqual([2, 0]);
});

it('knows its targets by name', () => {
  expect(chosenTargets('all')).toBe(targets);
  expect(chosenTargets(targets[0].name)).toEqual([targets[0]]);
  expect(() => chosenTargets('acceptanc')).toThrow('did you mean acceptance');
  expect(() => chosenTargets(undefined)).toThrow('found none');
});

it('takes the larger of inner errors and scatter', () => {
  expect(combined([{ value: 1, error: 0.3 }])).toEqual({ value: 1, error: 0.3 });
  const { value, error } = combined([
    { value: 1, error: 0.01 },
    { value: 3, error: 0.01 },
  ]);
  expect([value, error]).toEqual([2, 1]);
});
