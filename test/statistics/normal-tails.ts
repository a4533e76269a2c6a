import { erfc } from '../../src/statistics/erfc.ts';

/** Probability that a normal number is at least so many standard deviations away, on either side. */
export function normalTails(sigmas: number): number {
  return erfc(Math.abs(sigmas) / Math.SQRT2);
}
