/** Studies by a program. */
import { expect, it } from 'vitest';
import { InputError, summariseStudy } from '../../src/run.ts';
import { makeStudy } from '../results/study/study.ts';
import { temporaryFolder } from '../store/example.ts';

it('has the reports of all points', () => {
  const directory = temporaryFolder();
  makeStudy(directory, ['model.temperature'], [{ 'model.temperature': 0.2 }, { 'model.temperature': 0.4, there: 0 }]);
  const { keys, points, crossings } = summariseStudy(directory);
  expect([keys, crossings]).toEqual([['model.temperature'], []]);
  expect(points.map(({ status, report }) => [status, report?.samples])).toEqual([
    ['done', [400, 400]],
    ['missing', undefined],
  ]);
});

it('refuses what is no study', () => {
  expect(() => summariseStudy(temporaryFolder())).toThrow('expected the directory of a study');
  expect(() => summariseStudy('')).toThrow(InputError);
});
