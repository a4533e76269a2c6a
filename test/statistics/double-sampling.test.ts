import { expect, it } from 'vitest';
import type { Chains } from '../../src/statistics/chains.ts';
import { doubleSampling, endsOf } from '../../src/statistics/double-sampling.ts';
import type { Estimate, MeanWithError } from '../../src/statistics/estimate.ts';
import { estimateWindowedDerived, estimateWindowedMean } from '../../src/statistics/estimate-windows.ts';
import { gammaAnalysis } from '../../src/statistics/gamma.ts';
import { expectCoverage } from './coverage.ts';
import { autoregressive } from './series.ts';

const EXACT = { inputs: [0, 0], resolution: () => 0, isPositive: false };

/** NaN in all samples but the last of every `every`. */
const thinned = (chains: Chains, every: number): Chains =>
  chains.map((chain) => chain.map((value, k) => (k % every === every - 1 ? value : Number.NaN)));

const sum = (a: Chains, b: Chains, factor: number): Chains =>
  a.map((chain, c) => chain.map((value, k) => value + factor * b[c][k]));
const squared = (chains: Chains): Chains => chains.map((chain) => chain.map((value) => value * value));

/** A covariate x, and y = x + `noise` e with an e of which it knows nothing. */
function series(lengths: readonly number[], noise: number, stream: number) {
  const x = lengths.map((length, c) => autoregressive(length, 0.6, stream + c));
  const e = lengths.map((length, c) => autoregressive(length, 0.8, stream + 1_000_000 + c));
  return { x, y: sum(x, e, noise) };
}

function found(estimate: Estimate): MeanWithError {
  if (estimate.kind !== 'estimate') throw new Error(`expected an estimate, found ${estimate.kind}`);
  return estimate;
}

it.each([0, 0.5, 2])('covers the truth: a mean, noise %f beside the covariate', (noise) => {
  expectCoverage(0, (r) => {
    const { x, y } = series([1501, 1000], noise, 700_000 + 2 * r);
    const partial = thinned(y, 5);
    const sampling = doubleSampling(endsOf(partial), [x]);
    return found(estimateWindowedMean(sampling, sampling.windowed(partial)));
  });
});

it.each([
  [0.4, 2000, 4],
  [1, 4000, 12],
])('covers the truth under weights that the covariate decides, shift %f', (shift, samples, every) => {
  expectCoverage(shift, (r) => {
    const { x, y } = series([samples], 0.5, 800_000 + r);
    const partial = thinned(y, every);
    const logWeights = x.map((chain) => chain.map((value) => shift * value));
    const sampling = doubleSampling(endsOf(partial), [x], logWeights);
    return found(estimateWindowedMean(sampling, sampling.windowed(partial)));
  });
});

it('covers the truth: a variance, with the square of the covariate', () => {
  expectCoverage(1.25, (r) => {
    const { x, y } = series([3000], 0.5, 900_000 + r);
    const [partial, squares] = [thinned(y, 4), thinned(squared(y), 4)];
    const sampling = doubleSampling(endsOf(partial), [x, squared(x)]);
    const inputs = [partial, squares].map(sampling.windowed);
    return found(estimateWindowedDerived(sampling, inputs, ([mean, square]) => square - mean * mean, EXACT));
  });
});

it('loses nothing where the covariates tell all', () => {
  const x = [autoregressive(20_000, 0.6, 1), autoregressive(20_000, 0.6, 2)];
  const partial = thinned(x, 5);
  const sampling = doubleSampling(endsOf(partial), [x]);
  const { mean, error, tau } = found(estimateWindowedMean(sampling, sampling.windowed(partial)));
  const full = gammaAnalysis(x);
  expect(mean).toBeCloseTo(full.mean, 12);
  expect(error / full.error).toBeCloseTo(1, 1);
  expect(tau / full.tau).toBeCloseTo(1, 1);
});

it('has the error of the measured samples where the covariate tells nothing', () => {
  const [x, y] = [1, 2].map((stream) => [autoregressive(40_000, 0, stream)]);
  const partial = thinned(y, 4);
  const sampling = doubleSampling(endsOf(partial), [x]);
  const { error, tau, effectiveSamples } = found(estimateWindowedMean(sampling, sampling.windowed(partial)));
  expect(error * Math.sqrt(10_000)).toBeCloseTo(1, 1);
  expect(tau).toBeCloseTo(2, 0);
  expect(effectiveSamples / 10_000).toBeCloseTo(1, 1);
});

it('makes the mean of a constant that constant', () => {
  const x = [autoregressive(1000, 0.6, 1)];
  const partial = thinned([new Float64Array(1000).fill(1 / 3)], 4);
  const sampling = doubleSampling(endsOf(partial), [x]);
  const estimate = estimateWindowedMean(sampling, sampling.windowed(partial));
  expect(estimate).toMatchObject({ kind: 'constant', error: 0 });
  expect((estimate as { mean: number }).mean).toBeCloseTo(1 / 3, 14);
});

it('asks for samples, not for windows', () => {
  const x = [autoregressive(80, 0, 1)];
  const partial = thinned(x, 8);
  const sampling = doubleSampling(endsOf(partial), [x]);
  expect(estimateWindowedMean(sampling, sampling.windowed(partial))).toMatchObject({
    kind: 'insufficient',
    samples: 80,
    needed: 200,
  });
});

it('leaves out what comes after the last measured sample, and covariates that are the same', () => {
  const { x, y } = series([1003], 0.5, 5);
  const partial = thinned(y, 5);
  const once = doubleSampling(endsOf(partial), [x]);
  const twice = doubleSampling(endsOf(partial), [x, sum(x, x, 1)]);
  expect(once.samples).toBe(1000);
  expect(twice.windowed(partial)).toEqual(once.windowed(partial));
});
