/** Series in few enough points to draw. */
import { LOG_IMPORTANCE } from '../chain/sample-row.ts';
import type { RunData } from '../results/summary/run-data.ts';
import type { RunSummary } from '../results/summary/summary.ts';
import { type Stretches, stretches } from '../statistics/stretches.ts';
import type { SeriesState } from './state.ts';

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
    const drawn = stretches(chains, (chain, k) => Math.exp(weights[chain][k] - largest), error);
    return [{ name, ...inFewDigits(drawn) }];
  });
}

const inFewDigits = ({ index, stretch, running, error }: Stretches): Omit<SeriesState, 'name'> => ({
  index: [...index],
  stretch: Array.from(stretch, shortened),
  running: Array.from(running, shortened),
  error: Array.from(error, shortened),
});

/** A picture shows no more digits. */
const shortened = (value: number): number => Number(value.toPrecision(7));
