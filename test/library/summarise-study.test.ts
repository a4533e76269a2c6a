/** Studies by a program. */
import { expect, it } from 'vitest';
import { InputError, summariseStudy } from '../../src/run.ts';
import { makeStudy, plainReport } from '../results/study/study.ts';
import { temporaryFolder } from '../store/example.ts';

it('has the reports of all points', () => {
  const directory = temporaryFolder();
  makeStudy(directory, ['model.temperature'], [{ 'model.temperature': 0.2 }, { 'model.temperature': 0.4, there: 0 }]);
  const { keys, points, crossings } = summariseStudy(directory);
  expect([keys, crossings]).toEqual([['model.temperature'], []]);
  expect(points.map(({ status }) => status)).toEqual(['done', 'missing']);
  expect(plainReport(points[0]).samples).toEqual([400, 400]);
});

it('refuses what is no study', () => {
  expect(() => summariseStudy(temporaryFolder())).toThrow('expected the directory of a study');
  expect(() => summariseStudy('')).toThrow(InputError);
  const directory = temporaryFolder();
  makeStudy(directory, ['model.temperature'], [{ 'model.temperature': 0.2 }]);
  const ask = (wanted: object) => () => summariseStudy(directory, wanted);
  expect(ask({ curve: true })).toThrow('did you mean curves?');
  expect(ask({ scaling: { key: 'temperature' } })).toThrow('expected the name of a swept key');
});
