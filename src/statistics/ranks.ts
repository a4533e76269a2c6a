import { normalQuantile } from './normal-quantile.ts';

/** Ranks 1 … n of the values, equal ones sharing the mean of theirs. `sorted`: the same values in ascending order. */
export function averageRanks(values: Float64Array, sorted: Float64Array): Float64Array {
  const rankOfFirst = new Float64Array(sorted.length);
  for (let start = 0, end = 0; start < sorted.length; start = end) {
    while (end < sorted.length && sorted[end] === sorted[start]) end++;
    rankOfFirst[start] = (start + 1 + end) / 2;
  }
  return values.map((value) => rankOfFirst[firstIndex(sorted, value)]);
}

/** Φ⁻¹((rank − 3/8)/(S + 1/4)), G. Blom's normal scores. `sorted`: the same values in ascending order. */
export function normalScores(values: Float64Array, sorted: Float64Array): Float64Array {
  return averageRanks(values, sorted).map((rank) => normalQuantile((rank - 0.375) / (values.length + 0.25)));
}

/** Index of the first value that is not below `value`. */
function firstIndex(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The median of values in ascending order. */
export function median(sorted: Float64Array): number {
  const upper = sorted.length >> 1;
  return sorted.length % 2 ? sorted[upper] : (sorted[upper - 1] + sorted[upper]) / 2;
}
