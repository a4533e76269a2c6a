import { InputError } from '../errors.ts';
import { type Chains, checkChains, pooledMean } from './chains.ts';
import { median, normalScores } from './ranks.ts';
import { foldedOrder, sortedOrder } from './sorted-order.ts';
import { sampleVariance } from './variance.ts';

/** Samples of a chain below which its halves have no variance. */
export const FEWEST_FOR_R_HAT = 4;

/**
 * Rank-normalised split-R̂: 1 where all halves of all chains sample the same distribution; above 1.01 they do not yet.
 *
 * A. Vehtari, A. Gelman, D. Simpson, B. Carpenter and P.-C. Bürkner, Bayesian Anal. 16, 667 (2021): the larger one of the values for
 * the location (ranks) and for the spread (ranks of distances from the median). Ranks make it valid without finite moments.
 * Longer chains are used up to the length of the shortest. Chains that all stand still give 1 at the same value, else ∞.
 */
export function splitRHat(chains: Chains): number {
  checkChains(chains);
  const shortest = chains.reduce((length, chain) => Math.min(length, chain.length), Infinity);
  if (shortest < FEWEST_FOR_R_HAT)
    throw new InputError(`R̂ needs at least ${FEWEST_FOR_R_HAT} samples of every chain, found ${shortest}.`);
  const half = shortest >> 1;
  const order = sortedOrder(...halves(chains, shortest, half));
  return Math.max(
    potentialScaleReduction(normalScores(order), half),
    potentialScaleReduction(normalScores(foldedOrder(order, median(order.sorted))), half),
  );
}

/** First and last half of every chain; the middle sample of an odd number is left out. */
function halves(chains: Chains, length: number, half: number): Float64Array[] {
  return chains.flatMap((chain) => [chain.subarray(0, half), chain.subarray(length - half, length)]);
}

/** √((n − 1)/n + B/(n W)): B/n the variance of the means of the parts of n values, W the mean of their variances. */
function potentialScaleReduction(values: Float64Array, n: number): number {
  const parts = Array.from({ length: values.length / n }, (_, p) => values.subarray(p * n, (p + 1) * n));
  const between = sampleVariance(Float64Array.from(parts, (part) => pooledMean([part])));
  const within = parts.reduce((sum, part) => sum + sampleVariance(part), 0) / parts.length;
  if (within === 0) return between === 0 ? 1 : Infinity;
  return Math.sqrt((n - 1) / n + between / within);
}
