/** Wall-clock medians of short computations. */

/** Milliseconds of one call: the mean over as many calls as fill `budget` milliseconds, at least one. */
export function timeOnce(compute: () => void, budget: number): number {
  let calls = 0;
  const start = performance.now();
  let elapsed = 0;
  do {
    compute();
    calls++;
    elapsed = performance.now() - start;
  } while (elapsed < budget);
  return elapsed / calls;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
