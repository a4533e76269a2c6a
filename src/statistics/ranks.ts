/** Ranks of many values among each other, and normal scores of them. */
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

/** Normal scores of values, in the order that they had before they were sorted. */
export type NormalScores = (order: SortedOrder) => Float64Array;

/**
 * Φ⁻¹((rank − 3/8)/(S + 1/4)), G. Blom's normal scores, of S values. The score of a rank is computed once for all series that the function is given.
 */
export function normalScores(count: number): NormalScores {
  // Ranks are multiples of ½.
  const known = new Float64Array(2 * count + 1).fill(NaN);
  const scoreOf = (rank: number): number => {
    if (Number.isNaN(known[2 * rank])) known[2 * rank] = normalQuantile((rank - 0.375) / (count + 0.25));
    return known[2 * rank];
  };
  return (order) => byRank(order, scoreOf);
}

/** The median of values in ascending order. */
export function median(sorted: Float64Array): number {
  const upper = sorted.length >> 1;
  return sorted.length % 2 ? sorted[upper] : (sorted[upper - 1] + sorted[upper]) / 2;
}
