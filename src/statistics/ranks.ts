/** Ranks of many values among each other, and normal scores of them. */
import { cache } from '../numeric/cache.ts';
import { normalQuantile } from './normal-quantile.ts';
import type { SortedOrder } from './sorted-order.ts';

/** Ranks 1 … n of values in the order that they had before they were sorted, equal ones sharing the mean of theirs. */
export const averageRanks = (order: SortedOrder): Float64Array => byRank(order, (rank) => rank);

/** Something in place of every value, by its rank. */
function byRank({ sorted, index }: SortedOrder, of: (rank: number) => number): Float64Array {
  const result = new Float64Array(sorted.length);
  for (let start = 0, end = 0; start < sorted.length; start = end) {
    while (end < sorted.length && sorted[end] === sorted[start]) end++;
    const shared = of((start + 1 + end) / 2);
    for (let k = start; k < end; k++) result[index[k]] = shared;
  }
  return result;
}

/** Φ⁻¹((rank − 3/8)/(S + 1/4)), G. Blom's normal scores, of S values in the order that they had before they were sorted. */
export const normalScores = (order: SortedOrder): Float64Array => byRank(order, scoreAmong(order.sorted.length));

/** Scores are the same for all series of a length, as those of a run are. */
const latest = cache<(rank: number) => number>(1);

/** The score of a rank among so many, computed when it is asked for first. */
const scoreAmong = (count: number): ((rank: number) => number) =>
  latest(String(count), () => {
    // Ranks are multiples of ½.
    const known = new Float64Array(2 * count + 1).fill(NaN);
    return (rank) => {
      if (Number.isNaN(known[2 * rank])) known[2 * rank] = normalQuantile((rank - 0.375) / (count + 0.25));
      return known[2 * rank];
    };
  });

/** The median of values in ascending order. */
export function median(sorted: Float64Array): number {
  const upper = sorted.length >> 1;
  return sorted.length % 2 ? sorted[upper] : (sorted[upper - 1] + sorted[upper]) / 2;
}
