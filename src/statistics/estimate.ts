import { type Accuracy, EXACT, isConstant } from './accuracy.ts';
import type { Chains } from './chains.ts';
import { type FunctionOfMeans, gammaDerived } from './derived.ts';
import { formatBound, formatConstant, formatWithError } from './format.ts';
import { type GammaAnalysis, gammaAnalysis } from './gamma.ts';
import { FEWEST_FOR_R_HAT, splitRHat } from './r-hat.ts';
import { isSufficient, neededSamples } from './sufficient.ts';
import { derivedUnder, meanUnder, type WeightedAnalysis } from './weighted.ts';
import { LARGEST_SHARE, normaliseWeights, type Weights } from './weights.ts';

/** A number with an error bar, a number that does not fluctuate, or the reason why there is none. */
export type Estimate = MeanWithError | Constant | Insufficient;

/** What the accuracy of the values adds to their statistics; nothing for values that are good to their last digits. */
interface Bounds {
  /** Resolution of the values, beside `error`, which is statistical: the mean may be off by as much. */
  readonly resolution?: number;
  /** Upper bound on a positive quantity that is not resolved: the mean is below this, at two standard deviations. */
  readonly upperBound?: number;
}

/** A mean with its error bar, and how correlated its samples are. */
export interface MeanWithError extends Bounds {
  readonly kind: 'estimate';
  readonly mean: number;
  /** One standard deviation. */
  readonly error: number;
  /** Integrated autocorrelation time in samples, ½ for independent ones. */
  readonly tau: number;
  readonly tauError: number;
  readonly effectiveSamples: number;
  /** Rank-normalised split-R̂; for plain means only. */
  readonly rHat?: number;
}

/** All samples are the same within the resolution of the values: there is nothing to take statistics of. */
export interface Constant extends Bounds {
  readonly kind: 'constant';
  readonly mean: number;
  readonly error: 0;
}

/** There are too few samples for an error bar that can be trusted. */
export interface Insufficient {
  readonly kind: 'insufficient';
  /** Samples at hand, over all chains. */
  readonly samples: number;
  /** Integrated autocorrelation time as far as so few samples tell: usually too small. */
  readonly tau: number;
  /** Samples wanted at least. */
  readonly needed: number;
}

/** The accuracy of a function of means, and the resolutions of the values that these are the means of. */
export interface DerivedAccuracy extends Pick<Accuracy, 'isPositive'> {
  readonly inputs: readonly number[];
  /** The largest error of the function, given the means. */
  readonly resolution: (means: readonly number[]) => number;
}

/** The mean of an observable, `chains[chain][sample]`, with R̂ where all chains have the four samples it takes. */
export function estimateMean(chains: Chains, accuracy = EXACT): Estimate {
  const estimate = fromAnalysis(gammaAnalysis(chains), accuracy, isConstant(chains, accuracy.resolution));
  if (estimate.kind !== 'estimate' || chains.some(({ length }) => length < FEWEST_FOR_R_HAT)) return estimate;
  return { ...estimate, rHat: splitRHat(chains) };
}

/** The estimate of f(means) of several observables, `observables[α][chain][sample]`. */
export function estimateDerived(
  observables: readonly Chains[],
  f: FunctionOfMeans,
  accuracy?: DerivedAccuracy,
): Estimate {
  const analysis = gammaDerived(observables, f);
  return fromAnalysis(analysis, accuracyOf(analysis.means, accuracy), areConstant(observables, accuracy));
}

/** The mean of an observable under weights exp(logWeights), `[chain][sample]` both. */
export function estimateWeightedMean(chains: Chains, logWeights: Chains, accuracy = EXACT): Estimate {
  return estimateMeanUnder(normaliseWeights(logWeights), chains, accuracy);
}

/** The same with weights that are normalised already, as all observables of a run share them. */
export function estimateMeanUnder(weights: Weights, chains: Chains, accuracy = EXACT): Estimate {
  return fromWeighted(meanUnder(weights, chains), accuracy, isConstant(chains, accuracy.resolution));
}

/** The estimate of f(means) of several observables under weights exp(logWeights). */
export function estimateWeightedDerived(
  observables: readonly Chains[],
  logWeights: Chains,
  f: FunctionOfMeans,
  accuracy?: DerivedAccuracy,
): Estimate {
  return estimateDerivedUnder(normaliseWeights(logWeights), observables, f, accuracy);
}

/** The same with weights that are normalised already. */
export function estimateDerivedUnder(
  weights: Weights,
  observables: readonly Chains[],
  f: FunctionOfMeans,
  accuracy?: DerivedAccuracy,
): Estimate {
  const analysis = derivedUnder(weights, observables, f);
  return fromWeighted(analysis, accuracyOf(analysis.means, accuracy), areConstant(observables, accuracy));
}

/** An estimate as text: 0.2913(3), 1(0) for a constant, < 4e-9 for what is too small to be resolved, or what is missing. Errors of the values are part of the error bar. */
export function formatEstimate(estimate: Estimate): string {
  if (estimate.kind === 'insufficient')
    return `not enough data (${estimate.samples} of at least ${estimate.needed} samples)`;
  const { kind, mean, error, resolution = 0, upperBound } = estimate;
  if (upperBound !== undefined) return `< ${formatBound(upperBound)}`;
  if (kind === 'constant') return formatConstant(mean, resolution);
  return formatWithError(mean, Math.sqrt(error * error + resolution * resolution));
}

function accuracyOf(means: readonly number[], accuracy?: DerivedAccuracy): Accuracy {
  return accuracy ? { resolution: accuracy.resolution(means), isPositive: accuracy.isPositive } : EXACT;
}

/** A function of constants is one. */
const areConstant = (observables: readonly Chains[], accuracy?: DerivedAccuracy): boolean =>
  observables.every((chains, a) => isConstant(chains, accuracy?.inputs[a] ?? 0));

/** The estimate that an analysis gives. `constant`: there is nothing to take statistics of. */
export function fromAnalysis(analysis: GammaAnalysis, accuracy: Accuracy, constant: boolean): Estimate {
  const { mean, error, tau, tauError, effectiveSamples, samples } = analysis;
  const enough = constant ? samples >= neededSamples(0.5) : isSufficient(analysis);
  if (!enough) return insufficient(analysis, neededSamples(tau));
  const bounds = boundsOf(mean, constant ? 0 : error, accuracy);
  const known = bounds.upperBound === undefined ? mean : Math.max(0, mean);
  if (constant) return { kind: 'constant', mean: known, error: 0, ...bounds };
  return { kind: 'estimate', mean: known, error, tau, tauError, effectiveSamples, ...bounds };
}

/** The estimate from weighted samples: enough are there when their effective number by Kish is enough, and no few of them decide. */
export function fromWeighted(analysis: WeightedAnalysis, accuracy: Accuracy, constant: boolean): Estimate {
  const { samples, tau, kishSamples, largestShare, dominated } = analysis;
  if (!dominated && (constant || isSufficient({ ...analysis, samples: kishSamples })))
    return fromAnalysis(analysis, accuracy, constant);
  const missing = Math.max(neededSamples(tau) / kishSamples, largestShare / LARGEST_SHARE);
  return insufficient(analysis, Math.ceil(samples * missing));
}

/** A positive mean that its resolution could make negative is not known to be anything but small. */
function boundsOf(mean: number, error: number, { resolution, isPositive }: Accuracy): Bounds {
  if (!(resolution > 0)) return {};
  if (!isPositive || mean > resolution) return { resolution };
  return { resolution, upperBound: Math.max(0, mean) + resolution + 2 * error };
}

/** Too few samples. Where no window was found, half of the longest chain showed no end of the correlations: at least twice as much is needed. */
function insufficient({ samples, tau, truncated }: GammaAnalysis, needed: number): Insufficient {
  return { kind: 'insufficient', samples, tau, needed: truncated ? Math.max(needed, 2 * samples) : needed };
}
