import { erfc } from './erfc.ts';

/**
 * Acceptance of independent proposals from a distribution that misses the target by a Gaussian logarithm, erfc(σ/2).
 *
 * σ: standard deviation of log(target weight/proposal weight) over the proposals; for a learned energy, of β(F − E_eff).
 * The log ratio of two such samples, the first from the target, is normal with mean −σ² and variance 2σ², and ⟨min(1, e^x)⟩ over it
 * is erfc(σ/2). S. Gupta, A. Irbäck, F. Karsch and B. Petersson, Phys. Lett. B 242, 437 (1990), have the same of hybrid Monte Carlo.
 */
export function predictedAcceptance(deviation: number): number {
  return erfc(deviation / 2);
}
