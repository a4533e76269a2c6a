/** Averages over independent realisations of disorder, all of which count alike. */
import type { FunctionOfMeans } from './derived.ts';

/** An average with the error from between the realisations. */
export interface OverRealisations {
  readonly mean: number;
  /** One standard deviation; null of a single realisation. The statistical error within each is contained in it. */
  readonly error: number | null;
  /** Standard deviation of one realisation; null of a single one. */
  readonly between: number | null;
}

const itself: FunctionOfMeans = ([mean]) => mean;

/**
 * f of the averages of several quantities, `columns[quantity][realisation]`, of n realisations each; their average where there is one and f is left out. The error is that of the jackknife, which leaves out one realisation
 * after the other; of a plain average it is the standard error of the mean. f has a bias of order 1/n.
 *
 * Weights are equal: the statistical error of a realisation goes with its value, a small susceptibility is known better than a large one, and weights by errors would prefer those.
 */
export function overRealisations(columns: readonly Float64Array[], f: FunctionOfMeans = itself): OverRealisations {
  const count = columns[0].length;
  const means = columns.map(average);
  const mean = f(means);
  if (count < 2) return { mean, error: null, between: null };
  const without = Float64Array.from(columns[0], (_, r) =>
    f(columns.map((column, k) => means[k] + (means[k] - column[r]) / (count - 1))),
  );
  const centre = average(without);
  const between = Math.sqrt((count - 1) * without.reduce((sum, value) => sum + (value - centre) * (value - centre), 0));
  return { mean, error: between / Math.sqrt(count), between };
}

/** From the first value, so that equal ones have no error of rounding. */
function average(values: Float64Array): number {
  const [first] = values;
  return first + values.reduce((sum, value) => sum + (value - first), 0) / values.length;
}
