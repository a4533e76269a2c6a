import { type ChainByChain, chainByChain } from './chain-by-chain.ts';
import { type Chains, checkChains, checkSameShape, countSamples } from './chains.ts';
import { checkObservables, type DerivedAnalysis, type FunctionOfMeans, propagate } from './derived.ts';
import { analyseDeviations, type GammaAnalysis } from './gamma.ts';
import { normaliseWeights, type Weights } from './weights.ts';

/** τ and window belong to the projected series; `effectiveSamples` is the number of Kish over 2τ. */
export interface WeightedAnalysis extends GammaAnalysis, Omit<Weights, 'values' | 'logMean'> {}

type WeightedDerivedAnalysis = WeightedAnalysis & Pick<DerivedAnalysis, 'means'>;

/**
 * The mean Σ w O/Σ w of an observable under another distribution than the one sampled, w = exp(logWeights), both `[chain][sample]`.
 *
 * The error is that of the ratio to first order: the Γ-method on w (O − mean)/⟨w⟩. The mean has a bias of order 1/kishSamples. With
 * `dominated` weights neither means anything.
 */
export function weightedMean(chains: Chains, logWeights: Chains): WeightedAnalysis {
  checkSameShape(chains, logWeights);
  return meanUnder(normaliseWeights(logWeights), chains);
}

/** The same with weights that are normalised already, as all observables of a run share them. */
export function meanUnder(weights: Weights, chains: Chains): WeightedAnalysis {
  checkChains(chains);
  checkSameShape(chains, weights.values);
  const mean = ratioMean(chains, weights);
  return withWeights(analyseDeviations(mean, ratioDeviations(chains, mean, weights)), weights);
}

/** The analysis of f of the weighted means of several observables, `observables[α][chain][sample]`, with linear propagation as in `gammaDerived`. */
export function weightedDerived(
  observables: readonly Chains[],
  logWeights: Chains,
  f: FunctionOfMeans,
): WeightedDerivedAnalysis {
  checkSameShape(observables[0], logWeights);
  return derivedUnder(normaliseWeights(logWeights), observables, f);
}

/** The same with weights that are normalised already. */
export function derivedUnder(
  weights: Weights,
  observables: readonly Chains[],
  f: FunctionOfMeans,
): WeightedDerivedAnalysis {
  checkObservables(observables);
  checkSameShape(observables[0], weights.values);
  const means = observables.map((chains) => ratioMean(chains, weights));
  const deviations = observables.map((chains, a) => ratioDeviations(chains, means[a], weights));
  return { ...withWeights(propagate(f, means, deviations), weights), means };
}

/** The weighted mean; relative to the first sample, so that the mean of a constant is exactly that constant. */
function ratioMean(chains: Chains, { values }: Weights): number {
  const origin = chains[0][0];
  let sum = 0;
  for (const [c, chain] of chains.entries()) {
    const weights = values[c];
    for (let k = 0; k < chain.length; k++) sum += weights[k] * (chain[k] - origin);
  }
  return origin + sum / countSamples(chains);
}

function ratioDeviations(chains: Chains, mean: number, { values }: Weights): ChainByChain {
  const lengths = chains.map(({ length }) => length);
  return chainByChain(lengths, (c, deviations) => {
    const [chain, weights] = [chains[c], values[c]];
    for (let k = 0; k < chain.length; k++) deviations[k] = weights[k] * (chain[k] - mean);
  });
}

/** An analysis of w (O − mean), with what its weights leave of the samples. */
export function withWeights(
  analysis: GammaAnalysis,
  { kishSamples, largestShare, dominated }: Weights,
): WeightedAnalysis {
  return { ...analysis, effectiveSamples: kishSamples / (2 * analysis.tau), kishSamples, largestShare, dominated };
}
