/**
 * Averages at any distribution from samples of several: M. R. Shirts and J. D. Chodera, J. Chem. Phys. 129, 124105 (2008), MBAR.
 *
 * Samples of all states together are taken for samples of their mixture Σ_k N_k q_k/Z_k, and weighted by what is asked for over the mixture. No estimator that is made of the same densities
 * and samples has a smaller variance. Samples count as many times as they are independent, and importance weights go with that.
 */
import { exp, log } from '../../numeric/elementary.ts';
import { type PieceSums, pieceSums } from './pieces.ts';
import { countsOfStates, type MultistateSamples } from './samples.ts';
import { type Solution, solve } from './solve.ts';

/** States whose norms are known from their samples. */
export interface Multistate extends Solution {
  readonly samples: MultistateSamples;
  readonly sums: PieceSums;
}

/** A number with what it is made of: the change that each unit of pieces makes to it, by which functions of several such numbers get their errors. */
export interface Propagated {
  readonly value: number;
  /** One standard deviation; ∞ where the samples do not tell. */
  readonly error: number;
  /** By unit, to first order; they add up to 0. */
  readonly changes: Float64Array;
}

/** What the samples say about one distribution. */
export interface Reweighted {
  /** Independent samples with equal weights that would be worth as much (Kish). */
  readonly effective: number;
  /** The share of the heaviest sample in the sum of all weights. */
  readonly largestShare: number;
  /** log Z − log Z_0. */
  readonly logPartition: () => Propagated;
  /** The mean of a quantity, given its value at every sample. */
  readonly mean: (values: Float64Array) => Propagated;
}

/** Throws InputError for a state with fewer than two pieces. */
export function multistate(samples: MultistateSamples): Multistate {
  const totals = countsOfStates(samples);
  const solution = solve(samples, totals);
  return { ...solution, samples, sums: pieceSums(samples, totals, solution.mixture.shares) };
}

/** The averages of a distribution. `logDensity`: log of its density at every sample, up to a constant. */
export function reweighted(states: Multistate, logDensity: Float64Array): Reweighted {
  const { samples, mixture, sums } = states;
  const { weights, logSum, effective } = normalisedWeights(logDensity, mixture.logDensity, samples.counts);
  return {
    effective,
    largestShare: weights.reduce((most, weight) => Math.max(most, weight), 0),
    logPartition: () => propagated(states, logSum, weights, -1),
    mean(values) {
      // Relative to the first value, so that the mean of a constant is exactly that constant.
      const [origin] = values;
      let mean = 0;
      for (let n = 0; n < values.length; n++) mean += weights[n] * (values[n] - origin);
      const deviations = sums.work;
      for (let n = 0; n < values.length; n++) deviations[n] = weights[n] * (values[n] - origin - mean);
      return propagated(states, origin + mean, deviations, 0);
    },
  };
}

function normalisedWeights(logDensity: Float64Array, logMixture: Float64Array, counts: Float64Array) {
  const weights = new Float64Array(counts.length);
  let largest = -Infinity;
  for (let n = 0; n < weights.length; n++) {
    weights[n] = logDensity[n] - logMixture[n];
    if (counts[n] > 0 && weights[n] > largest) largest = weights[n];
  }
  let [sum, squares] = [0, 0];
  for (let n = 0; n < weights.length; n++) {
    const ratio = counts[n] > 0 ? exp(weights[n] - largest) : 0;
    weights[n] = counts[n] * ratio;
    sum += weights[n];
    squares += weights[n] * ratio;
  }
  for (let n = 0; n < weights.length; n++) weights[n] /= sum;
  return { weights, logSum: largest + log(sum), effective: (sum * sum) / squares };
}

/** A part of all deviations that would matter beside their error. */
const NOTICEABLE = 1e-3;

/**
 * The value with its changes. `deviations`: what every sample adds to it at fixed Z; `first`: how it changes with −log Z_0 beside that. The Z of the mixture depend on the samples too: their
 * answer is −H⁺ p, H the curvature and p the shares of a sample.
 */
function propagated(
  { samples, mixture, inverse, sums }: Multistate,
  value: number,
  deviations: Float64Array,
  first: number,
): Propagated {
  const states = samples.logDensities.length;
  const slopes = new Float64Array(states);
  let size = 0;
  for (let n = 0; n < deviations.length; n++) {
    if (deviations[n] === 0) continue;
    size += Math.abs(deviations[n]);
    for (let k = 0; k < states; k++) slopes[k] += deviations[n] * mixture.shares[n * states + k];
  }
  slopes[0] += first;
  const isKnown = inverse.undetermined(slopes) <= NOTICEABLE * size;
  const changes = sums.changes(deviations, inverse.solve(slopes));
  return { value, changes, error: isKnown ? sums.error(changes) : Infinity };
}
