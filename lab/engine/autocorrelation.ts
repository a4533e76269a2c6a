/** How long a chain remembers. */

/** The latest samples, and the largest lag. */
const [LATEST, LAGS] = [20_000, 60];
const FEWEST = 200;

/** Normalised autocorrelation at lags 0, 1, …, of the latest samples; undefined where there are too few of them or they do not fluctuate. */
export function autocorrelation(values: Float64Array): Float64Array | undefined {
  const latest = values.subarray(-LATEST);
  if (latest.length < FEWEST) return undefined;
  const mean = latest.reduce((sum, value) => sum + value, 0) / latest.length;
  const at = (lag: number) => {
    let sum = 0;
    for (let k = lag; k < latest.length; k++) sum += (latest[k] - mean) * (latest[k - lag] - mean);
    return sum / (latest.length - lag);
  };
  const variance = at(0);
  if (!(variance > 1e-24 * mean * mean)) return undefined;
  return Float64Array.from({ length: LAGS + 1 }, (_, lag) => at(lag) / variance);
}
