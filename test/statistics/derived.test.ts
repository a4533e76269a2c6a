import { expect, it } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { gammaDerived } from '../../src/statistics/derived.ts';
import { gammaAnalysis } from '../../src/statistics/gamma.ts';
import { expectCoverage } from './coverage.ts';
import { jackknife } from './jackknife.ts';
import { autoregressive } from './series.ts';

/** x and x² along chains of mean 2 and variance 1. */
function moments(lengths: number[], stream: number): Float64Array[][] {
  const x = lengths.map((length, c) => autoregressive(length, 0.5, stream + c).map((value) => value + 2));
  return [x, x.map((chain) => chain.map((value) => value * value))];
}

const variance = ([mean, square]: readonly number[]) => square - mean * mean;
const ratio = ([mean, square]: readonly number[]) => square / (mean * mean);

it('covers the truth: a ratio by linear propagation', () => {
  expectCoverage(5 / 4, (r) => gammaDerived(moments([1500, 500], 100_000 + 2 * r), ratio));
});

it('covers the truth: a variance by jackknife', () => {
  expectCoverage(1, (r) => jackknife(moments([3000], 200_000 + r), variance));
});

it('agrees with the analysis of a mean where f is linear', () => {
  const [x] = moments([3000, 2000], 1);
  const mean = gammaAnalysis(x);
  const derived = gammaDerived([x], ([value]) => 3 * value - 1);
  expect(derived.mean).toBeCloseTo(3 * mean.mean - 1, 12);
  expect(derived.error / mean.error).toBeCloseTo(3, 8);
  expect(derived.tau).toBeCloseTo(mean.tau, 8);
});

it('keeps correlations between observables: x − x and x/x have no error', () => {
  const [x] = moments([2000], 1);
  expect(gammaDerived([x, x], ([a, b]) => a - b).error).toBeLessThan(1e-12);
  // Symmetric differences are off by (error/mean)²; without the correlation it would be √2.
  expect(gammaDerived([x, x], ([a, b]) => a / b).error / gammaAnalysis(x).error).toBeLessThan(1e-3);
});

it('propagates the known variance of a product of independent means', () => {
  const count = 200_000;
  const series = [3, 4].map((mean, s) => [autoregressive(count, 0, s).map((value) => value + mean)]);
  const { error, errorOfError } = gammaDerived(series, ([a, b]) => a * b);
  expect(Math.abs(error - Math.sqrt((3 * 3 + 4 * 4) / count))).toBeLessThan(4 * errorOfError + 1e-4 * error);
});

it('is exact for a quadratic far from 0, where symmetric differences lose digits', () => {
  const [x] = moments([20_000], 1);
  const far = x.map((chain) => chain.map((value) => 1e4 + 1e-3 * value));
  const squares = far.map((chain) => chain.map((value) => value * value));
  const near = gammaDerived(moments([20_000], 1), variance);
  expect(gammaDerived([far, squares], variance).error / near.error / 1e-6).toBeCloseTo(1, 1);
});

it('ignores constants, and keeps what is not finite visible', () => {
  const [x] = moments([2000], 1);
  const one = [new Float64Array(2000).fill(1)];
  expect(gammaDerived([x, one], ([a, b]) => a * Math.sqrt(b)).error / gammaAnalysis(x).error).toBeCloseTo(1, 8);
  expect(gammaDerived([one], ([a]) => Math.sqrt(1 - a)).error).toBe(0);
  expect(gammaDerived([x], () => NaN).error).toBeNaN();
});

it('gives the same error by jackknife and by linear propagation', () => {
  const series = moments([20_000, 15_000], 7);
  for (const f of [variance, ratio]) {
    const linear = gammaDerived(series, f);
    const { mean, error, bins } = jackknife(series, f);
    // The length of bins that Wolff recommends, (2 N τ²)^{1/3}; chains have whole numbers of them.
    expect(Math.abs((bins * Math.cbrt(2 * linear.samples * linear.tau ** 2)) / linear.samples - 1)).toBeLessThan(0.01);
    // The error of the jackknife has a relative error of √(1/(2 bins)).
    expect(Math.abs(error / linear.error - 1)).toBeLessThan(4 * Math.sqrt(0.5 / bins));
    expect(Math.abs(mean - linear.mean)).toBeLessThan(0.1 * error);
  }
});

it('removes the bias of order 1/N by jackknife: variance of a few samples', () => {
  const [repetitions, count] = [4000, 20];
  let biased = 0;
  let corrected = 0;
  for (let r = 0; r < repetitions; r++) {
    const x = [autoregressive(count, 0, 300_000 + r)];
    const series = [x, x.map((chain) => chain.map((value) => value * value))];
    biased += gammaDerived(series, variance).mean / repetitions;
    corrected += jackknife(series, variance).mean / repetitions;
  }
  // Var of one estimate is 2/19; 4 sigma of the average of 4000.
  const limit = 4 * Math.sqrt(2 / 19 / repetitions);
  expect(Math.abs(biased - (1 - 1 / count))).toBeLessThan(limit);
  expect(Math.abs(corrected - 1)).toBeLessThan(limit);
  expect(limit).toBeLessThan(0.5 / count);
});

it('is the mean and its binned error where f is the identity', () => {
  const [x] = moments([5000, 1234], 3);
  expect(jackknife([x], ([value]) => value).mean).toBeCloseTo(gammaAnalysis(x).mean, 12);
  expect(jackknife([[new Float64Array(100).fill(0.1)]], ([value]) => value * value)).toMatchObject({ error: 0 });
});

it('knows no error from a single bin', () => {
  expect(jackknife([[Float64Array.of(1)]], ([value]) => value).error).toBeNaN();
});

it('refuses observables of different shapes', () => {
  expect(() => gammaDerived([[new Float64Array(3)], [new Float64Array(4)]], ([a]) => a)).toThrow(
    'must have chains of the same lengths, not [3] and [4]',
  );
  expect(() => gammaDerived([[new Float64Array(3)], []], ([a]) => a)).toThrow(InputError);
});
