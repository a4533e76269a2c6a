/** A study that asks for fewer samples than its points were made for says so once. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startRun } from '../../../src/run/conductor/conductor.ts';
import { fewerOfPoints, requireMore } from '../../../src/run/study/fewer-samples.ts';
import { pointDirectory } from '../../../src/store/study.ts';
import { newStudyDirectory, runStudyIn, studyOf, textOf } from './studies.ts';

const text = (samples: number) =>
  textOf('model.temperature = [0.1, 0.2, 0.3]').replace('samples = 40', `samples = ${samples}`);
const FEWER = 'made for more samples than the spec asks for, 40 per chain at most: nothing is thrown away';

it('with how many, and how to go on where chains have not all of them', async () => {
  const directory = newStudyDirectory();
  const { study } = await runStudyIn(directory, text(40));
  expect(fewerOfPoints(directory, study.points)).toBe('');
  const { points } = studyOf(text(30));
  expect(fewerOfPoints(directory, points)).toBe(`3 of 3 points were ${FEWER}\n`);
  const folder = pointDirectory(directory, points[1].name);
  rmSync(join(folder, 'chain-001'), { recursive: true });
  expect(fewerOfPoints(directory, points.slice(1, 2))).toBe(
    `1 of 1 point was ${FEWER}, and chains that have fewer than the spec asks for go on to that\nspinformer extend ${directory} --samples 40 goes on to that many\n`,
  );
});

it('where nothing is sampled yet, too, and not of points that ask for more, or have not begun', () => {
  const directory = newStudyDirectory();
  const [first, second] = studyOf(text(40)).points;
  startRun(pointDirectory(directory, first.name), '', first.spec);
  startRun(pointDirectory(directory, second.name), '', studyOf(text(20)).points[1].spec);
  expect(fewerOfPoints(directory, studyOf(text(30)).points)).toContain('1 of 3 points was made for more');
});

it('is not extended to fewer samples than a point was made for, whatever the spec says', () => {
  const directory = newStudyDirectory();
  const { points } = studyOf(text(30));
  startRun(pointDirectory(directory, points[1].name), '', studyOf(text(40)).points[1].spec);
  expect(() => requireMore(directory, points, 35)).toThrow(
    '--samples: expected more than the 40 of point temperature=0.2, found 35',
  );
  expect(() => requireMore(directory, points.slice(0, 1), 20)).toThrow('expected more than the 30 of point');
  requireMore(directory, points, 40);
});
