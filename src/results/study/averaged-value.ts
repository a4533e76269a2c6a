/** An observable averaged over realisations. */
import { overRealisations } from '../../statistics/realisations.ts';
import type { ReportedEstimate } from '../summary/run-json.ts';

/** The average with the error from between the realisations, and what that is made of. */
export interface AveragedEstimate {
  /** Null where a realisation has no number. */
  readonly mean: number | null;
  /** From between the realisations, one standard deviation; null of a single one. */
  readonly error: number | null;
  /** Standard deviation of the realisations, statistics included. */
  readonly between: number | null;
  /** Root mean square of the statistical errors of the realisations; null of functions of averaged moments, whose share in `between` reports do not tell. */
  readonly within: number | null;
  /** The mean may be off by as much through the evaluation of the observable. */
  readonly resolution?: number;
  /** Why there is no number. */
  readonly reason?: string;
}

/** What is said instead of a number. */
export const noAverage = (reason: string): AveragedEstimate => ({
  mean: null,
  error: null,
  between: null,
  within: null,
  reason,
});

/** The average of what every realisation has; none where one lacks it, since those that have it are a selection. */
export function averagedValue(all: readonly (ReportedEstimate | undefined)[]): AveragedEstimate {
  const known = all.flatMap((one) => (one && isNumber(one) ? [one] : []));
  if (known.length < all.length)
    return noAverage(`${all.length - known.length} of ${all.length} realisations have no number`);
  const { mean, error, between } = overRealisations([Float64Array.from(known, (one) => one.mean as number)]);
  const within = Math.sqrt(
    known.reduce((sum, one) => sum + (one.error as number) * (one.error as number), 0) / known.length,
  );
  const resolution = known.reduce((most, one) => Math.max(most, one.resolution ?? 0), 0);
  const accuracy = resolution > 0 ? { resolution } : {};
  // What is within the accuracy of constants is no spread.
  if (within === 0 && between !== null && between <= resolution)
    return { mean, error: 0, between: 0, within, ...accuracy };
  return { mean, error, between, within, ...accuracy };
}

/** What is not resolved has a bound, and a mean that is cut off at 0. */
const isNumber = ({ mean, error, upperBound }: ReportedEstimate): boolean =>
  mean !== null && error !== null && upperBound === undefined;
