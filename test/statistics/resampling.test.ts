/** Replicas of means against the Γ-method and against exact variances. */
import { describe, expect, it } from 'vitest';
import { type BlockNoise, blockNoise } from '../../src/statistics/block-noise.ts';
import { gammaDerived } from '../../src/statistics/derived.ts';
import { gammaAnalysis } from '../../src/statistics/gamma.ts';
import { blocksOf, replicaError, replicated, resampledMeans } from '../../src/statistics/resampling.ts';
import { autoregressive, autoregressiveTau, varianceOfMean } from './series.ts';

const tau = autoregressiveTau(0.8);
const run = (stream: number) => Array.from({ length: 4 }, (_, c) => autoregressive(2000, 0.8, 10 * stream + c));
const noises = (replicas: number): BlockNoise[] => [0, 1, 2, 3].map((chain) => blockNoise(1, chain, replicas));

describe('correlated chains', () => {
  it('have errors as they are on average: √ of the exact variance, within 5 %', () => {
    const errors = Array.from({ length: 60 }, (_, stream) => {
      const blocks = blocksOf([run(stream)], tau);
      if (!blocks) throw new Error('no blocks');
      return replicaError(resampledMeans(blocks, noises(400))[0].replicas);
    });
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
    const exact = Math.sqrt(varianceOfMean(2000, 0.8) / 4);
    expect(mean).toBeGreaterThan(0.93 * exact);
    expect(mean).toBeLessThan(1.05 * exact);
  });

  it('keep the correlations between columns: x + noise and x differ by the noise', () => {
    const x = run(1);
    const noise = x.map((_, c) => autoregressive(2000, 0, 500 + c));
    const noisy = x.map((chain, c) => chain.map((value, k) => value + 1e-3 * noise[c][k]));
    const blocks = blocksOf([x, noisy], tau);
    if (!blocks) throw new Error('no blocks');
    const means = resampledMeans(blocks, noises(400));
    const difference = replicated(means, ([a, b]) => b - a);
    expect(replicaError(difference.replicas)).toBeLessThan(1e-2 * replicaError(means[0].replicas));
    expect(difference.mean).toBeCloseTo(gammaAnalysis(noisy).mean - gammaAnalysis(x).mean, 12);
  });

  it('have errors of functions of means as by linear propagation: on average within 8 %', () => {
    const f = ([mean, square]: readonly number[]) => square / (mean * mean);
    const ratios = Array.from({ length: 20 }, (_, stream) => {
      const x = run(stream).map((chain) => chain.map((value) => value + 3));
      const squares = x.map((chain) => chain.map((value) => value * value));
      const blocks = blocksOf([x, squares], tau);
      if (!blocks) throw new Error('no blocks');
      const found = replicated(resampledMeans(blocks, noises(1000)), f);
      const expected = gammaDerived([x, squares], f);
      expect(found.mean).toBeCloseTo(expected.mean, 12);
      return replicaError(found.replicas) / expected.error;
    });
    expect(Math.abs(ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length - 1)).toBeLessThan(0.08);
  });
});

describe('blocks', () => {
  const chains = (count: number, length: number) =>
    Array.from({ length: count }, () => new Float64Array(length).fill(1));

  it('are at least ten autocorrelation times long, and no more than 64 or so', () => {
    expect(blocksOf([chains(4, 1000)], 10)?.weights).toHaveLength(28);
    expect(blocksOf([chains(4, 65_536)], 0.5)?.weights).toHaveLength(64);
  });

  it('are whole chains where these are many or short', () => {
    const blocks = blocksOf([chains(20, 30)], 5);
    expect([...(blocks?.weights ?? [])]).toEqual(new Array(20).fill(30));
  });

  it('are none where fewer than 16 are left', () => {
    expect(blocksOf([chains(4, 100)], 5)).toBeUndefined();
  });

  it('lie at the same samples in longer chains, but for the last one, which holds the rest', () => {
    const [short, long] = [blocksOf([chains(16, 90)], 3), blocksOf([chains(16, 200)], 3)];
    expect([short?.level, long?.level]).toEqual([5, 6]);
    expect([...(short?.weights ?? [])].slice(0, 2)).toEqual([32, 58]);
    expect([...(long?.weights ?? [])].slice(0, 3)).toEqual([64, 64, 72]);
    expect(long?.places.slice(2, 4)).toEqual([
      { chain: 0, index: 2 },
      { chain: 1, index: 0 },
    ]);
  });

  it('count samples by their weights', () => {
    const values = [Float64Array.from({ length: 1280 }, (_, k) => k % 2)];
    const weights = [values[0].map((value) => 1 + 2 * value)];
    const blocks = blocksOf([values], 0.5, weights);
    if (!blocks) throw new Error('no blocks');
    const [{ mean, replicas }] = resampledMeans(blocks, noises(10));
    expect(mean).toBeCloseTo(0.75, 12);
    expect(replicas[0]).toBeCloseTo(0.75, 12);
  });

  it('give the same bits from the same stream', () => {
    const blocks = blocksOf([run(3)], tau);
    if (!blocks) throw new Error('no blocks');
    expect(resampledMeans(blocks, noises(20))).toEqual(resampledMeans(blocks, noises(20)));
  });
});

it('the error of replicas is that of a normal distribution, and passes over NaN', () => {
  const replicas = autoregressive(20_000, 0, 77);
  expect(replicaError(replicas)).toBeCloseTo(1, 1);
  replicas[5] = Number.NaN;
  expect(replicaError(replicas)).toBeCloseTo(1, 1);
});
