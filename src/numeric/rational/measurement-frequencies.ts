import { zolotarevFrequencies } from './zolotarev.ts';

const LARGEST_PAIRS = 4;

/**
 * An even number of Lorentzian widths ω for the functions of level-functions.ts on 0 ≤ u ≤ largest, ascending.
 *
 * f(1 − f) has double poles at the Matsubara frequencies (2m + 1)π, tanh simple ones. Two widths (2m + 1)π (1 ± ε) stand for each of the
 * lowest few. Farther away single frequencies do not matter: there the widths are those of Zolotarev's function for a gap that ends a
 * little below the next frequency.
 */
export function measurementFrequencies(largest: number, count: number, tolerance: number): Float64Array {
  const pairs = Math.min(LARGEST_PAIRS, count / 2 - 1);
  const splitting = pairSplitting(tolerance);
  const paired = Array.from({ length: pairs }, (_, m) => (2 * m + 1) * Math.PI).flatMap((omega) => [
    omega * (1 - splitting),
    omega * (1 + splitting),
  ]);
  const gap = 0.93 * (2 * pairs + 1) * Math.PI;
  return Float64Array.from([...paired, ...zolotarevFrequencies(largest, gap, count - 2 * pairs)]);
}

/** ε: a pair of simple poles instead of a double one costs an error of 0.05 ε², cancellation in the weights one of about 2·10⁻¹⁵/ε. */
const pairSplitting = (tolerance: number): number => Math.min(1e-2, Math.max(3e-5, Math.sqrt(10 * tolerance)));
