/** From spins at random to the learned weight: the powers λ of W_eff that an annealing goes through. */
import { expm1, log1p } from '../../numeric/elementary.ts';
import type { HeatBathPlan, HmcPlan } from '../inner/inner-chain.ts';

/** How to anneal: through which powers of W_eff, and with which moves at each of them. */
export interface AnnealedPlan {
  readonly kind: 'annealing';
  /** K: powers after λ_0 = 0, the last of which is 1. */
  readonly levels: number;
  /** b > −1: powers lie evenly in log(1 + b λ); 0 spaces them evenly in λ, b < 0 more closely towards the end. */
  readonly bend: number;
  /** Moves at each power. */
  readonly moves: HeatBathPlan | HmcPlan;
}

/**
 * λ_k = ((1 + b)^{k/K} − 1)/b for k = 0 … K, the first and the last of them 0 and 1 to the last bit.
 *
 * The log weight of an annealing varies least where every level adds as much to it: dλ ∝ 1/σ(λ), σ² the variance of log W_eff at λ. σ ∝ 1/(1 + b λ) is the simplest form that may fall or rise. It falls, b > 0, where spins order: σ of
 * free spins is a constant, equipartition makes it ∝ 1/λ. It rises, b < 0, where they are about to.
 */
export function annealingPowers(levels: number, bend: number): Float64Array {
  const powers = Float64Array.from({ length: levels + 1 }, (_, k) =>
    bend === 0 ? k / levels : expm1((k / levels) * log1p(bend)) / bend,
  );
  powers[0] = 0;
  powers[levels] = 1;
  return powers;
}

/** The smallest (1 + b)^{1/2}. */
const SMALLEST_ROOT = 0.1;

/** The bend b for which the power in the middle of the schedule is `middle`, between 0 and 1; one beyond 10/11 is not reached. */
export function bendThrough(middle: number): number {
  // ((1 + b)^{1/2} − 1)/b = 1/((1 + b)^{1/2} + 1)
  const root = Math.max(SMALLEST_ROOT, 1 / middle - 1);
  return root * root - 1;
}
