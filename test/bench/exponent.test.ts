import { expect, it } from 'vitest';
import { fitExponent } from '../../src/bench/growth/exponent.ts';

const timesOf = (sites: readonly number[], time: (N: number) => number) =>
  sites.map((N) => ({ sites: N, milliseconds: time(N) }));

it('finds the power of the larger lattices, whatever the small ones do, in any order', () => {
  const times = timesOf([400, 16, 1024, 36, 64, 144, 256, 576], (N) => (N < 200 ? 7 : 3e-4 * N ** 1.5));
  const fit = fitExponent(times);
  expect(fit?.exponent).toBeCloseTo(1.5, 12);
  expect(fit?.error).toBeLessThan(1e-12);
  expect(fit?.sites).toEqual([256, 1024]);
});

it('has the standard error of a least-squares slope', () => {
  // x = 0, 1, 2 and y = 0, 1 + d, 2 in logarithms: slope 1, residues −d/3, 2d/3, −d/3, Σ (x − 1)² = 2.
  const d = 0.3;
  const times = [0, 1 + d, 2].map((y, x) => ({ sites: Math.E ** x, milliseconds: Math.E ** y }));
  const fit = fitExponent(times);
  expect(fit?.exponent).toBeCloseTo(1, 12);
  expect(fit?.error).toBeCloseTo(Math.sqrt((6 * d * d) / 9 / 2), 12);
});

it('takes three lattices at least', () => {
  expect(fitExponent(timesOf([64, 216], (N) => N))).toBeUndefined();
  expect(fitExponent(timesOf([64, 216, 512, 1000], (N) => N * N))?.sites).toEqual([216, 1000]);
});
