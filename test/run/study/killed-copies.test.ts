/** A study of 40 points, two copies of which run at once and are killed again and again. */
import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { philoxStream } from '../../../src/numeric/philox.ts';
import { pointStatus } from '../../../src/run/study/point-status.ts';
import { killGroup } from '../../runner/command.ts';
import { started } from '../../runner/job.ts';
import { sleep } from '../../runner/runs.ts';
import { csvOfPoints, newStudyDirectory, studyOf, textOf } from './studies.ts';

const MAIN = fileURLToPath(new URL('../../../src/cli/main.ts', import.meta.url));

/** SPINFORMER_KILLS=50 for a long test. */
const KILLS = Number(process.env.SPINFORMER_KILLS ?? 10);

/** Half of the points are trained. */
const TEXT = textOf(
  'sampling.method = ["self-learning", "local"]\nmodel.temperature = { from = 0.1, to = 2, points = 20 }',
  '[effective]\nkind = "linear"\n[training]\nexact_evaluations = 40',
).replace('samples = 40', 'samples = 300');
const study = studyOf(TEXT);

/** Starts a copy in its own process group. */
function start(directory: string, workers: number) {
  const file = join(dirname(directory), 'study.toml');
  if (!existsSync(file)) writeFileSync(file, TEXT);
  const line = [MAIN, 'run', file, '--out', directory, '--workers', `${workers}`];
  return started(spawn(process.execPath, line, { detached: true }));
}

/** Whether one of the two was killed after so many milliseconds; else both were done before. */
async function dies(directory: string, milliseconds: number): Promise<boolean> {
  const copies = [start(directory, 2), start(directory, 1)];
  await sleep(milliseconds);
  for (const copy of copies) killGroup(copy);
  const ends = await Promise.all(copies.map(({ ended }) => ended));
  for (const { code, signal, output } of ends)
    expect([code, signal], output).toEqual(signal ? [null, 'SIGKILL'] : [0, null]);
  return ends.some(({ signal }) => signal !== null);
}

it(`is bit-identical at every point after ${KILLS} × kill -9 of two copies at once`, { timeout: 0 }, async () => {
  const whole = newStudyDirectory();
  const began = Date.now();
  expect(await start(whole, 2).ended).toMatchObject({ code: 0 });
  // Moments depend on it, results do not.
  const life = Date.now() - began;
  const expected = csvOfPoints(whole, study);
  expect(Object.keys(expected)).toHaveLength(40);
  const random = philoxStream(40, 0);
  for (let kills = 0; kills < KILLS; ) {
    // A study that comes to its end meanwhile makes room for another.
    const directory = newStudyDirectory();
    while (kills < KILLS && (await dies(directory, 0.5 * life * random.nextUniform()))) kills++;
    expect((await start(directory, 1).ended).code).toBe(0);
    expect(csvOfPoints(directory, study)).toEqual(expected);
    for (const { name } of study.points) expect(pointStatus(directory, name).status).toBe('done');
  }
});
