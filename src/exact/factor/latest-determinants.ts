/** Log-determinants that are asked for twice: by the decision on a configuration, and by what is measured on it. */
import { sameSpins } from '../../spins/same-spins.ts';
import type { PoleFactors } from './pole-factors.ts';

/** Both return arrays that the next call reuses. */
export interface LatestDeterminants {
  /** Factorises. */
  of(spins: Float64Array): Float64Array;
  /** The same bits; without a factorisation where these spins were among the last two. */
  recall(spins: Float64Array): Float64Array;
}

/** Remembers the log-determinants, `shiftCount` of them, of two configurations: a tempered chain looks at another one's before it measures its own. */
export function latestDeterminants(factors: PoleFactors, siteCount: number, shiftCount: number): LatestDeterminants {
  const slots = [0, 1].map(() => ({
    factorised: new Float64Array(3 * siteCount).fill(Number.NaN),
    kept: new Float64Array(shiftCount),
  }));
  const of = (spins: Float64Array) => {
    slots.reverse();
    const [{ factorised, kept }] = slots;
    kept.set(factors.logDeterminants(spins));
    factorised.set(spins);
    return kept;
  };
  const recall = (spins: Float64Array) =>
    slots.find(({ factorised }) => sameSpins(spins, factorised))?.kept ?? of(spins);
  return { of, recall };
}
