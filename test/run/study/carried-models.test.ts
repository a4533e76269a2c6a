/** Trainings that begin with the model of the neighbouring point. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { otherBeginnings } from '../../../src/run/study/other-beginnings.ts';
import { pointDirectory } from '../../../src/store/study.ts';
import { csvOfPoints, newStudyDirectory, readJson, runStudyIn, studyOf, textOf } from './studies.ts';

const LEARNED = '[effective]\nkind = "linear"\nshells = 2\n[training]\nexact_evaluations = 200';
const text = (carry: boolean, temperatures = '[0.8, 0.4, 0.2]') =>
  textOf(
    `sampling.method = ["self-learning", "hmc"]\nmodel.temperature = ${temperatures}\ncarry_models = ${carry}`,
    LEARNED,
  ).replace('size = [2, 2]', 'size = [4, 4]');

const trainingOf = (directory: string, name: string) =>
  readJson(join(pointDirectory(directory, name), 'models/effective.json')).training;
const nameOf = (temperature: number) => `temperature=${temperature},method=self-learning`;

it('is bit-identical with 1 worker and with 2, in one attempt and point by point from the last, and says where it began', async () => {
  const [one, two, backwards] = [newStudyDirectory(), newStudyDirectory(), newStudyDirectory()];
  const { study, outcome } = await runStudyIn(one, text(true), { workers: 1 });
  expect(outcome).toEqual({ outcome: 'finished', points: 6, done: 6, failed: [] });
  await runStudyIn(two, text(true), { workers: 2 });
  for (const point of [2, 1, 0]) {
    const { outcome } = await runStudyIn(backwards, text(true), { points: [study.points[point]] });
    expect(outcome).toEqual({ outcome: 'finished', points: 1, done: 1, failed: [] });
  }
  await runStudyIn(backwards, text(true));
  const expected = csvOfPoints(one, study);
  expect(csvOfPoints(two, study)).toEqual(expected);
  expect(csvOfPoints(backwards, study)).toEqual(expected);
  expect([0.8, 0.4, 0.2].map((temperature) => trainingOf(one, nameOf(temperature)).beganWith)).toEqual([
    undefined,
    nameOf(0.8),
    nameOf(0.4),
  ]);
  const alone = newStudyDirectory();
  await runStudyIn(alone, text(false));
  const without = csvOfPoints(alone, study);
  expect(expected[nameOf(0.8)]).toEqual(without[nameOf(0.8)]);
  expect(expected[nameOf(0.4)]).not.toEqual(without[nameOf(0.4)]);
});

it('says which points keep another neighbour where a value is added between', async () => {
  const directory = newStudyDirectory();
  const sweep = (temperatures: string) => text(true, temperatures).replace(', "hmc"', '');
  const { study } = await runStudyIn(directory, sweep('[0.8, 0.2]'));
  expect(otherBeginnings(directory, study)).toBe('');
  expect(otherBeginnings(directory, studyOf(sweep('[0.8, 0.4, 0.2]')))).toMatch(
    /^1 point began with the model of another neighbour .*bit-identical: temperature=0\.2,method=self-learning\n$/,
  );
  expect(otherBeginnings(directory, studyOf(text(false)))).toBe('');
});
