/** What numbers with errors allow one to say. */
import type { Verdict } from '../target.ts';
import type { Combined } from './seeds.ts';

/** The number of errors beyond which a difference is taken to be significant. */
export const SIGMAS = 2;

/** The difference a − b of independent numbers. */
export const differenceOf = (a: Combined, b: Combined): Combined => ({
  value: a.value - b.value,
  error: Math.hypot(a.error, b.error),
});

/** The ratio a/b of independent numbers. */
export function ratioOf(a: Combined, b: Combined): Combined {
  const value = a.value / b.value;
  return { value, error: Math.abs(value) * Math.hypot(a.error / a.value, b.error / b.value) };
}

/** The difference a − b in units of its error. */
export const pullOf = (a: Combined, b: Combined): number => (a.value - b.value) / Math.hypot(a.error, b.error);

export const isAbove = ({ value, error }: Combined, bound: number): boolean => value - bound > SIGMAS * error;

const isBelow = ({ value, error }: Combined, bound: number): boolean => bound - value > SIGMAS * error;

/** The verdict on the claim that a number is positive. */
export const isPositive = (number: Combined): Verdict =>
  isAbove(number, 0) ? 'holds' : isBelow(number, 0) ? 'does not hold' : 'undecided';

/** The verdict on the claim that all numbers are above the bound: in part if some are for sure, refuted if none is and some are below it for sure. */
export function allAbove(numbers: readonly Combined[], bound: number): Verdict {
  const above = numbers.filter((number) => isAbove(number, bound)).length;
  if (above > 0) return above === numbers.length ? 'holds' : 'holds in part';
  return numbers.some((number) => isBelow(number, bound)) ? 'does not hold' : 'undecided';
}
