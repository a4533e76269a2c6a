/** Log-determinants that are asked for twice: by the decision on a configuration, and by what is measured on it. */
import { sameSpins } from '../../spins/same-spins.ts';
import type { PoleFactors } from './pole-factors.ts';

/** Both return arrays that the next call reuses. */
export interface LatestDeterminants {
  /** Factorises. */
  of(spins: Float64Array): Float64Array;
  /** The same bits; without a factorisation where these spins were the last. */
  recall(spins: Float64Array): Float64Array;
}

/** Remembers the log-determinants, `shiftCount` of them, of one configuration. */
export function latestDeterminants(factors: PoleFactors, siteCount: number, shiftCount: number): LatestDeterminants {
  const factorised = new Float64Array(3 * siteCount).fill(Number.NaN);
  const kept = new Float64Array(shiftCount);
  const of = (spins: Float64Array) => {
    kept.set(factors.logDeterminants(spins));
    factorised.set(spins);
    return kept;
  };
  return { of, recall: (spins) => (sameSpins(spins, factorised) ? kept : of(spins)) };
}
