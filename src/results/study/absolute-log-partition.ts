/** log Z itself along curves, which alone know it up to a constant: from the points whose weights are absolute. */
import { signedLength } from '../../spec/sweep/coordinates.ts';
import { chiSquareTail } from '../../statistics/chi-square.ts';
import { correlatedMean } from '../../statistics/correlated-mean.ts';
import type { Propagated } from '../../statistics/multistate/multistate.ts';
import { partitionEstimates } from '../summary/partition-function.ts';
import type { RunData } from '../summary/run-data.ts';
import type { Value } from './averages-at.ts';
import type { CombinedLevels } from './combined-levels.ts';
import type { Conditions } from './joined-samples.ts';

/** log Z of the first point of a size, to be added to `logPartition` of its curves. */
export interface AbsoluteLogPartition extends Value {
  /** Points that it comes from. */
  readonly points: number;
  /** Probability that points which agree are at least as far apart; null of one point. */
  readonly probability: number | null;
}

/** log Z of a point. */
export interface AbsolutePoint extends Value {
  readonly ensemble: Conditions;
}

/** log Z of a run whose weights are absolute; undefined for all others, and without an error bar. `hasFields`: whether the group differs in fields. */
export function absolutePoint(data: RunData, hasFields: boolean): AbsolutePoint | undefined {
  const { logPartitionFunction: estimate } = partitionEstimates(data);
  if (estimate?.kind !== 'estimate') return undefined;
  const { temperature, chemicalPotential, field } = data.parameters;
  const ensemble = { temperature, chemicalPotential, ...(hasFields ? { field: signedLength(field) } : {}) };
  return { ensemble, mean: estimate.mean, error: estimate.error };
}

/** Points that agree less than once in so many cases by chance have no constant in common. */
const SMALLEST_PROBABILITY = 1e-3;

/**
 * The constant by which the points differ from the curve, the best one for their errors and those of the curve, which are correlated: all values of a curve share the error of its first point. Null without such a point, and
 * where they do not agree. The errors of the points themselves are taken for independent of the curve, although they share samples.
 */
export function absoluteLogPartition(
  levels: CombinedLevels,
  points: readonly AbsolutePoint[],
): AbsoluteLogPartition | null {
  const curve = points.map(({ ensemble }) => levels.at(ensemble).logPartition());
  const known = [...curve.keys()].filter((k) => Number.isFinite(curve[k].error));
  const values = Float64Array.from(known, (k) => points[k].mean - curve[k].value);
  const covariance = Float64Array.from(
    known.flatMap((j) =>
      known.map((k) => covarianceOf(levels, curve[j], curve[k]) + (j === k ? points[k].error ** 2 : 0)),
    ),
  );
  const found = correlatedMean(values, covariance);
  if (!found) return null;
  const { mean, error, chiSquare } = found;
  const probability = known.length > 1 ? chiSquareTail(chiSquare, known.length - 1) : null;
  if (probability !== null && probability < SMALLEST_PROBABILITY) return null;
  return { mean, error, points: known.length, probability };
}

/** From the variances of sum and difference. */
function covarianceOf({ states }: CombinedLevels, a: Propagated, b: Propagated): number {
  const variance = (sign: number) =>
    states.sums.error(a.changes.map((change, unit) => change + sign * b.changes[unit])) ** 2;
  return (variance(1) - variance(-1)) / 4;
}
