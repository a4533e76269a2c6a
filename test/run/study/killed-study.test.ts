/** Studies whose processes are killed at any moment, and two copies of one, as a user starts them. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { killGroup } from '../../runner/command.ts';
import { started } from '../../runner/job.ts';
import { until } from '../../runner/runs.ts';
import { csvOfPoints, csvOfRunsAlone, newStudyDirectory, studyOf, textOf } from './studies.ts';

const MAIN = fileURLToPath(new URL('../../../src/cli/main.ts', import.meta.url));

/** Six points, half of them trained, that take as many turns. */
const TEXT = textOf(
  'model.temperature = [0.2, 0.4, 0.8]\nsampling.method = ["self-learning", "local"]',
  '[effective]\nkind = "linear"\n[training]\nexact_evaluations = 40',
).replace('samples = 40', 'samples = 4000');
const study = studyOf(TEXT);
let alone: Promise<Record<string, string>> | undefined;

/** What runs of the points alone give; computed once. */
function expected(): Promise<Record<string, string>> {
  alone ??= csvOfRunsAlone(study);
  return alone;
}

/** Starts the study in its own process group. */
function start(directory: string, workers: number) {
  const file = join(dirname(directory), 'study.toml');
  if (!existsSync(file)) writeFileSync(file, TEXT);
  const events = join(dirname(directory), 'events.jsonl');
  const line = [MAIN, 'run', file, '--out', directory, '--workers', `${workers}`, '--events', events];
  return started(spawn(process.execPath, line, { detached: true }));
}

const eventsOf = (directory: string): string => {
  const file = join(dirname(directory), 'events.jsonl');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};

it('is the same after kills at any moment as without, with the last attempt on another number of workers', async () => {
  const directory = newStudyDirectory();
  // By what has been told before: the moments do not depend on the speed of the machine.
  const moments = ['"type":"study"', '"type":"training"', '"type":"checkpoint"', '"type":"end"', '"type":"start"'];
  for (const moment of moments) {
    const attempt = start(directory, 2);
    const before = eventsOf(directory).split(moment).length;
    await until(() => eventsOf(directory).split(moment).length > before, attempt);
    killGroup(attempt);
    await attempt.ended;
  }
  expect((await start(directory, 1).ended).code).toBe(0);
  expect(csvOfPoints(directory, study)).toEqual(await expected());
});

it('ends with 130 by SIGINT, and the same command goes on', async () => {
  const directory = newStudyDirectory();
  const attempt = start(directory, 2);
  await until(() => eventsOf(directory).includes('"type":"checkpoint"'), attempt);
  attempt.child.kill('SIGINT');
  const { code, output } = await attempt.ended;
  expect([code, output]).toEqual([
    130,
    expect.stringMatching(/interrupted with \d of 6 points done, \d left: the same command goes on from here\n$/),
  ]);
  expect((await start(directory, 2).ended).code).toBe(0);
  expect(csvOfPoints(directory, study)).toEqual(await expected());
});

it('is the same when two copies compute it at once', async () => {
  const directory = newStudyDirectory();
  const copies = [start(directory, 1).ended, start(directory, 2).ended];
  expect((await Promise.all(copies)).map(({ code }) => code)).toEqual([0, 0]);
  expect(csvOfPoints(directory, study)).toEqual(await expected());
});
