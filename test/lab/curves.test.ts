/** The points of a study as curves of the window. */
import { expect, it } from 'vitest';
import { curvesOf, valueText } from '../../lab/watch/curves.ts';
import type { SweptValue } from '../../src/spec/study.ts';
import type { StudyState } from '../../src/watch/state.ts';

/** Finished points, each with its number as the mean. */
const stateOf = (keys: readonly string[], values: readonly Record<string, SweptValue>[]): StudyState => ({
  kind: 'study',
  name: 'study',
  health: { condition: 'finished' },
  keys,
  points: values.map((one, k) => ({
    number: k + 1,
    name: String(k),
    values: one,
    status: 'done',
    samples: 10,
    found: [{ observables: { energyPerSite: [k, 0.1] } }],
  })),
});
const drawn = (state: StudyState) => {
  const { axis, curves } = curvesOf(state, 'energyPerSite');
  return [axis, curves.map(({ name, points }) => [name, points.map(({ x, mean }) => [x, mean])])];
};

const FIELD = 'model.field';
const SIZE = 'lattice.size';

it('runs along a field, in curves of each size', () => {
  const values = [
    [4, 4],
    [4, 6],
  ].flatMap((size) => [-0.2, 0, 0.4].map((h) => ({ [SIZE]: size, [FIELD]: [0, 0.6 * h, 0.8 * h] })));
  const places = [expect.closeTo(-0.2, 12), 0, expect.closeTo(0.4, 12)];
  expect(drawn(stateOf([SIZE, FIELD], values))).toEqual([
    FIELD,
    [
      ['size = 4 × 4', places.map((x, k) => [x, k])],
      ['size = 4 × 6', places.map((x, k) => [x, k + 3])],
    ],
  ]);
});

it('has curves for fields that turn, along what is a number', () => {
  const values = [
    [0, 0, 0.1],
    [0.1, 0, 0],
    [0, 0.1, 0],
  ].flatMap((field) => [0.1, 0.2].map((temperature) => ({ [FIELD]: field, 'model.temperature': temperature })));
  const [axis, curves] = drawn(stateOf([FIELD, 'model.temperature'], values));
  expect(axis).toBe('model.temperature');
  expect((curves as unknown as [string][]).map(([name]) => name)).toEqual([
    'field = (0, 0, 0.1)',
    'field = (0.1, 0, 0)',
    'field = (0, 0.1, 0)',
  ]);
});

it('draws sizes at their first length, and words at the number of their point', () => {
  expect(drawn(stateOf([SIZE], [{ [SIZE]: [4, 4] }, { [SIZE]: [6, 4] }]))).toEqual([
    SIZE,
    [
      [
        '',
        [
          [4, 0],
          [6, 1],
        ],
      ],
    ],
  ]);
  const methods = ['local', 'hmc'].map((method) => ({ 'sampling.method': method }));
  expect(drawn(stateOf(['sampling.method'], methods))[1]).toEqual([
    [
      '',
      [
        [1, 0],
        [2, 1],
      ],
    ],
  ]);
  expect(valueText('model.exchange', [1, 0.5])).toBe('(1, 0.5)');
});
