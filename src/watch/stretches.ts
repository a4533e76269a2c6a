/** Series in few enough points to draw. */
import { LOG_IMPORTANCE } from '../chain/sample-row.ts';
import type { RunData } from '../results/summary/run-data.ts';
import type { RunSummary } from '../results/summary/summary.ts';
import type { SeriesState } from './state.ts';

/** Points of a series, at most. */
const STRETCHES = 200;
const DRAWN = ['energyPerSite', 'magnetization2', 'staggeredMagnetization2', 'density'];

/** Those of a run that are drawn, as far as they are measured in every sample. */
export function drawnSeries(data: RunData, observables: RunSummary['observables']): SeriesState[] {
  const weights = data.measured(LOG_IMPORTANCE);
  const largest = weights.reduce(
    (most, chain) => chain.reduce((a, b) => Math.max(a, b), most),
    Number.NEGATIVE_INFINITY,
  );
  return DRAWN.flatMap((name) => {
    const chains = data.measured(name);
    const estimate = observables[name];
    if (!chains.some(({ length }) => length > 0) || !estimate) return [];
    const error = 'error' in estimate ? estimate.error : 0;
    return [{ name, ...stretches(chains, (chain, k) => Math.exp(weights[chain][k] - largest), error) }];
  });
}

/**
 * Means over stretches of all chains, of which shorter ones contribute nothing to the last; values that were not measured are left out. The error at n samples is that of all N times √(N/n): a short
 * series does not show its autocorrelation time.
 */
export function stretches(
  chains: readonly Float64Array[],
  weightOf: (chain: number, sample: number) => number,
  error: number,
): Omit<SeriesState, 'name'> {
  const longest = Math.max(...chains.map(({ length }) => length));
  const length = Math.max(1, Math.ceil(longest / STRETCHES));
  const all = chains.reduce((sum, chain) => sum + chain.length, 0);
  const found: { index: number; stretch: number; running: number; error: number }[] = [];
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
    if (weight > 0)
      found.push({ index: end, stretch: part / weight, running: sum / total, error: error * Math.sqrt(all / seen) });
  }
  return {
    index: found.map(({ index }) => index),
    stretch: found.map(({ stretch }) => shortened(stretch)),
    running: found.map(({ running }) => shortened(running)),
    error: found.map((one) => shortened(one.error)),
  };
}

/** A picture shows no more digits. */
const shortened = (value: number): number => Number(value.toPrecision(7));
