import { type Chains, checkChains, countSamples, pooledMean } from './chains.ts';
import { type GammaAnalysis, gammaAnalysis } from './gamma.ts';
import { zScore } from './starts.ts';

/** Geweke's choice: far enough apart to be independent, the second long enough for an autocorrelation time. */
const FIRST_PART = 0.1;
const LAST_PART = 0.5;

/**
 * Mean over the first tenth of the chains minus that over their last halves, in units of its error: drift shows as a large value.
 *
 * J. Geweke in Bayesian Statistics 4 (1992), p. 169; the variance and τ of the last halves stand for both, since a tenth of a chain
 * may be too short to have any, and under the hypothesis of no drift they are the same. Chains have at least ten samples.
 */
export function driftScore(chains: Chains): number {
  checkChains(chains);
  return driftFrom(chains, analyseLastHalves(chains));
}

/** The analysis of the last halves of the chains. */
export const analyseLastHalves = (chains: Chains): GammaAnalysis =>
  gammaAnalysis(chains.map((chain) => chain.subarray(Math.ceil(LAST_PART * chain.length))));

/** The same score, where the analysis of the last halves is known. */
export function driftFrom(chains: Chains, last: GammaAnalysis): number {
  const first = chains.map((chain) => chain.subarray(0, Math.ceil(FIRST_PART * chain.length)));
  const errorOfFirst = last.error * Math.sqrt(last.samples / countSamples(first));
  return zScore({ mean: pooledMean(first), error: errorOfFirst }, last);
}
