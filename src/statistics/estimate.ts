import type { Chains } from './chains.ts';
import { type FunctionOfMeans, gammaDerived } from './derived.ts';
import { formatWithError } from './format.ts';
import { type GammaAnalysis, gammaAnalysis } from './gamma.ts';
import { FEWEST_FOR_R_HAT, splitRHat } from './r-hat.ts';
import { isSufficient, neededSamples } from './sufficient.ts';
import { type WeightedAnalysis, weightedDerived, weightedMean } from './weighted.ts';
import { LARGEST_SHARE } from './weights.ts';

/** A number with an error bar, or the reason why there is none. */
export type Estimate = MeanWithError | Insufficient;

export interface MeanWithError {
  readonly kind: 'estimate';
  readonly mean: number;
  /** One standard deviation. */
  readonly error: number;
  /** Integrated autocorrelation time in samples, ½ for independent ones. */
  readonly tau: number;
  readonly tauError: number;
  readonly effectiveSamples: number;
  /** Rank-normalised split-R̂; of plain means only. */
  readonly rHat?: number;
}

export interface Insufficient {
  readonly kind: 'insufficient';
  /** Samples at hand, over all chains. */
  readonly samples: number;
  /** As far as so few samples tell: usually too small. */
  readonly tau: number;
  /** Samples wanted at least. */
  readonly needed: number;
}

/** The mean of an observable, `chains[chain][sample]`, with R̂ where all chains have the four samples it takes. */
export function estimateMean(chains: Chains): Estimate {
  const estimate = fromAnalysis(gammaAnalysis(chains));
  if (estimate.kind === 'insufficient' || chains.some(({ length }) => length < FEWEST_FOR_R_HAT)) return estimate;
  return { ...estimate, rHat: splitRHat(chains) };
}

/** f(means) of several observables, `observables[α][chain][sample]`. */
export function estimateDerived(observables: readonly Chains[], f: FunctionOfMeans): Estimate {
  return fromAnalysis(gammaDerived(observables, f));
}

/** The mean of an observable under weights exp(logWeights), `[chain][sample]` both. */
export function estimateWeightedMean(chains: Chains, logWeights: Chains): Estimate {
  return fromWeighted(weightedMean(chains, logWeights));
}

/** f(means) of several observables under weights exp(logWeights). */
export function estimateWeightedDerived(
  observables: readonly Chains[],
  logWeights: Chains,
  f: FunctionOfMeans,
): Estimate {
  return fromWeighted(weightedDerived(observables, logWeights, f));
}

/** As 0.2913(3), or what is missing. */
export function formatEstimate(estimate: Estimate): string {
  if (estimate.kind === 'estimate') return formatWithError(estimate.mean, estimate.error);
  return `not enough data (${estimate.samples} of at least ${estimate.needed} samples)`;
}

function fromAnalysis(analysis: GammaAnalysis): Estimate {
  if (!isSufficient(analysis)) return insufficient(analysis, neededSamples(analysis.tau));
  const { mean, error, tau, tauError, effectiveSamples } = analysis;
  return { kind: 'estimate', mean, error, tau, tauError, effectiveSamples };
}

/** Samples count by their worth, the number of Kish; none count where few decide. */
function fromWeighted(analysis: WeightedAnalysis): Estimate {
  const { samples, tau, kishSamples, largestShare, dominated } = analysis;
  if (!dominated && isSufficient({ ...analysis, samples: kishSamples })) return fromAnalysis(analysis);
  const missing = Math.max(neededSamples(tau) / kishSamples, largestShare / LARGEST_SHARE);
  return insufficient(analysis, Math.ceil(samples * missing));
}

/** Half of the longest chain showed no end of the correlations where no window was found: twice as much, then, at least. */
function insufficient({ samples, tau, truncated }: GammaAnalysis, needed: number): Insufficient {
  return { kind: 'insufficient', samples, tau, needed: truncated ? Math.max(needed, 2 * samples) : needed };
}
