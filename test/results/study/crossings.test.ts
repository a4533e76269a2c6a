/** The crossings of neighbouring sizes of a study. */
import { describe, expect, it } from 'vitest';
import { comparedCurves, crossingsOf } from '../../../src/results/study/crossings.ts';
import type { SizeCurves } from '../../../src/results/study/size-curves.ts';
import { syntheticCurves } from './synthetic.ts';

const crossingsIn = (curves: readonly SizeCurves[]) => crossingsOf(comparedCurves(curves));

describe('a study of four sizes', () => {
  const { crossings, withoutCrossing, extrapolated } = crossingsIn([syntheticCurves([4, 6, 8, 12], 0.001)]);

  it('has a crossing for every pair of neighbours and observable', () => {
    expect(withoutCrossing).toEqual([]);
    expect(crossings.map(({ observable, sizes, key }) => [observable, sizes.map(([length]) => length), key])).toEqual(
      ['leadingBinderRatio', 'correlationLengthRatio'].flatMap((observable) =>
        [
          [4, 6],
          [6, 8],
          [8, 12],
        ].map((pair) => [observable, pair, 'model.temperature']),
      ),
    );
  });

  it('has them where they are, within four standard deviations', () => {
    for (const { position, value } of crossings) {
      expect(Math.abs(position.mean - 1)).toBeLessThan(4 * position.error);
      expect(Math.abs(value.mean - 1.3)).toBeLessThan(4 * value.error);
      expect(position.error).toBeLessThan(0.01);
    }
  });

  it('extrapolates them to L → ∞', () => {
    expect(extrapolated.map(({ observable }) => observable)).toEqual(['leadingBinderRatio', 'correlationLengthRatio']);
    for (const { position, value } of extrapolated) {
      expect(Math.abs(position.mean - 1)).toBeLessThan(4 * position.error);
      expect(Math.abs(value.mean - 1.3)).toBeLessThan(4 * value.error);
      expect(position.degrees).toBe(1);
    }
  });
});

it('extrapolates what drifts as 1/L to where it drifts', () => {
  const { crossings, extrapolated } = crossingsIn([syntheticCurves([4, 6, 8, 12], 0.0005, 0.2)]);
  const [first] = crossings;
  expect(Math.abs(first.position.mean - 1)).toBeGreaterThan(4 * first.position.error);
  for (const { position } of extrapolated) expect(Math.abs(position.mean - 1)).toBeLessThan(4 * position.error);
});

it('says why there is no crossing, and where', () => {
  const curves = syntheticCurves([4, 8], 0.001, 0, { 'model.coupling': 2 });
  const apart = {
    ...curves,
    sizes: curves.sizes.map((one) => ({ ...one, curve: (name: string) => shifted(one.curve(name), one.length) })),
  };
  const { crossings, withoutCrossing, extrapolated } = crossingsIn([apart]);
  expect(crossings).toEqual([]);
  expect(extrapolated).toEqual([]);
  expect(withoutCrossing[0]).toEqual({
    observable: 'leadingBinderRatio',
    key: 'model.temperature',
    at: { 'model.coupling': 2 },
    sizes: [
      [4, 4, 4],
      [8, 8, 8],
    ],
    reason: 'the curves do not cross within the data',
  });
});

const shifted = <T extends { readonly value: number }>(points: readonly T[], by: number): T[] =>
  points.map((point) => ({ ...point, value: point.value + by }));

it('of a single size there are none', () => {
  expect(crossingsIn([syntheticCurves([8], 0.001)])).toEqual({ crossings: [], withoutCrossing: [], extrapolated: [] });
  expect(crossingsIn([])).toEqual({ crossings: [], withoutCrossing: [], extrapolated: [] });
});
