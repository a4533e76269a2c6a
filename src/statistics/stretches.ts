/** Series in few enough points to draw. */

/** Points, at most. */
const MOST = 240;

export interface Stretches {
  /** Samples of a chain up to the end of each stretch. */
  readonly index: Float64Array;
  /** Mean over the stretch. */
  readonly stretch: Float64Array;
  /** Mean of all up to its end, and the error of that. */
  readonly running: Float64Array;
  readonly error: Float64Array;
}

/**
 * Means over stretches of all chains, of which shorter ones contribute nothing to the last; values that were not measured are left out. `weightOf`: relative weight of a sample. The error at
 * n samples is that of all N, `error`, times √(N/n): a short series does not show its autocorrelation time.
 */
export function stretches(
  chains: readonly Float64Array[],
  weightOf: (chain: number, sample: number) => number,
  error: number,
): Stretches {
  const longest = Math.max(...chains.map(({ length }) => length));
  const length = Math.max(1, Math.ceil(longest / MOST));
  const all = chains.reduce((sum, chain) => sum + chain.length, 0);
  const found: (readonly [index: number, stretch: number, running: number, error: number])[] = [];
  let [sum, total, seen] = [0, 0, 0];
  for (let first = 0; first < longest; first += length) {
    let [part, weight] = [0, 0];
    const end = Math.min(longest, first + length);
    for (const [c, chain] of chains.entries())
      for (let k = first; k < Math.min(end, chain.length); k++) {
        seen++;
        if (Number.isNaN(chain[k])) continue;
        const w = weightOf(c, k);
        part += w * chain[k];
        weight += w;
      }
    [sum, total] = [sum + part, total + weight];
    if (weight > 0) found.push([end, part / weight, sum / total, error * Math.sqrt(all / seen)]);
  }
  const column = (c: number) => Float64Array.from(found, (one) => one[c]);
  return { index: column(0), stretch: column(1), running: column(2), error: column(3) };
}
