/** A sampler against known averages, over many seeds. */
import type { Sampler } from '../../src/sampling/interfaces/sampler.ts';
import { chiSquareTail } from '../../src/statistics/chi-square.ts';
import { runAndCompare } from '../sampling/pulls.ts';
import { type Known, type System, scaleOf } from '../sampling/systems.ts';
import { normalTails } from '../statistics/normal-tails.ts';

/** Two tests of one quantity. */
export interface Comparison {
  readonly quantity: string;
  readonly known: number;
  /** Over all seeds. */
  readonly mean: number;
  /** One standard deviation of `mean`, over the known value, or over 1 where that is near zero. */
  readonly relativeError: number;
  /** (mean − known)/error, the error of the known value included: normal with mean 0 and variance 1. */
  readonly pull: number;
  /**
   * Variance of the pulls of single seeds, 1 where their error bars are right: Σ (mean of the seed − mean)²/error² over `seeds − 1`. About the common mean, since
   * the error of the known value is the same for every seed.
   */
  readonly variance: number;
  /** Probabilities of a larger |pull|, and of a variance further from 1. */
  readonly probabilities: { readonly pull: number; readonly variance: number };
}

export interface ChainSetting {
  readonly make: (system: System) => Sampler;
  readonly system: System;
  readonly samples: number;
}

/** A known quantity as one chain has found it. */
export interface Estimate {
  readonly mean: number;
  /** One standard deviation of `mean`. */
  readonly error: number;
}

/** What one chain from random spins finds, with its own sampler; in the order of the known quantities. */
export function chainOf({ make, system, samples }: ChainSetting, seed: number): Estimate[] {
  const { pulls } = runAndCompare(make(system), system, { seed, warmUp: 500, samples });
  return pulls.map(({ mean, error }) => ({ mean, error }));
}

/** The known quantities against two or more chains, each with its own seed. */
export const compare = (known: readonly Known[], chains: readonly (readonly Estimate[])[]): Comparison[] =>
  known.map((one, k) =>
    compareOne(
      one,
      chains.map((estimates) => estimates[k]),
    ),
  );

function compareOne(known: Known, estimates: readonly Estimate[]): Comparison {
  const count = estimates.length;
  const mean = sum(estimates.map((one) => one.mean)) / count;
  const error = Math.sqrt(sum(estimates.map((one) => one.error ** 2))) / count;
  const pull = (mean - known.mean) / Math.hypot(error, known.error);
  const chiSquare = sum(estimates.map((one) => ((one.mean - mean) / one.error) ** 2));
  const above = chiSquareTail(chiSquare, count - 1);
  return {
    quantity: known.name,
    known: known.mean,
    mean,
    relativeError: error / scaleOf(known),
    pull,
    variance: chiSquare / (count - 1),
    probabilities: { pull: normalTails(pull), variance: 2 * Math.min(above, 1 - above) },
  };
}

/** The smaller of both. */
export const probability = ({ probabilities }: Comparison): number =>
  Math.min(probabilities.pull, probabilities.variance);

/** A comparison that is not a number fails: a chain that never moved has no error. */
export const fails = (comparison: Comparison, limit: number): boolean => !(probability(comparison) >= limit);

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
