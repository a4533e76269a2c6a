/** How the points of a study become curves. */
import { describe, expect, it } from 'vitest';
import { sizeCurves } from '../../../src/results/study/size-curves.ts';
import { point, run, SAMPLES } from './noisy-runs.ts';

const KEYS = ['lattice.size', 'model.temperature'];
const grid = (leading: (length: number, t: number) => string, samples?: number) =>
  [8, 4].flatMap((length) =>
    [0.1, 0.2, 0.3].map((t) =>
      point(
        { 'lattice.size': [length, length], 'model.temperature': t },
        run(length, leading(length, t), 5 / t, samples),
      ),
    ),
  );
const staggered = (length: number) => `structureFactor_${length / 2}_${length / 2}`;

describe('two sizes and three temperatures', () => {
  const points = grid(staggered);
  const [curves, ...others] = sizeCurves(KEYS, points);

  it('are two curves along the temperature, the smaller size first', () => {
    expect(others).toEqual([]);
    expect(curves.key).toBe('model.temperature');
    expect(curves.at).toEqual({});
    expect(curves.sizes.map(({ size, length, leading }) => [size, length, leading])).toEqual([
      [[4, 4], 4, 'structureFactor_2_2'],
      [[8, 8], 8, 'structureFactor_4_4'],
    ]);
    expect(curves.sizes[0].curve('leadingBinderRatio').map(({ x }) => x)).toEqual([0.1, 0.2, 0.3]);
  });

  it('have the values that the series have', () => {
    const [{ value, error }] = curves.sizes[0].curve('leadingOrder2');
    expect(Math.abs(value - 50 / 16)).toBeLessThan(4 * error);
    expect(error / value).toBeCloseTo(0.1 * Math.sqrt(3 / (2 * SAMPLES)), 3);
    const [binder] = curves.sizes[0].curve('leadingBinderRatio');
    expect(Math.abs(binder.value - 1.01)).toBeLessThan(4 * binder.error);
    const [ratio] = curves.sizes[0].curve('correlationLengthRatio');
    expect(Math.abs(ratio.value - Math.sqrt(49) / (2 * Math.SQRT1_2) / 4)).toBeLessThan(4 * ratio.error);
    const [response] = curves.sizes[0].curve('leadingSusceptibility');
    expect(Math.abs(response.value - (50 * 0.01) / 4 / 0.5)).toBeLessThan(5 * response.error);
  });

  it('open every run once', () => expect(points.map(({ opened }) => opened)).toEqual(points.map(() => 1)));
});

it('the order of a size is that of the point where it is strongest', () => {
  const points = grid((length, t) => (t < 0.25 ? staggered(length) : 'structureFactor_0_0'));
  const [{ sizes }] = sizeCurves(KEYS, points);
  expect(sizes[0].leading).toBe('structureFactor_2_2');
  expect(points.map(({ opened }) => opened)).toEqual([1, 1, 1, 1, 1, 1]);
  const last = sizes[0].curve('leadingOrder2')[2];
  expect(Math.abs(last.value - 1 / 16)).toBeLessThan(4 * last.error);
});

it('points with too few samples for error bars are left out, and so are runs without samples', () => {
  const [few] = sizeCurves(KEYS, grid(staggered, 15));
  expect(few.sizes[0].curve('leadingBinderRatio')).toEqual([]);
  expect(sizeCurves(KEYS, grid(staggered, 0))[0].sizes).toEqual([]);
});

describe('samples with weights', () => {
  const order = (logWeight?: (k: number) => number) => {
    const points = [0.1, 0.2].map((t) =>
      point({ 'lattice.size': [4, 4], 'model.temperature': t }, run(4, staggered(4), 5, SAMPLES, logWeight)),
    );
    return sizeCurves(KEYS, points)[0].sizes[0].curve('leadingOrder2');
  };

  it('count as those without where all weigh the same', () => {
    const [equal, plain] = [order(() => 3), order()];
    expect(equal[0].value).toBeCloseTo(plain[0].value, 12);
    expect(equal[0].error).toBeCloseTo(plain[0].error, 12);
  });

  it('count by their weights: half of the samples have none', () => {
    const [half] = order((k) => (k < SAMPLES / 2 ? 0 : -1000));
    const [plain] = order();
    expect(half.error / plain.error).toBeGreaterThan(1.2);
    expect(half.error / plain.error).toBeLessThan(1.7);
  });

  it('have no error bars where few decide', () => expect(order((k) => (k < 2 ? 0 : -1000))).toEqual([]));
});

it('other keys make other groups', () => {
  const pointsAt = (temperatures: readonly number[]) =>
    [1, 2].flatMap((coupling) =>
      [4, 8].flatMap((length) =>
        temperatures.map((temperature) =>
          point(
            { 'lattice.size': [length, length], 'model.temperature': temperature, 'model.coupling': coupling },
            run(length, staggered(length), 5),
          ),
        ),
      ),
    );
  const points = pointsAt([0.1, 0.2]);
  const groups = sizeCurves([...KEYS, 'model.coupling'], points);
  expect(groups.map(({ at, sizes }) => [at, sizes.length])).toEqual([
    [{ 'model.coupling': 1 }, 2],
    [{ 'model.coupling': 2 }, 2],
  ]);
  expect(sizeCurves([...KEYS, 'model.coupling'], points, 'model.coupling').map(({ key }) => key)).toEqual([
    'model.coupling',
    'model.coupling',
  ]);
  // A key with one value is no axis where another has several.
  expect(sizeCurves([...KEYS, 'model.coupling'], pointsAt([0.1])).map(({ key }) => key)).toEqual(['model.coupling']);
});

it('without sizes or without numbers there are no curves', () => {
  expect(sizeCurves(['model.temperature'], [])).toEqual([]);
  expect(
    sizeCurves(
      ['lattice.size', 'sampling.method'],
      [point({ 'lattice.size': [4, 4], 'sampling.method': 'hmc' }, run(4, '', 1))],
    ),
  ).toEqual([]);
});
