/** The variance of a distribution from a sample of it. */
import { pooledMean } from './chains.ts';

/** Σ (x − mean)²/(n − 1): unbiased for independent values, of which there must be two. */
export function sampleVariance(values: Iterable<number>): number {
  const all = Float64Array.from(values);
  const mean = pooledMean([all]);
  return all.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (all.length - 1);
}
