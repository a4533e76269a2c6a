/** Few points of a series: what is drawn at the end is the mean of everything, and nothing is left out on the way. */
import { expect, it } from 'vitest';
import { stretches } from '../../src/statistics/stretches.ts';

const chain = (length: number, offset: number) => Float64Array.from({ length }, (_, k) => Math.sin(7 * k + offset));
const mean = (values: number[], weights = values.map(() => 1)) =>
  values.reduce((sum, value, k) => sum + weights[k] * value, 0) / weights.reduce((sum, weight) => sum + weight, 0);

it('ends at the weighted mean of all samples of all chains, with their error', () => {
  const chains = [chain(1000, 0), chain(700, 1)];
  const weightOf = (c: number, k: number) => 1 + c + (k % 3);
  const drawn = stretches(chains, weightOf, 0.25);
  const values = chains.flatMap((one) => [...one]);
  const weights = chains.flatMap((one, c) => [...one.keys()].map((k) => weightOf(c, k)));
  expect(drawn.running.at(-1)).toBeCloseTo(mean(values, weights), 12);
  expect(drawn.error.at(-1)).toBe(0.25);
  expect(drawn.index.at(-1)).toBe(1000);
  expect(drawn.index.length).toBeLessThanOrEqual(240);
});

it('has a mean for each stretch, and the error of fewer samples is as much larger', () => {
  const values = chain(480, 2);
  const drawn = stretches([values], () => 1, 0.1);
  expect(drawn.stretch[5]).toBeCloseTo(mean([values[10], values[11]]), 12);
  expect(drawn.running[119]).toBeCloseTo(mean([...values.subarray(0, 240)]), 12);
  expect(drawn.error[119]).toBeCloseTo(0.1 * Math.SQRT2, 12);
});

it('leaves out what was not measured', () => {
  const drawn = stretches([Float64Array.of(1, Number.NaN, 3)], () => 1, 0);
  expect([...drawn.stretch]).toEqual([1, 3]);
  expect([...drawn.running]).toEqual([1, 2]);
});
