import { expect, it } from 'vitest';
import { pooledEstimate, runningMean } from '../../src/statistics/blocking.ts';
import { gammaAnalysis } from '../../src/statistics/gamma.ts';
import { autoregressive, autoregressiveTau, varianceOfMean } from './series.ts';

function running(chain: Float64Array) {
  const mean = runningMean();
  for (const sample of chain) mean.add(sample);
  return mean.estimate();
}

it.each([0, 0.5, 0.9, 0.97])('agrees with the Γ-method on AR(1) series with a = %d', (a) => {
  const [count, repetitions] = [30_000, 40];
  const pairs = Array.from({ length: repetitions }, (_, r) => {
    const chain = autoregressive(count, a, 500 + r);
    return { block: running(chain), gamma: gammaAnalysis([chain]) };
  });
  const average = (value: (pair: (typeof pairs)[0]) => number) =>
    pairs.reduce((sum, pair) => sum + value(pair), 0) / repetitions;
  for (const { block, gamma } of pairs) {
    expect(Math.abs((block?.mean ?? NaN) - gamma.mean)).toBeLessThan(1e-12);
    expect(block?.samples).toBe(count);
  }
  // Single errors scatter by 10 % at most; the bias of blocks that are just long enough is a few percent.
  const exact = Math.sqrt(varianceOfMean(count, a));
  expect(Math.abs(average(({ block }) => (block?.error ?? NaN) / exact) - 1)).toBeLessThan(0.05);
  expect(Math.abs(average(({ block, gamma }) => (block?.error ?? NaN) / gamma.error) - 1)).toBeLessThan(0.06);
  expect(Math.abs(average(({ block }) => block?.tau ?? NaN) / autoregressiveTau(a) - 1)).toBeLessThan(0.1);
});

it('says nothing before it can know', () => {
  expect(running(Float64Array.of())).toBeUndefined();
  expect(running(autoregressive(7, 0, 1))).toBeUndefined();
  // 10 τ
  expect(running(autoregressive(1000, 0.98, 1))).toBeUndefined();
});

it('knows constants, and stays above independent samples', () => {
  expect(running(new Float64Array(100).fill(0.1))).toEqual({ mean: 0.1, error: 0, tau: 0.5, samples: 100 });
  expect(running(Float64Array.from({ length: 4096 }, (_, k) => k % 2))?.tau).toBe(0.5);
});

it('pools chains by their samples', () => {
  const chains = [autoregressive(4000, 0.5, 1), autoregressive(12_000, 0.5, 2)];
  const pooled = pooledEstimate(chains.flatMap((chain) => running(chain) ?? []));
  const gamma = gammaAnalysis(chains);
  expect(pooled?.mean).toBeCloseTo(gamma.mean, 12);
  expect(pooled?.samples).toBe(16_000);
  expect(Math.abs((pooled?.error ?? NaN) / gamma.error - 1)).toBeLessThan(0.25);
  expect(pooledEstimate([])).toBeUndefined();
});
