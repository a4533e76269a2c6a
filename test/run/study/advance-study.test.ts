/** Studies from their spec to their samples. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { InputError } from '../../../src/errors.ts';
import { advanceStudy } from '../../../src/run/study/advance-study.ts';
import { pointStatus } from '../../../src/run/study/point-status.ts';
import { readStudySpec, startStudy } from '../../../src/run/study/start-study.ts';
import { openStudy, pointDirectory } from '../../../src/store/study.ts';
import { csvOf, csvOfPoints, csvOfRunsAlone, newStudyDirectory, runStudyIn, studyOf, textOf } from './studies.ts';

const TEXT = textOf('lattice.size = [[2, 2], [4, 2]]\nmodel.temperature = [0.1, 0.2]');
const LEARNED = textOf(
  'model.temperature = [0.2, 0.4]\nsampling.method = ["self-learning", "hmc"]',
  '[effective]\nkind = "linear"\n[training]\nexact_evaluations = 40',
);

it.each([
  ['local', TEXT],
  ['learned', LEARNED],
])('%s points are bit-identical with runs of their specs alone, with 1 worker and with 2', async (_, text) => {
  const [one, two] = [newStudyDirectory(), newStudyDirectory()];
  const { outcome, study } = await runStudyIn(one, text, { workers: 1 });
  expect(outcome).toEqual({ outcome: 'finished', points: 4, done: 4, failed: [] });
  await runStudyIn(two, text, { workers: 2 });
  const expected = await csvOfRunsAlone(study);
  expect(csvOfPoints(one, study)).toEqual(expected);
  expect(csvOfPoints(two, study)).toEqual(expected);
});

it('computes nothing again, and only what is new where values are added; others stay', async () => {
  const directory = newStudyDirectory();
  await runStudyIn(directory, TEXT);
  const again = await runStudyIn(directory, TEXT);
  expect(again.events.map(({ type }) => type)).toEqual(['study', 'study-end']);
  expect(again.outcome).toMatchObject({ outcome: 'finished', done: 4 });
  const more = textOf('lattice.size = [[2, 2], [4, 2]]\nmodel.temperature = [0.05, 0.2]');
  const { events, study } = await runStudyIn(directory, more);
  expect([...new Set(events.flatMap((event) => ('point' in event ? event.point : [])))].sort()).toEqual([
    'size=2x2,temperature=0.05',
    'size=4x2,temperature=0.05',
  ]);
  expect(csvOfPoints(directory, study)).toEqual(await csvOfRunsAlone(study));
  expect(openStudy(directory).points.length).toBe(4);
  expect(readdirSync(join(directory, 'points')).length).toBe(6);
});

it('advances the points that are asked for, extends them, and is the same as in one go', async () => {
  const directory = newStudyDirectory();
  const study = studyOf(TEXT);
  await runStudyIn(directory, TEXT, { points: study.points.slice(1, 3) });
  expect(study.points.map(({ name }) => pointStatus(directory, name).status)).toEqual([
    'missing',
    'done',
    'done',
    'missing',
  ]);
  const observer = { tell() {}, interruption: new AbortController().signal };
  await advanceStudy(directory, readStudySpec(directory), { workers: 2, samples: 60 }, observer);
  const longer = TEXT.replace('samples = 40', 'samples = 60');
  const whole = newStudyDirectory();
  await runStudyIn(whole, longer);
  expect(csvOfPoints(directory, study)).toEqual(csvOfPoints(whole, study));
  expect(pointStatus(directory, study.points[0].name)).toEqual({ status: 'done', samples: 130, wanted: 130 });
});

it('remembers what it was made with by --set', async () => {
  const directory = newStudyDirectory();
  const study = studyOf(TEXT, ['model.coupling=2']);
  startStudy(directory, TEXT, study, ['model.coupling=2']);
  expect(readStudySpec(directory)).toEqual(study);
});

it('names the points that fail, and brings the others to their end', async () => {
  const directory = newStudyDirectory();
  const { study } = await runStudyIn(directory, TEXT);
  const [first, second, third] = study.points.map(({ name }) => pointDirectory(directory, name));
  truncateSync(join(first, 'chain-001/segment-001.sqlite'), 5000);
  rmSync(join(second, 'chain-002'), { recursive: true });
  rmSync(third, { recursive: true });
  mkdirSync(third);
  mkdirSync(join(third, 'other'));
  const { outcome } = await runStudyIn(directory, TEXT);
  expect(outcome).toMatchObject({ outcome: 'failed', done: 2 });
  const messages = outcome.failed.map(({ error }) => (error as Error).message).sort();
  expect(messages).toEqual([
    expect.stringMatching(/size=4x2,temperature=0.1: expected a run or an empty directory, found other/),
    expect.stringMatching(/^chain 1: .*size=2x2,temperature=0.1.*segment-001.sqlite: truncated or damaged/),
  ]);
  expect(outcome.failed.map(({ error }) => error instanceof InputError).sort()).toEqual([false, true]);
  expect(pointStatus(directory, study.points[0].name)).toMatchObject({ status: 'failed' });
  expect(pointStatus(directory, study.points[1].name)).toMatchObject({ status: 'done' });
  renameSync(join(first, 'chain-001'), join(directory, '../moved'));
  rmSync(third, { recursive: true });
  expect((await runStudyIn(directory, TEXT)).outcome).toMatchObject({ outcome: 'finished' });
  expect(csvOfPoints(directory, study)).toEqual(await csvOfRunsAlone(study));
});

it('stops by a signal, and goes on bit-identically', async () => {
  const directory = newStudyDirectory();
  const study = studyOf(LEARNED);
  startStudy(directory, LEARNED, study);
  for (const type of ['training', 'done', 'study']) {
    const controller = new AbortController();
    const tell = (event: { readonly type: string }) => event.type === type && controller.abort();
    const options = { workers: 2 };
    const { outcome } = await advanceStudy(directory, study, options, { tell, interruption: controller.signal });
    expect(outcome).toBe('interrupted');
  }
  await runStudyIn(directory, LEARNED);
  expect(csvOfPoints(directory, study)).toEqual(await csvOfRunsAlone(study));
});

it('ends with the error of a listener, everything safe', async () => {
  const directory = newStudyDirectory();
  const study = studyOf(TEXT);
  startStudy(directory, TEXT, study);
  const tell = ({ type }: { readonly type: string }) => {
    if (type === 'begin') throw new Error('no room for events');
  };
  const observer = { tell, interruption: new AbortController().signal };
  await expect(advanceStudy(directory, study, { workers: 2 }, observer)).rejects.toThrow('no room for events');
  expect((await runStudyIn(directory, TEXT)).outcome.done).toBe(4);
});

it('trains the models alone, and the chains are those of a run', async () => {
  const directory = newStudyDirectory();
  const learning = studyOf(LEARNED).points.filter(({ spec }) => spec.sampling.method === 'self-learning');
  const { outcome, study } = await runStudyIn(directory, LEARNED, { points: learning, trainOnly: true });
  expect(outcome).toMatchObject({ outcome: 'finished', done: 2 });
  const chains = learning.map(({ name }) => existsSync(join(pointDirectory(directory, name), 'chain-001')));
  expect(chains).toEqual([false, false]);
  await runStudyIn(directory, LEARNED);
  expect(csvOfPoints(directory, study)).toEqual(await csvOfRunsAlone(study));
});

it('tells what happens, each with its point, and a share that ends at 1', async () => {
  const directory = newStudyDirectory();
  const study = studyOf(textOf('model.temperature = [0.2]'));
  startStudy(directory, TEXT, study);
  const told: unknown[] = [];
  let share = 0;
  const tell = (event: object, progress: { readonly share: number }) => {
    told.push(event);
    share = progress.share;
  };
  await advanceStudy(directory, study, { workers: 1 }, { tell, interruption: new AbortController().signal });
  const point = 'temperature=0.2';
  expect(told).toMatchObject([
    { type: 'study', directory, points: 1, done: 0, workers: 1 },
    { type: 'start', point, chains: 2 },
    ...[1, 2].flatMap((chain) => ['begin', 'checkpoint', 'done'].map((type) => ({ type, point, chain }))),
    { type: 'end', point, outcome: 'finished' },
    { type: 'study-end', outcome: 'finished', done: 1, failed: 0 },
  ]);
  expect(share).toBeCloseTo(1, 12);
  expect(csvOf(pointDirectory(directory, point)).split('\n').length).toBe(92);
});
