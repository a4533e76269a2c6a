/** Weighted means with control variates, against the truth and against those without. */
import { expect, it } from 'vitest';
import { controlledMean } from '../../src/statistics/controlled.ts';
import { meanUnder } from '../../src/statistics/weighted.ts';
import { normaliseWeights } from '../../src/statistics/weights.ts';
import { expectCoverage } from './coverage.ts';
import { autoregressive } from './series.ts';

/** x of mean 0 and an observable that is x and as much again that no control tells, with weights for x around `shift`. */
function shifted(lengths: number[], shift: number, stream: number) {
  const x = lengths.map((length, c) => autoregressive(length, 0.3, stream + c));
  const other = lengths.map((length, c) => autoregressive(length, 0, stream + 500_000 + c));
  const observable = x.map((chain, c) => chain.map((value, k) => value + 0.3 * other[c][k]));
  const weights = normaliseWeights(x.map((chain) => chain.map((value) => shift * value)));
  const cube = x.map((chain) => chain.map((value) => value * value * value));
  return { x, observable, cube, weights };
}

it('covers the truth: the mean of a shifted Gaussian, two chains', () => {
  expectCoverage(0.2, (r) => {
    const { x, observable, cube, weights } = shifted([900, 600], 0.2, 700_000 + 2 * r);
    return controlledMean(weights, observable, [x, cube]);
  });
});

it('has the smaller error, as much as controls explain', () => {
  const { x, observable, weights } = shifted([20_000], 0.2, 3);
  const plain = meanUnder(weights, observable);
  const controlled = controlledMean(weights, observable, [x]);
  expect(controlled.error / plain.error).toBeLessThan(0.4);
  expect(Math.abs(plain.mean - controlled.mean)).toBeLessThan(3 * plain.error);
  expect(controlled.kishSamples).toBe(plain.kishSamples);
});

it('needs no controls, and leaves out those that are too many for its samples or say the same as others', () => {
  const { x, observable, weights } = shifted([30, 9], 0, 5);
  expect(controlledMean(weights, observable, [])).toEqual(meanUnder(weights, observable));
  expect(controlledMean(weights, observable, [x, observable])).toEqual(controlledMean(weights, observable, [x]));
  const more = shifted([500], 0.2, 7);
  const nothing = more.x.map((chain) => chain.map(() => 0));
  const twice = controlledMean(more.weights, more.observable, [more.x, nothing, more.x]);
  const once = controlledMean(more.weights, more.observable, [more.x]);
  expect(twice.mean).toBeCloseTo(once.mean, 9);
  expect(twice.error).toBeCloseTo(once.error, 9);
});

it('has a constant exactly', () => {
  const { x, weights } = shifted([400], 0.5, 9);
  const constant = x.map((chain) => chain.map(() => 0.1));
  expect(controlledMean(weights, constant, [x])).toMatchObject({ mean: 0.1, error: 0 });
});
