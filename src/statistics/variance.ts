/** The variance of a distribution from a sample of it. */
import { pooledMean } from './chains.ts';

/** Σ (x − mean)²/(n − 1): unbiased for independent values, of which there must be two. */
export function sampleVariance(values: Float64Array | readonly number[]): number {
  const all = values instanceof Float64Array ? values : Float64Array.from(values);
  const mean = pooledMean([all]);
  let sum = 0;
  for (let k = 0; k < all.length; k++) sum += (all[k] - mean) * (all[k] - mean);
  return sum / (all.length - 1);
}
