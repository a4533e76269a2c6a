/** What figures of crossings are drawn from. */
import { expect, it } from 'vitest';
import { crossingPlot } from '../../../src/results/study/crossing-plots.ts';
import { comparedCurves, crossingsOf } from '../../../src/results/study/crossings.ts';
import { syntheticCurves } from './synthetic.ts';

const curves = comparedCurves([syntheticCurves([4, 6, 8, 12], 0.001)]);
const [binder, length] = curves.map(crossingPlot);
const { crossings, extrapolated } = crossingsOf(curves);

it('has the crossings that the study has, and their places by 1/L', () => {
  expect([binder.observable, length.observable]).toEqual(['leadingBinderRatio', 'correlationLengthRatio']);
  const found = crossings.filter(({ observable }) => observable === binder.observable);
  expect(binder.crossings).toEqual(
    found.map(({ position, value }) => ({
      x: position.mean,
      xError: position.error,
      y: value.mean,
      error: value.error,
    })),
  );
  expect(binder.bySize.map(({ x }) => x)).toEqual([24, 48, 96].map((product) => 1 / Math.sqrt(product)));
  expect(binder.bySize.map(({ y, error }) => [y, error])).toEqual(
    found.map(({ position }) => [position.mean, position.error]),
  );
});

it('has a straight line that ends at the extrapolation', () => {
  const [{ position }] = extrapolated;
  const [end, ...others] = binder.line;
  expect(end).toEqual({ x: 0, y: position.mean, error: position.error });
  const last = others[others.length - 1];
  expect(last.x).toBeCloseTo(1 / Math.sqrt(24), 12);
  for (const { x, y } of others) expect(y).toBeCloseTo(end.y + (x / last.x) * (last.y - end.y), 12);
});

it('has interpolations that meet where the crossing is, but for what interpolations differ by', () => {
  const [{ points, interpolation }, larger] = binder.sizes;
  expect(points.length).toBe(8);
  const [{ x, xError = 0 }] = binder.crossings;
  const apart = (k: number) => interpolation[k].y - larger.interpolation[k].y;
  const crossed = interpolation.findIndex((_, k) => k > 0 && Math.sign(apart(k)) !== Math.sign(apart(k - 1)));
  expect(Math.abs(interpolation[crossed].x - x)).toBeLessThan(xError + interpolation[1].x - interpolation[0].x);
});

it('has curves alone where nothing crosses', () => {
  const [one] = comparedCurves([syntheticCurves([4], 0.001)]).map(crossingPlot);
  expect([one.crossings, one.bySize, one.line, one.sizes[0].interpolation]).toEqual([[], [], [], []]);
});
