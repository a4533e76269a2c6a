/** How accurately the values are known that statistics are made of. */
import type { Chains } from './chains.ts';

/** How accurately the values of a quantity are known. */
export interface Accuracy {
  /** The largest error of a value by its evaluation, beside its last digits as a double. */
  readonly resolution: number;
  /** The quantity is not negative; where it is not resolved, an upper bound says more than a value. */
  readonly isPositive: boolean;
}

/** The accuracy of values that are good to their last digits. */
export const EXACT: Accuracy = { resolution: 0, isPositive: false };

/** Rounding of a few operations, relative to the largest value. */
const ROUNDING = 8 * 2.220446049250313e-16;

/** The largest error of values that are no larger than this. */
export const roundingOf = (largest: number): number => ROUNDING * largest;

/** Whether all values are the same as far as they are known: what is left of their spread is noise of the evaluation. */
export function isConstant(chains: Chains, resolution: number): boolean {
  let [least, greatest] = [Infinity, -Infinity];
  for (const chain of chains) {
    for (let k = 0; k < chain.length; k++) {
      const value = chain[k];
      if (value >= least && value <= greatest) continue;
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
      // The spread grows faster than what is known of it, so that further values change nothing.
      const known = resolution + roundingOf(Math.max(Math.abs(least), Math.abs(greatest)));
      if (!(greatest - least <= 2 * known)) return false;
    }
  }
  return true;
}
