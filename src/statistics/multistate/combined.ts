/** Functions of several averages at one distribution. */
import { type FunctionOfMeans, gradient } from '../derived.ts';
import type { Multistate, Propagated } from './multistate.ts';

/** f of averages with its error by linear propagation, which keeps all correlations between them. */
export function combined({ sums }: Multistate, f: FunctionOfMeans, averages: readonly Propagated[]): Propagated {
  const means = averages.map(({ value }) => value);
  const slopes = gradient(
    f,
    means,
    averages.map(({ error }) => error),
  );
  return { value: f(means), ...linear(sums, slopes, averages) };
}

/** The error and the changes of Σ slope × average. */
export function linear(
  sums: Multistate['sums'],
  slopes: readonly number[],
  averages: readonly Propagated[],
): Pick<Propagated, 'error' | 'changes'> {
  const changes = new Float64Array(averages[0].changes.length);
  for (const [a, average] of averages.entries())
    for (let b = 0; b < changes.length; b++) changes[b] += slopes[a] * average.changes[b];
  return { changes, error: averages.every(({ error }) => Number.isFinite(error)) ? sums.error(changes) : Infinity };
}
