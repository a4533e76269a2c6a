/** A sampler against known averages, over many seeds. */
import type { Sampler } from '../../src/sampling/sampler.ts';
import { chiSquareTail, normalTails } from '../../src/statistics/chi-square.ts';
import { runAndCompare } from '../sampling/pulls.ts';
import { type System, scaleOf } from '../sampling/systems.ts';

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

export interface Effort {
  /** Seeds first … first + count − 1, at least two of them. */
  readonly seeds: { readonly first: number; readonly count: number };
  readonly samples: number;
}

/** One chain per seed from random spins, each with a sampler of its own. */
export function compareOverSeeds(
  make: (system: System) => Sampler,
  system: System,
  { seeds, samples }: Effort,
): Comparison[] {
  const runs = Array.from({ length: seeds.count }, (_, k) => {
    return runAndCompare(make(system), system, { seed: seeds.first + k, warmUp: 500, samples }).pulls;
  });
  return system.known.map((known, k) => {
    const estimates = runs.map((pulls) => pulls[k]);
    const mean = sum(estimates.map((one) => one.mean)) / seeds.count;
    const error = Math.sqrt(sum(estimates.map((one) => one.error ** 2))) / seeds.count;
    const pull = (mean - known.mean) / Math.hypot(error, known.error);
    const chiSquare = sum(estimates.map((one) => ((one.mean - mean) / one.error) ** 2));
    const above = chiSquareTail(chiSquare, seeds.count - 1);
    return {
      ...{ quantity: known.name, known: known.mean, mean, relativeError: error / scaleOf(known), pull },
      variance: chiSquare / (seeds.count - 1),
      probabilities: { pull: normalTails(pull), variance: 2 * Math.min(above, 1 - above) },
    };
  });
}

/** The smaller of both. */
export const probability = ({ probabilities }: Comparison): number =>
  Math.min(probabilities.pull, probabilities.variance);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
