/** What numbers with errors allow to say. */
import type { Combined } from './seeds.ts';
import type { Verdict } from './target.ts';

/** a/b of independent numbers. */
export function ratioOf(a: Combined, b: Combined): Combined {
  const value = a.value / b.value;
  return { value, error: Math.abs(value) * Math.hypot(a.error / a.value, b.error / b.value) };
}

/** So many errors make a difference. */
export const SIGMAS = 2;

/** Of a claim that all of them are: undecided where none is for sure, and not all are below for sure either. */
export function allAbove(numbers: readonly Combined[], bound: number): Verdict {
  const above = numbers.filter(({ value, error }) => value - bound > SIGMAS * error).length;
  const below = numbers.filter(({ value, error }) => bound - value > SIGMAS * error).length;
  if (above > 0) return above === numbers.length ? 'holds' : 'holds in part';
  return below > 0 && below === numbers.length ? 'does not hold' : 'undecided';
}
