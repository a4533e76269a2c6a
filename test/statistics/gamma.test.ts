import { expect, it } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { gammaAnalysis } from '../../src/statistics/gamma.ts';
import { expectCoverage } from './coverage.ts';
import { autoregressive, autoregressiveTau, varianceOfMean } from './series.ts';

it.each([0, 0.5, 0.9, 0.98])('finds τ and the error of a long AR(1) series with a = %d', (a) => {
  const count = 400_000;
  const analysis = gammaAnalysis([autoregressive(count, a, 1)]);
  const { tau, tauError, error, errorOfError, truncated } = analysis;
  expect(truncated).toBe(false);
  expect(Math.abs(tau - autoregressiveTau(a)) / tauError).toBeLessThan(4);
  expect(Math.abs(error - Math.sqrt(varianceOfMean(count, a))) / errorOfError).toBeLessThan(4);
  expect(tauError / tau).toBeLessThan(0.1);
  expect(analysis.effectiveSamples).toBeCloseTo(count / (2 * tau), 6);
});

it('is unbiased, and knows its own errors: 1500 series of 90 τ', () => {
  const [a, count, repetitions] = [0.8, 400, 1500];
  const all = Array.from({ length: repetitions }, (_, r) => gammaAnalysis([autoregressive(count, a, 1000 + r)]));
  const average = (f: (analysis: (typeof all)[0]) => number) => all.reduce((sum, x) => sum + f(x), 0) / repetitions;
  const spread = (f: (analysis: (typeof all)[0]) => number) => {
    const centre = average(f);
    return Math.sqrt(average((x) => (f(x) - centre) ** 2));
  };
  const { tau, variance } = { tau: average((x) => x.tau), variance: average((x) => x.error ** 2) };
  // Averages have a statistical error of 1.2 %; without the correction of the bias both would be 0.93.
  expect(Math.abs(tau / autoregressiveTau(a) - 1)).toBeLessThan(0.035);
  expect(Math.abs(variance / varianceOfMean(count, a) - 1)).toBeLessThan(0.035);
  expect(Math.abs(average((x) => x.errorOfError) / spread((x) => x.error) - 1)).toBeLessThan(0.1);
  // Its formula is for windows far shorter than the chain: 15 % too large here.
  expect(Math.abs(average((x) => x.tauError) / spread((x) => x.tau) - 1)).toBeLessThan(0.2);
});

it('covers the truth: one chain', () => {
  expectCoverage(0, (r) => gammaAnalysis([autoregressive(2000, 0.8, 10_000 + r)]));
});

it('covers the truth: three chains of different lengths', () => {
  expectCoverage(0, (r) => gammaAnalysis([300, 500, 700].map((n, c) => autoregressive(n, 0.6, 20_000 + 3 * r + c))));
});

it('covers the truth: independent samples', () => {
  expectCoverage(0, (r) => gammaAnalysis([autoregressive(400, 0, 30_000 + r)]));
});

it('scales and shifts with the observable', () => {
  const chain = autoregressive(5000, 0.7, 1);
  const one = gammaAnalysis([chain]);
  const scaled = gammaAnalysis([chain.map((x) => -1024 * x)]);
  expect(scaled).toEqual({
    ...one,
    mean: -1024 * one.mean,
    error: 1024 * one.error,
    errorOfError: 1024 * one.errorOfError,
  });
  const shifted = gammaAnalysis([chain.map((x) => x + 100)]);
  expect(shifted.mean).toBeCloseTo(one.mean + 100, 10);
  expect(shifted.error / one.error).toBeCloseTo(1, 10);
  expect(shifted.tau).toBeCloseTo(one.tau, 9);
});

it('looks the same in both directions of time, and in any order of the chains', () => {
  const chains = [autoregressive(3000, 0.7, 1), autoregressive(2000, 0.7, 2)];
  const one = gammaAnalysis(chains);
  for (const other of [chains.map((chain) => chain.toReversed()), chains.toReversed()]) {
    const { mean, error, tau, window } = gammaAnalysis(other);
    expect(mean).toBeCloseTo(one.mean, 12);
    expect(error).toBeCloseTo(one.error, 12);
    expect(tau).toBeCloseTo(one.tau, 10);
    expect(window).toBe(one.window);
  }
});

it('changes little when a chain is cut in two', () => {
  const chain = autoregressive(100_000, 0.8, 1);
  const whole = gammaAnalysis([chain]);
  const cut = gammaAnalysis([chain.subarray(0, 30_000), chain.subarray(30_000)]);
  expect(cut.mean).toBeCloseTo(whole.mean, 12);
  expect(cut.samples).toBe(whole.samples);
  expect(Math.abs(cut.error / whole.error - 1)).toBeLessThan(0.005);
});

it('gives every sample twice twice the τ and the same error', () => {
  const chain = autoregressive(50_000, 0.8, 1);
  const one = gammaAnalysis([chain]);
  const twice = gammaAnalysis([Float64Array.from({ length: 100_000 }, (_, k) => chain[k >> 1])]);
  expect(Math.abs(twice.tau / (2 * one.tau) - 1)).toBeLessThan(0.03);
  expect(Math.abs(twice.error / one.error - 1)).toBeLessThan(0.015);
});

it.each([0, 0.1, -7.3e5])('has error 0 for the constant %d, to the bit', (value) => {
  const chains = [new Float64Array(1000).fill(value), new Float64Array(77).fill(value)];
  expect(gammaAnalysis(chains)).toEqual({
    mean: value,
    error: 0,
    errorOfError: 0,
    tau: 0.5,
    tauError: Math.sqrt(0),
    window: 0,
    truncated: false,
    samples: 1077,
    effectiveSamples: 1077,
  });
});

it('keeps τ at ½ for anticorrelated samples, on the safe side', () => {
  const chain = autoregressive(20_000, -0.5, 1);
  const { tau, error } = gammaAnalysis([chain]);
  expect(tau).toBe(0.5);
  expect(error * Math.sqrt(20_000)).toBeCloseTo(1, 1);
  const alternating = gammaAnalysis([Float64Array.from({ length: 1000 }, (_, k) => k % 2)]);
  expect(alternating.mean).toBe(0.5);
  expect(alternating.tau).toBe(0.5);
  expect(alternating.error).toBeGreaterThan(0);
});

it('has a long τ for chains that stand still at different values', () => {
  const { tau, samples } = gammaAnalysis([new Float64Array(1000).fill(1), new Float64Array(1000).fill(2)]);
  expect(samples / tau).toBeLessThan(20);
});

it('says so when no window is found', () => {
  const stuck = Array.from({ length: 100 }, (_, c) => new Float64Array(10).fill(c));
  const { truncated, window, samples, tau } = gammaAnalysis(stuck);
  expect({ truncated, window, samples }).toEqual({ truncated: true, window: 5, samples: 1000 });
  expect(tau).toBeGreaterThan(5);
});

it.each([
  ['no chains', []],
  ['an empty chain', [Float64Array.of(1), new Float64Array()]],
  ['NaN', [Float64Array.of(1, NaN)]],
  ['∞', [Float64Array.of(Infinity)]],
])('refuses %s', (_, chains) => {
  expect(() => gammaAnalysis(chains)).toThrow(InputError);
});
