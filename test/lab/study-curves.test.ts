/** Curves of a study in the window: realisations of disorder are averaged. */
import { describe, expect, it } from 'vitest';
import { curvesOf, observablesOf } from '../../lab/watch/curves.ts';
import type { PointState, StudyState } from '../../src/watch/state.ts';

const point = (seed: number, temperature: number, energy: number, status: PointState['status'] = 'done') => ({
  values: { 'disorder.seed': seed, 'model.temperature': temperature },
  status,
  found: [{ observables: { energyPerSite: [energy, 0.1], binderRatio: [1.2, 0.1] } }],
});
const study = (keys: readonly string[], points: readonly object[]) => ({ keys, points }) as unknown as StudyState;
const KEYS = ['disorder.seed', 'model.temperature'];

describe('realisations at several temperatures', () => {
  const points = [point(1, 0.1, 1), point(2, 0.1, 3), point(3, 0.1, 9, 'running'), point(1, 0.2, 5)];

  it('are one curve of those that are done, two at least, with the error from between them', () =>
    expect(curvesOf(study(KEYS, points), 'energyPerSite')).toEqual({
      axis: 'model.temperature',
      curves: [{ name: '', points: [{ x: 0.1, mean: 2, error: 1, isOpen: true }] }],
    }));

  it('have no averages of ratios', () => expect(observablesOf(study(KEYS, points))).toEqual(['energyPerSite']));
});

it('where nothing else is swept they are shown one by one', () => {
  const { axis, curves } = curvesOf(study(['disorder.seed'], [point(1, 0.1, 1), point(2, 0.1, 3)]), 'binderRatio');
  expect([axis, curves.map(({ points }) => points.map(({ x, error }) => [x, error]))]).toEqual([
    'disorder.seed',
    [
      [
        [1, 0.1],
        [2, 0.1],
      ],
    ],
  ]);
});
