/** Averages over models that describe the same data, in place of a choice among them. */
import { exp } from '../numeric/elementary.ts';
import { type Replicated, replicaError } from './resampling.ts';

/** A value with error and replicas; NaN among replicas where the replica has none. */
export interface ReplicatedEstimate extends Replicated {
  readonly error: number;
}

/**
 * Shares of models that add up to 1, ∝ exp(−criterion/2): W. I. Jay and E. T. Neil, Phys. Rev. D 103, 114502 (2021). `criteria`: χ² + 2 (coefficients + points left out) by model. A choice by χ² would make errors too small, because it is a fit to the
 * same noise.
 */
export function modelShares(criteria: readonly number[]): number[] {
  const least = Math.min(...criteria);
  const weights = criteria.map((criterion) => exp((least - criterion) / 2));
  return normalised(weights);
}

/** Shares of some of the models, which add up to 1 again. */
export function normalised(shares: readonly number[]): number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}

/** The average; relative to the first value, so that what all models agree on is exactly that. */
const averageOver = (shares: readonly number[], values: readonly number[]): number =>
  values.reduce((sum, value, m) => sum + shares[m] * (value - values[0]), values[0]);

const GOLDEN = 0.6180339887498949;

/**
 * The model of every replica, in proportion to the shares, by multiples of the golden ratio, which fill [0, 1) evenly: so replicas scatter by what each model's do, and by what the models differ.
 */
export function modelOfReplica(shares: readonly number[], replica: number): number {
  let rest = ((replica + 1) * GOLDEN) % 1;
  const m = shares.findIndex((share) => {
    rest -= share;
    return rest < 0;
  });
  return m < 0 ? shares.length - 1 : m;
}

/** An estimate from what every model finds and what every replica finds in its model. */
export function averagedEstimate(
  shares: readonly number[],
  values: readonly number[],
  replicas: Float64Array,
): ReplicatedEstimate {
  return { mean: averageOver(shares, values), replicas, error: replicaError(replicas) };
}
