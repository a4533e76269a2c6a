/** log Z of every state, by Newton's method. */
import { expm1, log, log1p } from '../../numeric/elementary.ts';
import { firstGuess } from './first-guess.ts';
import { curvature, expectedCounts, type Mixture, mixtureOf } from './mixture.ts';
import { type PseudoInverse, pseudoInverse } from './pseudo-inverse.ts';
import type { MultistateSamples } from './samples.ts';

export interface Solution {
  /** log Z_k − log Z_0. */
  readonly logPartitions: Float64Array;
  readonly mixture: Mixture;
  /** Inverse of the curvature: how log Z answers to the samples. */
  readonly inverse: PseudoInverse;
}

/** Independent samples that two groups of states share, below which nothing is known of the ratio of their Z. */
const LEAST_SHARED = 1e-3;
/** log of the ratio of expected to true counts from which on Newton's steps are good. */
const NEAR = 1;
const MOST_SELF_CONSISTENT_STEPS = 100;
const NEWTON_STEPS = 200;
/** A ratio that has not vanished altogether. */
const SMALLEST = 1e-300;
/** A change of log Z far below any error bar. */
const CONVERGED = 1e-10;

/**
 * The log Z for which Σ_n m_n p_kn = N_k: the minimum of a convex function of −log Z, so that steps which lower it arrive. A few self-consistent steps come first, which lead from anywhere to
 * where Newton's are good.
 */
export function solve(samples: MultistateSamples, totals: Float64Array): Solution {
  let logPartitions = nearby(samples, totals);
  for (let step = 0; ; step++) {
    const mixture = mixtureOf(samples, totals, logPartitions);
    const inverse = pseudoInverse(curvature(samples, mixture, totals.length), totals.length, LEAST_SHARED);
    const expected = expectedCounts(samples, mixture, totals.length);
    const wanted = inverse.solve(expected.map((count, k) => count - totals[k]));
    const change = lowering(samples, totals, mixture, wanted);
    if (largest(change) < CONVERGED || step === NEWTON_STEPS) return { logPartitions, mixture, inverse };
    logPartitions = fromFirst(logPartitions.map((value, k) => value + change[k]));
  }
}

/** Self-consistent steps, log Z_k + log(expected/N_k), from the first guess on. */
function nearby(samples: MultistateSamples, totals: Float64Array): Float64Array {
  let logPartitions = firstGuess(samples, totals);
  for (let step = 0; step < MOST_SELF_CONSISTENT_STEPS; step++) {
    const expected = expectedCounts(samples, mixtureOf(samples, totals, logPartitions), totals.length);
    const change = expected.map((count, k) => log(Math.max(count / totals[k], SMALLEST)));
    logPartitions = fromFirst(logPartitions.map((value, k) => value + change[k]));
    if (largest(change) < NEAR) break;
  }
  return logPartitions;
}

/** The step of log Z, halved until it lowers the function. */
function lowering(
  samples: MultistateSamples,
  totals: Float64Array,
  mixture: Mixture,
  wanted: Float64Array,
): Float64Array {
  let change = wanted;
  while (largest(change) > CONVERGED && rise(samples, totals, mixture, change) > 0) change = change.map((x) => x / 2);
  return change;
}

/** Change of Σ_n m_n log Σ_k N_k q_k/Z_k + Σ_k N_k log Z_k by a change of log Z, from differences, which lose no digits. */
function rise({ counts }: MultistateSamples, totals: Float64Array, { shares }: Mixture, change: Float64Array): number {
  const states = totals.length;
  const factors = change.map((x) => expm1(-x));
  let sum = change.reduce((total, x, k) => total + totals[k] * x, 0);
  for (let n = 0; n < counts.length; n++) {
    let grown = 0;
    for (let k = 0; k < states; k++) grown += shares[n * states + k] * factors[k];
    sum += counts[n] * log1p(grown);
  }
  return sum;
}

const fromFirst = (values: Float64Array): Float64Array => values.map((value) => value - values[0]);

const largest = (values: Float64Array): number => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
