/** What numbers with errors allow to say. */

import type { Verdict } from '../target.ts';
import type { Combined } from './seeds.ts';

/** a/b of independent numbers. */
export function ratioOf(a: Combined, b: Combined): Combined {
  const value = a.value / b.value;
  return { value, error: Math.abs(value) * Math.hypot(a.error / a.value, b.error / b.value) };
}

/** So many errors make a difference. */
export const SIGMAS = 2;

/** Of a claim that all of them are: in part where some are for sure, refuted where none is and some are below for sure. */
export function allAbove(numbers: readonly Combined[], bound: number): Verdict {
  const above = numbers.filter(({ value, error }) => value - bound > SIGMAS * error).length;
  if (above > 0) return above === numbers.length ? 'holds' : 'holds in part';
  return numbers.some(({ value, error }) => bound - value > SIGMAS * error) ? 'does not hold' : 'undecided';
}
