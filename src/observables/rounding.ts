/** How far rounding takes the values of observables from what they should be. */

const EPSILON = 2.220446049250313e-16;
/** Operations on the way to a term, and how far spins are from length 1. */
const OPERATIONS = 16;

/** Rounding error of the mean of `count` terms no larger than 1: every partial sum may be rounded. */
export const roundingOfMean = (count: number): number => (count + OPERATIONS) * EPSILON;

/** Error of x² no larger than `largest`, from an error of x. */
export const errorOfSquare = (error: number, largest: number): number => (2 * Math.sqrt(largest) + error) * error;

/** Error of ⟨x²⟩ − ⟨x⟩², from an error of x that differs from sample to sample, and from the cancellation of the two. */
export function errorOfVariance(error: number, mean: number, square: number): number {
  const deviation = Math.sqrt(Math.max(0, square - mean * mean));
  return (2 * deviation + error) * error + OPERATIONS * EPSILON * square;
}
