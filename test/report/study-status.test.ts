/** How far a study is, and how long it still takes. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FILES } from '../../src/evaluate/study/check-study.ts';
import { pointsOf, studyStatusLines } from '../../src/report/study-status.ts';
import { secondsLeft } from '../../src/report/study-time-left.ts';
import { readStudyPoints } from '../../src/results/study/read-points.ts';
import { writeOutcome } from '../../src/run/study/outcome-file.ts';
import { pointStatus } from '../../src/run/study/point-status.ts';
import { durationText } from '../../src/runner/runner.ts';
import { openStudy, pointDirectory } from '../../src/store/study.ts';
import { plainReport } from '../results/study/study.ts';
import { newStudyDirectory, runStudyIn, studyOf, textOf } from '../run/study/studies.ts';

const CORES = 2;

function statusOf(directory: string): string {
  const study = openStudy(directory);
  const { head, rest } = studyStatusLines(study, CORES, pointsOf(study));
  return `${[...head, ...rest].join('\n')}\n`;
}

const TEXT = textOf('lattice.size = [[2, 2], [4, 2]]\nmodel.temperature = [0.1, 0.2]');
const { points } = studyOf(TEXT);

const left = (directory: string, cores: number) =>
  secondsLeft(
    directory,
    points.map(({ name }) => Object.assign({ name }, pointStatus(directory, name))),
    cores,
  );

it('takes points that have not begun to go as those of their size, or in proportion to it', async () => {
  const directory = newStudyDirectory();
  await runStudyIn(directory, TEXT, { points: [points[0]] });
  // What is done tells how long it took by its report.
  expect(left(directory, 1)).toBe(undefined);
  expect(statusOf(directory)).not.toContain('left');
  const [first] = readStudyPoints(openStudy(directory));
  const { seconds } = plainReport(first).cost;
  expect(seconds).toBeGreaterThan(0);
  // One more of 2 × 2 and two of twice the sites, each sample of which counts as 2^(3/2).
  const all = seconds * (1 + 2 * 2 ** 1.5) + 3 * FILES;
  expect(left(directory, 1)).toBeCloseTo(all, 9);
  expect(left(directory, 2)).toBeCloseTo(all / 2, 9);
  // A chain is the work of one core.
  expect(left(directory, 1000)).toBeCloseTo((seconds * 2 ** 1.5) / 2, 9);
  expect(statusOf(directory).split('\n').slice(0, 3)).toEqual([
    '4 points: 1 done, 3 missing',
    '90 samples, those of the warm-up included',
    `about ${durationText(all / 2)} left on 2 cores`,
  ]);
});

it('takes points to go on as they have gone, and leaves those out that have failed', async () => {
  const directory = newStudyDirectory();
  await runStudyIn(directory, TEXT);
  expect(left(directory, 1)).toBe(undefined);
  const [done, running, failed] = points.map(({ name }) => pointDirectory(directory, name));
  rmSync(join(running, 'chain-002'), { recursive: true });
  const { seconds = 0, samples, lacking } = pointStatus(directory, points[1].name);
  expect([samples, lacking]).toEqual([45, 45]);
  writeOutcome(failed, { outcome: 'failed', message: 'no room' });
  expect(left(directory, 1)).toBeCloseTo(seconds, 9);
  rmSync(join(done, 'chain-001'), { recursive: true });
  expect(left(directory, 1)).toBeGreaterThan(seconds);
  // Without the spec of the study nothing is known of points that have not begun.
  rmSync(join(directory, 'spec.toml'));
  expect(left(directory, 1)).toBe(undefined);
});

it('says how to go on with a point that has what the spec asks for, and less than extend did', async () => {
  const directory = newStudyDirectory();
  const one = { points: [points[0]] };
  await runStudyIn(directory, TEXT, { ...one, samples: 60 });
  rmSync(join(pointDirectory(directory, points[0].name), 'chain-002'), { recursive: true });
  expect((await runStudyIn(directory, TEXT, one)).outcome.outcome).toBe('finished');
  const text = statusOf(directory);
  expect(text).toContain('4 points: 1 unfinished, 3 missing\n');
  expect(text).toMatch(
    /\n1 of these has what its spec asks for, and less than extend asked for\n.*--samples 60 goes on\n$/,
  );
});
