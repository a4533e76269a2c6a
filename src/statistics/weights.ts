import { InputError } from '../errors.ts';
import { exp, log } from '../numeric/elementary.ts';
import { type Chains, countSamples } from './chains.ts';

/** Weights of samples that were drawn from another distribution than the one that is asked for. */
export interface Weights {
  /** Normalised weights, `values[chain][sample]`, of mean 1. */
  readonly values: Chains;
  /** log of the mean of exp(logWeights) itself, which the normalisation has taken out. */
  readonly logMean: number;
  /** (Σw)²/Σw²: independent samples with equal weights that would be worth as much (L. Kish, Survey Sampling, 1965). */
  readonly kishSamples: number;
  /** Share of the heaviest sample in the sum of all weights. */
  readonly largestShare: number;
  /** Whether so few samples decide that neither the mean nor its error can be trusted: more than 5 % of the sum in one. */
  readonly dominated: boolean;
}

/**
 * The share of the heaviest sample shows whether the sample has reached where the target lies, which a variance of weights taken from
 * the same sample cannot: S. Chatterjee and P. Diaconis, Ann. Appl. Probab. 28, 1099 (2018).
 */
export const LARGEST_SHARE = 0.05;

/** The weights exp(logWeights) over their mean, without overflow; −∞ is the weight 0. `logWeights[chain][sample]`, up to a common constant. */
export function normaliseWeights(logWeights: Chains): Weights {
  const largest = largestOf(logWeights);
  const weights = mapped(logWeights, (logWeight) => exp(logWeight - largest));
  const samples = countSamples(weights);
  const sum = sumOver(weights, (weight) => weight);
  const squares = sumOver(weights, (weight) => weight * weight);
  return {
    values: mapped(weights, (weight) => (weight * samples) / sum),
    logMean: largest + log(sum / samples),
    kishSamples: (sum * sum) / squares,
    largestShare: 1 / sum,
    dominated: 1 / sum > LARGEST_SHARE,
  };
}

/** The largest log weight; throws unless all are below ∞ and at least one is finite. */
function largestOf(logWeights: Chains): number {
  let largest = -Infinity;
  logWeights.forEach((chain, c) => {
    chain.forEach((logWeight, k) => {
      if (!(logWeight < Infinity))
        throw new InputError(
          `Log weights must be numbers below ∞, but that of sample ${k} of chain ${c} is ${logWeight}.`,
        );
      if (logWeight > largest) largest = logWeight;
    });
  });
  if (largest === -Infinity) throw new InputError('At least one sample must have a weight above 0.');
  return largest;
}

function sumOver(chains: Chains, f: (sample: number) => number): number {
  let sum = 0;
  for (const chain of chains) for (let k = 0; k < chain.length; k++) sum += f(chain[k]);
  return sum;
}

function mapped(chains: Chains, f: (sample: number) => number): Chains {
  return chains.map((chain) => chain.map(f));
}
