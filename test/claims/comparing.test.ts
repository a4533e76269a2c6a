/** What numbers with errors allow one to say. */
import { expect, it } from 'vitest';
import { allAbove, ratioOf } from '../../claims/analysis/comparing.ts';

const numbers = (...values: readonly number[]) => values.map((value) => ({ value, error: 0.1 }));

it('decides a claim about all numbers by those that are significant', () => {
  expect(allAbove(numbers(1.3, 1.5), 1)).toBe('holds');
  expect(allAbove(numbers(1.3, 1.1), 1)).toBe('holds in part');
  expect(allAbove(numbers(1.3, 0.7), 1)).toBe('holds in part');
  expect(allAbove(numbers(1.1, 0.7), 1)).toBe('does not hold');
  expect(allAbove(numbers(1.1, 0.9), 1)).toBe('undecided');
  expect(allAbove([], 1)).toBe('undecided');
});

it('takes ratios of independent numbers', () => {
  const { value, error } = ratioOf({ value: 3, error: 0.3 }, { value: 2, error: 0.2 });
  expect(value).toBe(1.5);
  expect(error).toBeCloseTo(1.5 * Math.hypot(0.1, 0.1), 12);
});
