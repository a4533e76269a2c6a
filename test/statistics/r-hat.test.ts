import { expect, it } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { normalQuantile } from '../../src/statistics/normal-quantile.ts';
import { splitRHat } from '../../src/statistics/r-hat.ts';
import { median, normalScores } from '../../src/statistics/ranks.ts';
import { sortedOrder } from '../../src/statistics/sorted-order.ts';
import { autoregressive, integers } from './series.ts';

// NumPy and SciPy, s = chains split in halves:
//   def srhat(x): m, n = x.shape; B = n*x.mean(1).var(ddof=1); W = x.var(axis=1, ddof=1).mean(); return sqrt(((n-1)/n*W + B/n)/W)
//   def z(x): return norm.ppf((rankdata(x).reshape(x.shape) - 3/8)/(x.size + 1/4))
//   max(srhat(z(s)), srhat(z(abs(s - median(s)))))
it.each([
  [100, 7, [0, 1, 2, 3], 1, 1.0827404827689682],
  [101, 1000, [5, 6, 7], 1, 0.993722525180947],
  [60, 50, [0, 9], 3, 1.1572195648133146],
  [40, 11, [4], 1, 0.9762998342405768],
])('agrees with NumPy and SciPy on %i integers below %i, shifts %j', (count, modulus, shifts, lastScale, expected) => {
  const chains = shifts.map((shift) => integers(count, modulus, shift));
  const last = chains.length - 1;
  chains[last] = chains[last].map((value) => lastScale * value);
  expect(splitRHat(chains)).toBeCloseTo(expected, 12);
});

const chainsAt = (offsets: number[], count: number, a: number) =>
  offsets.map((offset, c) => autoregressive(count, a, c).map((value) => value + offset));

it('is below 1.01 for good chains', () => {
  expect(splitRHat(chainsAt([0, 0, 0, 0], 20_000, 0.8))).toBeLessThan(1.01);
  expect(splitRHat(chainsAt([0], 20_000, 0.8))).toBeLessThan(1.01);
});

it('is above 1.1 for chains at different means', () => {
  expect(splitRHat(chainsAt([0, 0, 1, 1], 2000, 0.5))).toBeGreaterThan(1.1);
  expect(splitRHat(chainsAt([0, 0, 0, 2], 2000, 0.5))).toBeGreaterThan(1.1);
});

it('sees a drift in one chain, and a difference of width alone', () => {
  const drift = autoregressive(2000, 0.5, 1).map((value, k) => value + k / 1000);
  expect(splitRHat([drift])).toBeGreaterThan(1.1);
  const [narrow, wide] = chainsAt([0, 0], 2000, 0.5);
  expect(splitRHat([narrow, wide.map((value) => 4 * value)])).toBeGreaterThan(1.1);
});

it('does not change under monotone maps, up to the fold', () => {
  const chains = chainsAt([0, 0.5], 1000, 0.5);
  const one = splitRHat(chains);
  expect(splitRHat(chains.map((chain) => chain.map((value) => 8 * value)))).toBe(one);
  expect(splitRHat(chains.map((chain) => chain.map((value) => -value)))).toBeCloseTo(one, 12);
});

it('is 1 for chains that stand still together, ∞ apart', () => {
  const constant = (value: number) => new Float64Array(100).fill(value);
  expect(splitRHat([constant(0.1), constant(0.1)])).toBe(1);
  expect(splitRHat([constant(0.1), constant(0.2)])).toBe(Infinity);
  expect(splitRHat([constant(-1), constant(1)])).toBe(Infinity);
});

it('uses as much of every chain as the shortest has', () => {
  const [a, b] = chainsAt([0, 0.3], 1000, 0.5);
  expect(splitRHat([a.subarray(0, 300), b])).toBe(splitRHat([a.subarray(0, 300), b.subarray(0, 300)]));
});

it('refuses fewer than four samples', () => {
  expect(() => splitRHat([new Float64Array(9), new Float64Array(3)])).toThrow(InputError);
});

it('shares ranks between equal values', () => {
  const values = Float64Array.of(3, -1, 3, 7, 3, -1);
  const scores = [4, 1.5, 4, 6, 4, 1.5].map((rank) => normalQuantile((rank - 3 / 8) / (6 + 1 / 4)));
  expect(Array.from(normalScores(sortedOrder(values)))).toEqual(scores);
  expect(Array.from(normalScores(sortedOrder(Float64Array.of(0, -0))))).toEqual([0, 0]);
  expect([median(values.toSorted()), median(Float64Array.of(1, 2, 4)), median(Float64Array.of(1, 2, 4, 8))]).toEqual([
    3, 2, 3,
  ]);
});
