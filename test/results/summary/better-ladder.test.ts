/** Suggested ladders. */
import { expect, it } from 'vitest';
import { betterLadder } from '../../../src/results/summary/better-ladder.ts';

const LADDER = [0.1, 0.125, 1 / 6, 0.25];
const pairs = (...rates: number[]) =>
  rates.map((rate, k) => ({ between: [LADDER[k], LADDER[k + 1]] as [number, number], rate }));

it('suggests nothing where rates and steps are even', () => {
  expect(betterLadder(LADDER, pairs(0.5, 0.45, 0.55), [0, 0.3, 0.7, 1])).toBeNull();
  expect(betterLadder(LADDER, pairs(1, 1, 1), [0, 0.3, 0.7, 1])).toBeNull();
});

it('speaks wherever even rates would give a fifth more round trips, also where no pair is far from the mean', () => {
  // Rejections 0.84 and 0.47: 1/(2 + 2·6.14) round trips per step, and 1/(2 + 2·3.80) where both are 0.655.
  const three = [0.05, 0.1, 0.2];
  const rates = (...both: number[]) =>
    both.map((rate, k) => ({ between: [three[k], three[k + 1]] as [number, number], rate }));
  const [, middle = 0] = betterLadder(three, rates(0.16, 0.53), [0, 0.7, 1]) ?? [];
  expect(middle).toBeGreaterThan(0.07);
  expect(middle).toBeLessThan(0.1);
  expect(betterLadder(three, rates(0.3, 0.5), [0, 0.5, 1])).toBeNull();
  expect(betterLadder(three, rates(0, 0), [0, null, 1])).toBeNull();
});

it('moves temperatures to where exchanges are rejected, by equal steps of 1/T', () => {
  // β = 10, 8, 6, 4 with rejections 0.6, 0.2, 0.1: the thirds of 0.9 lie half way through the first pair, and at its end.
  const expected = [0.1, Number((1 / 9).toPrecision(3)), 0.125, 0.25];
  expect(betterLadder(LADDER, pairs(0.4, 0.8, 0.9), [0, null, null, 1])).toEqual(expected);
});

it('moves them to where configurations turn round, although rates are even', () => {
  const [, second = 0, third = 1] = betterLadder(LADDER, pairs(0.5, 0.5, 0.5), [0, 0.04, 0.96, 1]) ?? [];
  expect(second).toBeGreaterThan(0.125);
  expect(third).toBeLessThan(1 / 6);
});

it('takes a share that rises downwards for chance', () => {
  const ladder = betterLadder(LADDER, pairs(0.5, 0.5, 0.5), [0, 0.9, 0.89, 1]) ?? [];
  expect(ladder).toEqual(ladder.toSorted((a, b) => a - b));
});
