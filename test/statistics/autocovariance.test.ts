import { expect, it } from 'vitest';
import { autocovariance } from '../../src/statistics/autocovariance.ts';
import { deviationsFrom } from '../../src/statistics/chain-by-chain.ts';
import { fourierTransform } from '../../src/statistics/fourier.ts';
import { autoregressive } from './series.ts';

it.each([1, 2, 8, 64])('transforms %i numbers as the sum says', (n) => {
  const input = autoregressive(2 * n, 0.3, n);
  const output = fourierTransform(n)(input);
  for (let k = 0; k < n; k++) {
    let real = 0;
    let imaginary = 0;
    for (let s = 0; s < n; s++) {
      const angle = (-2 * Math.PI * ((k * s) % n)) / n;
      real += input[2 * s] * Math.cos(angle) - input[2 * s + 1] * Math.sin(angle);
      imaginary += input[2 * s] * Math.sin(angle) + input[2 * s + 1] * Math.cos(angle);
    }
    expect(output[2 * k]).toBeCloseTo(real, 12);
    expect(output[2 * k + 1]).toBeCloseTo(imaginary, 12);
  }
});

/** Γ(t) straight from its definition. */
function direct(chains: Float64Array[], lag: number): number {
  let sum = 0;
  let pairs = 0;
  for (const chain of chains) for (let k = lag; k < chain.length; k++, pairs++) sum += chain[k] * chain[k - lag];
  return sum / pairs;
}

// Lengths below, at and above one and two segments; lags that are no power of two; chains shorter than the lags.
it.each([
  [[1], 1],
  [[5], 5],
  [[64], 32],
  [[63], 32],
  [[65], 32],
  [[1000], 37],
  [[999], 500],
  [[300, 301], 64],
  [[400, 7, 129], 100],
])('agrees with direct sums for chains of %j samples and %i lags', (lengths, lags) => {
  const chains = lengths.map((length, c) => autoregressive(length, 0.7, c));
  const gamma = autocovariance(deviationsFrom(0, chains), lags);
  expect(gamma.length).toBe(lags);
  gamma.forEach((value, t) => {
    expect(Math.abs(value - direct(chains, t))).toBeLessThan(1e-13);
  });
});
