/** Ranks of many values among each other, and normal scores of them. */
import { cache } from '../numeric/cache.ts';
import { normalQuantile } from './normal-quantile.ts';
import type { SortedOrder } from './sorted-order.ts';

/**
 * Φ⁻¹((rank − 3/8)/(S + 1/4)), G. Blom's normal scores, of S values in the order that they had before they were sorted. Equal values share the mean of their ranks 1 … S.
 */
export function normalScores({ sorted, index }: SortedOrder): Float64Array {
  const count = sorted.length;
  const known = knownScores(count);
  const result = new Float64Array(count);
  for (let start = 0, end = 0; start < count; start = end) {
    while (end < count && sorted[end] === sorted[start]) end++;
    const twice = start + 1 + end;
    if (Number.isNaN(known[twice])) known[twice] = normalQuantile((twice / 2 - 0.375) / (count + 0.25));
    const score = known[twice];
    for (let k = start; k < end; k++) result[index[k]] = score;
  }
  return result;
}

/** Scores are the same for all series of a length, as those of a run are. */
const latest = cache<Float64Array>(1);

/** Scores among so many by twice the rank, which is a whole number; NaN until they are computed. */
const knownScores = (count: number): Float64Array =>
  latest(String(count), () => new Float64Array(2 * count + 1).fill(NaN));

/** The median of values in ascending order. */
export function median(sorted: Float64Array): number {
  const upper = sorted.length >> 1;
  return sorted.length % 2 ? sorted[upper] : (sorted[upper - 1] + sorted[upper]) / 2;
}
