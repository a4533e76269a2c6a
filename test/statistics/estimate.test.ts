import { describe, expect, it } from 'vitest';
import {
  type Estimate,
  estimateDerived,
  estimateMean,
  estimateWeightedDerived,
  estimateWeightedMean,
  formatEstimate,
} from '../../src/statistics/estimate.ts';
import { gammaAnalysis } from '../../src/statistics/gamma.ts';
import { splitRHat } from '../../src/statistics/r-hat.ts';
import { autoregressive } from './series.ts';

const chains = [autoregressive(4000, 0.6, 1), autoregressive(4000, 0.6, 2)];
const zeros = chains.map((chain) => new Float64Array(chain.length));
const square = ([mean]: readonly number[]) => mean * mean;

it('carries mean, error, τ, effective samples and R̂', () => {
  const { mean, error, tau, tauError, effectiveSamples } = gammaAnalysis(chains);
  const numbers = { kind: 'estimate', mean, error, tau, tauError, effectiveSamples };
  expect(estimateMean(chains)).toEqual({ ...numbers, rHat: splitRHat(chains) });
  expect(estimateWeightedMean(chains, zeros)).toEqual(numbers);
});

it('agrees with itself: derived quantities with and without equal weights', () => {
  expect(estimateDerived([chains], square).kind).toBe('estimate');
  expect(estimateWeightedDerived([chains], zeros, square)).toEqual(estimateDerived([chains], square));
});

function insufficient(estimate: Estimate) {
  expect(estimate.kind).toBe('insufficient');
  return estimate as Extract<Estimate, { kind: 'insufficient' }>;
}

it('gives no error bar below 50 τ, and says how much is missing', () => {
  const short = chains.map((chain) => chain.subarray(0, 40));
  const { samples, tau, needed } = insufficient(estimateMean(short));
  expect(samples).toBe(80);
  expect(needed).toBe(Math.ceil(50 * tau));
  expect(needed).toBeGreaterThan(80);
  insufficient(estimateDerived([short], square));
});

it('draws the line at 50 τ: 25 independent samples', () => {
  const alternating = Float64Array.from({ length: 25 }, (_, k) => k % 2);
  expect(estimateMean([alternating]).kind).toBe('estimate');
  expect(insufficient(estimateMean([alternating.subarray(0, 24)]))).toMatchObject({
    samples: 24,
    tau: 0.5,
    needed: 25,
  });
});

it('needs twice as much, at least, where no window was found', () => {
  const stuck = Array.from({ length: 100 }, (_, c) => new Float64Array(10).fill(c));
  expect(insufficient(estimateMean(stuck))).toMatchObject({ samples: 1000, needed: 2000 });
});

it('has no R̂ of chains with fewer than four samples', () => {
  const many = Array.from({ length: 50 }, (_, c) => autoregressive(3, 0, c));
  expect(estimateMean(many).kind === 'estimate' && 'rHat' in estimateMean(many)).toBe(false);
});

it('counts weighted samples by their worth, and refuses dominated weights', () => {
  const mild = chains.map((chain) => chain.map((value) => 0.3 * value));
  expect(estimateWeightedMean(chains, mild).kind).toBe('estimate');
  const harsh = chains.map((chain) => chain.map((value) => 5 * value));
  expect(insufficient(estimateWeightedMean(chains, harsh)).needed).toBeGreaterThan(8000);
  const worthless = [Float64Array.from({ length: 8000 }, (_, k) => (k % 400 === 0 ? 0 : -40))];
  expect(insufficient(estimateWeightedMean([autoregressive(8000, 0, 1)], worthless)).needed).toBeGreaterThan(8000);
});

it('writes what it is', () => {
  expect(
    formatEstimate({ kind: 'estimate', mean: 0.29131, error: 0.0003, tau: 1, tauError: 0.1, effectiveSamples: 1e4 }),
  ).toBe('0.2913(3)');
  expect(formatEstimate({ kind: 'insufficient', samples: 80, tau: 3, needed: 150 })).toBe(
    'not enough data (80 of at least 150 samples)',
  );
});

describe('values that are known to a resolution', () => {
  const noise = chains.map((chain) => chain.map((value) => 1e-17 * value));
  const accuracy = (resolution: number, isPositive = false) => ({ resolution, isPositive });

  it('are a constant where they do not spread by more, without τ and R̂', () => {
    const estimate = estimateMean(noise, accuracy(1e-15));
    expect(estimate).toEqual({ kind: 'constant', mean: expect.any(Number), error: 0, resolution: 1e-15 });
    expect(formatEstimate(estimate)).toBe('0(0)');
    expect(estimateMean(noise).kind).toBe('estimate');
    expect(estimateWeightedMean(noise, zeros, accuracy(1e-15))).toEqual(estimate);
  });

  it('need no resolution where they differ in their last digits alone', () => {
    const density = chains.map((chain) => chain.map((_, k) => (k % 3 === 0 ? 1 : 1 + 2 ** -52)));
    expect(estimateMean(density)).toMatchObject({ kind: 'constant', error: 0 });
    expect(formatEstimate(estimateMean(density))).toBe('1(0)');
  });

  it('are no constant from a few samples, nor where chains stay at different ones', () => {
    expect(estimateMean([new Float64Array(24).fill(1)])).toMatchObject({ kind: 'insufficient', needed: 25 });
    expect(estimateMean([new Float64Array(25).fill(1)]).kind).toBe('constant');
    expect(estimateMean([new Float64Array(40).fill(1), new Float64Array(40).fill(2)]).kind).toBe('insufficient');
  });

  it('make functions of constants constants, undefined ones too', () => {
    const zero = chains.map((chain) => new Float64Array(chain.length));
    const derived = { inputs: [1e-15], isPositive: false, resolution: () => 1e-14 };
    expect(estimateDerived([noise], square, derived)).toMatchObject({ kind: 'constant', resolution: 1e-14 });
    const ratio = estimateDerived([zero, zero], ([a, b]) => a / b);
    expect(ratio).toMatchObject({ kind: 'constant', mean: NaN });
    expect(formatEstimate(ratio)).toBe('undefined');
    expect(estimateDerived([noise, chains], ([a, b]) => a + b, { ...derived, inputs: [1e-15, 0] }).kind).toBe(
      'estimate',
    );
  });

  it('have an upper bound where they are positive and not resolved, and no negative mean', () => {
    const small = chains.map((chain) => chain.map((value) => -3e-9 + 1e-10 * value));
    const estimate = estimateMean(small, accuracy(4e-9, true));
    expect(estimate).toMatchObject({ kind: 'constant', mean: 0, upperBound: 4e-9 });
    expect(formatEstimate(estimate)).toBe('< 4e-9');
    const rare = estimateMean(
      chains.map((chain) => chain.map((value) => 1e-8 * value)),
      accuracy(4e-9, true),
    );
    expect(rare.kind === 'estimate' && rare.upperBound).toBeGreaterThan(4e-9);
    expect(formatEstimate(rare)).toMatch(/^< \d+e-9$/);
  });

  it('have both errors in what is printed where they are resolved', () => {
    const resolved = { kind: 'estimate', mean: 5e-8, error: 3e-9, resolution: 4e-9 } as const;
    expect(formatEstimate({ ...resolved, tau: 1, tauError: 0, effectiveSamples: 9 })).toBe('5.0(5)e-8');
    expect(formatEstimate({ kind: 'constant', mean: 0.25, error: 0, resolution: 4e-9 })).toBe('0.250000000(4)');
  });
});
