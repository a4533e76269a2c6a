import { exp, log } from '../numeric/elementary.ts';

/** S = τ_exp/τ_int as assumed when the window is chosen; 1.5 is the value Wolff recommends. */
const DECAY_RATIO = 1.5;

/**
 * The summation window of the Γ-method: the first W at which truncating the sum of Γ costs less than the noise of one more term.
 *
 * U. Wolff, hep-lat/0306017: with the running sum 2τ_int = 1 + 2 Σ_{t ≤ W} Γ(t)/Γ(0) and τ from
 * S/τ = log((2τ_int + 1)/(2τ_int − 1)), the first W with g(W) = e^{−W/τ} − τ/√(W N) < 0.
 *
 * `samples`: N, over all chains. Undefined when no such W lies within `autocovariance`.
 */
export function automaticWindow(autocovariance: Float64Array, samples: number): number | undefined {
  let sum = 0;
  for (let window = 1; window < autocovariance.length; window++) {
    sum += autocovariance[window] / autocovariance[0];
    // 2τ_int − 1 = 2 sum; without positive correlations any window is long enough.
    if (sum <= 0) return window;
    const decayTime = DECAY_RATIO / log((sum + 1) / sum);
    if (exp(-window / decayTime) < decayTime / Math.sqrt(window * samples)) return window;
  }
  return undefined;
}
