/** log Z itself along curves, which alone know it up to a constant: from the points whose weights are absolute. */
import type { Ensemble } from '../../exact/averages.ts';
import { chiSquareTail } from '../../statistics/chi-square.ts';
import { partitionEstimates } from '../summary/partition-function.ts';
import type { RunData } from '../summary/run-data.ts';
import type { CombinedLevels, Value } from './combined-levels.ts';

/** log Z of the first point of a size, to be added to `logPartition` of its curves. */
export interface AbsoluteLogPartition extends Value {
  /** Points that it comes from. */
  readonly points: number;
  /** Probability that points which agree are at least as far apart; null of one point. */
  readonly probability: number | null;
}

/** log Z of a point. */
export interface AbsolutePoint extends Value {
  readonly ensemble: Ensemble;
}

/** log Z of a run whose weights are absolute; undefined for all others, and without an error bar. */
export function absolutePoint(data: RunData): AbsolutePoint | undefined {
  const { logPartitionFunction: estimate } = partitionEstimates(data);
  if (estimate?.kind !== 'estimate') return undefined;
  const { temperature, chemicalPotential } = data.parameters;
  return { ensemble: { temperature, chemicalPotential }, mean: estimate.mean, error: estimate.error };
}

/** Points that agree less than once in so many cases by chance have no constant in common. */
const SMALLEST_PROBABILITY = 1e-3;

/**
 * The constant by which the points differ from the curve, with weights 1/error². Null without such a point, and where they do not agree. The errors of points and curve are taken for independent, although they share
 * samples: errors of log Z are upper estimates.
 */
export function absoluteLogPartition(
  levels: CombinedLevels,
  points: readonly AbsolutePoint[],
): AbsoluteLogPartition | null {
  const constants = points.flatMap(({ ensemble, mean, error }) => {
    const { value, error: ofCurve } = levels.at(ensemble).logPartition();
    return Number.isFinite(ofCurve) ? [{ mean: mean - value, error: Math.hypot(error, ofCurve) }] : [];
  });
  if (constants.length === 0) return null;
  const total = constants.reduce((sum, { error }) => sum + error ** -2, 0);
  const mean = constants.reduce((sum, one) => sum + one.mean * one.error ** -2, 0) / total;
  const square = constants.reduce((sum, one) => sum + ((one.mean - mean) / one.error) ** 2, 0);
  const probability = constants.length > 1 ? chiSquareTail(square, constants.length - 1) : null;
  if (probability !== null && probability < SMALLEST_PROBABILITY) return null;
  return { mean, error: total ** -0.5, points: constants.length, probability };
}
