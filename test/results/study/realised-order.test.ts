/** Curves of sizes through averages over realisations. */
import { expect, it } from 'vitest';
import { sizeCurves } from '../../../src/results/study/size-curves.ts';
import { point, run, SAMPLES } from './noisy-runs.ts';

const KEYS = ['lattice.size', 'model.temperature'];
const LEADING = 'structureFactor_2_2';
/** S(Q) of the realisations; the samples scatter by a tenth of it. */
const MEANS = [5, 6, 8, 9];

const realisation = (seed: number, temperature: number, mean: number, logWeight?: (k: number) => number) =>
  point(
    { 'lattice.size': [4, 4], 'model.temperature': temperature, 'disorder.seed': seed },
    run(4, LEADING, mean, SAMPLES, logWeight),
  );
const curvesOf = (temperatures: readonly number[], means: readonly number[]) =>
  sizeCurves(
    KEYS,
    temperatures.flatMap((temperature) => means.map((mean, r) => realisation(r + 1, temperature, mean / temperature))),
  )[0].sizes[0];

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

it('the Binder ratio is that of averaged moments, m² and χ are averages', () => {
  const { curve } = curvesOf([1, 2], MEANS);
  const [binder] = curve('leadingBinderRatio');
  // Every realisation has ⟨S²⟩ = 1.01 ⟨S⟩²: averages of its own ratio would be 1.01.
  expect(binder.value).toBeCloseTo((1.01 * mean(MEANS.map((s) => s * s))) / mean(MEANS) ** 2, 2);
  const [order] = curve('leadingOrder2');
  expect(order.value).toBeCloseTo(mean(MEANS) / 16, 2);
  const squares = MEANS.map((s) => (s - 7) ** 2).reduce((sum, one) => sum + one, 0);
  // 400 replicas know an error to 5 %.
  expect(Math.abs(order.error / (Math.sqrt(squares / 3 / 4) / 16) - 1)).toBeLessThan(0.2);
  const [response] = curve('leadingSusceptibility');
  expect(response.value).toBeCloseTo((mean(MEANS) * 0.0025) / 0.5, 2);
});

it('realisations of one seed are resampled alike at all points', () => {
  const [a, b] = curvesOf([1, 2], MEANS).curve('leadingOrder2');
  for (const [r, value] of a.replicas.entries())
    expect((value - a.value) / (b.replicas[r] - b.value)).toBeCloseTo(2, 0);
});

it('a single realisation has no error bar, and where one has no number there is no average', () => {
  expect(curvesOf([1, 2], [5]).curve('leadingOrder2')).toEqual([]);
  const few = [1, 2].map((seed) => realisation(seed, 1, 5, seed === 2 ? (k) => (k < 2 ? 0 : -1000) : undefined));
  expect(
    sizeCurves(KEYS, [...few, realisation(1, 2, 5), realisation(2, 2, 6)])[0].sizes[0].curve('leadingOrder2'),
  ).toHaveLength(1);
});
