/** The log of a mean weight, and what is linear in it and in a weighted mean: sums of weights keep what ratios of them divide out. */
import { chainByChain } from './chain-by-chain.ts';
import type { Chains } from './chains.ts';
import { analyseDeviations } from './gamma.ts';
import { meanUnder, type WeightedAnalysis, withWeights } from './weighted.ts';
import type { Weights } from './weights.ts';

/** a + b log⟨w⟩ + c Σ w O/Σ w. */
export interface NormalisedSum {
  readonly constant: number;
  readonly ofLogMean: number;
  /** c and O, `[chain][sample]`; left out where there is no such term. */
  readonly ofMean?: { readonly factor: number; readonly chains: Chains };
}

/**
 * The analysis of such a sum, with linear propagation: a sample changes log⟨w⟩ by w/⟨w⟩ − 1 and the weighted mean by w/⟨w⟩ (O − mean), and both are taken together, since they are correlated.
 * ⟨w⟩ is unbiased, its log too small by half the square of its error.
 */
export function normalisedSum(weights: Weights, { constant, ofLogMean, ofMean }: NormalisedSum): WeightedAnalysis {
  const { values, logMean } = weights;
  const mean = ofMean ? meanUnder(weights, ofMean.chains).mean : 0;
  const factor = ofMean?.factor ?? 0;
  const lengths = values.map(({ length }) => length);
  const deviations = chainByChain(lengths, (c, target) => {
    const [own, chain] = [values[c], ofMean?.chains[c]];
    for (let k = 0; k < target.length; k++)
      target[k] = ofLogMean * (own[k] - 1) + (chain ? factor * own[k] * (chain[k] - mean) : 0);
  });
  return withWeights(analyseDeviations(constant + ofLogMean * logMean + factor * mean, deviations), weights);
}
