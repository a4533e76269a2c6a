/** From spins at random to the learned weight: the powers λ of W_eff that an annealing goes through. */

import { expm1, log1p } from '../../numeric/elementary.ts';
import type { HeatBathPlan, HmcPlan } from '../inner/inner-chain.ts';

/** How to anneal: through which powers of W_eff, and with which moves at each of them. */
export interface AnnealedPlan {
  readonly kind: 'annealed';
  /** K: powers after λ_0 = 0, the last of which is 1. */
  readonly levels: number;
  /** b: powers lie evenly in log(1 + b λ); 0 spaces them evenly in λ. */
  readonly bend: number;
  /** Moves at each power. */
  readonly moves: HeatBathPlan | HmcPlan;
}

/**
 * λ_k = ((1 + b)^{k/K} − 1)/b for k = 0 … K, the last of them 1 to its last bit.
 *
 * The log weight of an annealing varies least where every level adds as much to it: dλ ∝ 1/σ(λ), σ² the variance of log W_eff at λ. That of free spins, small λ, is a constant, and equipartition makes it
 * ∝ 1/λ² for large ones; σ ∝ 1/(1 + b λ) is both, and b says where one becomes the other.
 */
export function annealingPowers(levels: number, bend: number): Float64Array {
  const powers = Float64Array.from({ length: levels + 1 }, (_, k) =>
    bend > 0 ? expm1((k / levels) * log1p(bend)) / bend : k / levels,
  );
  powers[levels] = 1;
  return powers;
}

/** The bend b for which the power in the middle of the schedule is `middle`, between 0 and 1; 0 where that is a half or more. */
export function bendThrough(middle: number): number {
  // ((1 + b)^{1/2} − 1)/b = 1/((1 + b)^{1/2} + 1)
  const root = 1 / middle - 1;
  return Math.max(0, root * root - 1);
}
