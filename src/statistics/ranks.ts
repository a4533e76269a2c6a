/** Ranks 1 … n of the values, equal ones sharing the mean of theirs. `sorted`: the same values in ascending order. */
export function averageRanks(values: Float64Array, sorted: Float64Array): Float64Array {
  return values.map((value) => (countBelow(sorted, value, false) + countBelow(sorted, value, true) + 1) / 2);
}

/** How many of the sorted values are less than `value`, or at most equal to it. */
function countBelow(sorted: Float64Array, value: number, orEqual: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value || (orEqual && sorted[middle] === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Of values in ascending order. */
export function median(sorted: Float64Array): number {
  const upper = sorted.length >> 1;
  return sorted.length % 2 ? sorted[upper] : (sorted[upper - 1] + sorted[upper]) / 2;
}
