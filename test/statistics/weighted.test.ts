import { expect, it } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { gammaDerived } from '../../src/statistics/derived.ts';
import { gammaAnalysis } from '../../src/statistics/gamma.ts';
import { weightedDerived, weightedMean } from '../../src/statistics/weighted.ts';
import { normaliseWeights } from '../../src/statistics/weights.ts';
import { expectCoverage } from './coverage.ts';
import { autoregressive } from './series.ts';

/** Samples of the normal distribution around 0 and log weights for the one around `shift`: e^{shift x − shift²/2}. */
function shiftedGaussian(lengths: number[], shift: number, stream: number) {
  const x = lengths.map((length, c) => autoregressive(length, 0.6, stream + c));
  const logWeights = x.map((chain) => chain.map((value) => shift * value - (shift * shift) / 2));
  return { x, squares: x.map((chain) => chain.map((value) => value * value)), logWeights };
}

it('covers the truth: the mean of a shifted Gaussian', () => {
  expectCoverage(0.5, (r) => {
    const { x, logWeights } = shiftedGaussian([2000], 0.5, 400_000 + r);
    return weightedMean(x, logWeights);
  });
});

it('covers the truth: the variance of a shifted Gaussian, two chains', () => {
  expectCoverage(1, (r) => {
    const { x, squares, logWeights } = shiftedGaussian([1500, 500], 0.3, 500_000 + 2 * r);
    return weightedDerived([x, squares], logWeights, ([mean, square]) => square - mean * mean);
  });
});

it('knows the worth of the weights: Kish e^{−shift²} of the samples', () => {
  const { logWeights } = shiftedGaussian([200_000], 0.8, 1);
  const { kishSamples, largestShare, dominated } = normaliseWeights(logWeights);
  expect(kishSamples / 200_000).toBeCloseTo(Math.exp(-0.64), 2);
  expect(largestShare).toBeLessThan(0.001);
  expect(dominated).toBe(false);
});

it('warns of weights that few samples dominate', () => {
  const { x, logWeights } = shiftedGaussian([2000], 4, 1);
  const { dominated, kishSamples, largestShare } = weightedMean(x, logWeights);
  expect(dominated).toBe(true);
  expect(largestShare).toBeGreaterThan(0.05);
  expect(kishSamples).toBeLessThan(20);
});

it('draws the line at 5 % of the weight in one sample', () => {
  const equal = (count: number) => normaliseWeights([new Float64Array(count)]);
  expect([equal(19), equal(20), equal(21)].map(({ dominated }) => dominated)).toEqual([true, false, false]);
});

it('is the plain analysis for equal weights', () => {
  const x = [autoregressive(3000, 0.6, 1), autoregressive(1000, 0.6, 2)];
  const squares = x.map((chain) => chain.map((value) => value * value));
  const equal = x.map((chain) => new Float64Array(chain.length).fill(-1e5));
  const worth = { kishSamples: 4000, largestShare: 1 / 4000, dominated: false };
  expect(weightedMean(x, equal)).toEqual({ ...gammaAnalysis(x), ...worth });
  const ratio = ([a, b]: readonly number[]) => a / b;
  expect(weightedDerived([x, squares], equal, ratio)).toEqual({ ...gammaDerived([x, squares], ratio), ...worth });
});

it('does not depend on the scale of the weights, however large', () => {
  const { x, logWeights } = shiftedGaussian([1000], 0.5, 1);
  const one = weightedMean(x, logWeights);
  for (const constant of [-1e4, 1e4]) {
    const other = weightedMean(
      x,
      logWeights.map((chain) => chain.map((value) => value + constant)),
    );
    expect(other.mean).toBeCloseTo(one.mean, 10);
    expect(other.error).toBeCloseTo(one.error, 10);
    expect(other.kishSamples / one.kishSamples).toBeCloseTo(1, 10);
  }
});

it('scales and shifts with the observable; a constant has error 0', () => {
  const { x, logWeights } = shiftedGaussian([1000], 0.5, 1);
  const one = weightedMean(x, logWeights);
  const other = weightedMean(
    x.map((chain) => chain.map((value) => 5 - 4 * value)),
    logWeights,
  );
  expect(other.mean).toBeCloseTo(5 - 4 * one.mean, 12);
  expect(other.error / one.error).toBeCloseTo(4, 10);
  const constant = weightedMean([new Float64Array(1000).fill(0.1)], logWeights);
  expect({ mean: constant.mean, error: constant.error }).toEqual({ mean: 0.1, error: 0 });
});

it('leaves out samples of weight 0, and counts a sample of weight 3 three times', () => {
  const x = [Float64Array.of(1, 50, 3, 4)];
  const { mean, kishSamples } = weightedMean(x, [Float64Array.of(0, -Infinity, Math.log(3), 0)]);
  expect(mean).toBeCloseTo((1 + 3 * 3 + 4) / 5, 14);
  expect(kishSamples).toBeCloseTo(25 / 11, 14);
});

it('has the effective samples of independent weighted ones where they are', () => {
  const x = [autoregressive(100_000, 0, 1)];
  const independent = [autoregressive(100_000, 0, 2).map((value) => 0.7 * value)];
  const { error, effectiveSamples, kishSamples } = weightedMean(x, independent);
  expect(effectiveSamples / kishSamples).toBeCloseTo(1, 1);
  // Weights that know nothing of x cost exactly the factor of Kish.
  expect(error * Math.sqrt(kishSamples)).toBeCloseTo(1, 1);
});

it.each([NaN, Infinity])('refuses a log weight %d', (value) => {
  expect(() => normaliseWeights([Float64Array.of(0, value)])).toThrow(`sample 1 of chain 0 is ${value}`);
});

it('refuses weights that are all 0, or of another shape', () => {
  expect(() => normaliseWeights([Float64Array.of(-Infinity)])).toThrow(InputError);
  expect(() => weightedMean([new Float64Array(3)], [new Float64Array(4)])).toThrow(InputError);
});
