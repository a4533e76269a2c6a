/** Estimates of quantities that were measured in a part of the samples. */
import { type Accuracy, EXACT, isConstant } from './accuracy.ts';
import { type FunctionOfMeans, gammaDerived } from './derived.ts';
import type { DoubleSampling, Windowed } from './double-sampling.ts';
import { type DerivedAccuracy, type Estimate, fromAnalysis, fromWeighted, type Insufficient } from './estimate.ts';
import { type GammaAnalysis, gammaAnalysis } from './gamma.ts';
import { FEWEST_FOR_R_HAT, splitRHat } from './r-hat.ts';
import { derivedUnder, meanUnder, type WeightedAnalysis } from './weighted.ts';
import type { Weights } from './weights.ts';

/** The mean of a quantity; with R̂ of the windows where all chains have enough of them and all samples weigh the same. */
export function estimateWindowedMean(
  sampling: DoubleSampling,
  { windows, measured }: Windowed,
  accuracy: Accuracy = EXACT,
): Estimate {
  const analyse = (chains: Windowed['windows'], weights?: Weights) =>
    weights ? meanUnder(weights, chains) : gammaAnalysis(chains);
  const analysis = analyse(windows, sampling.weights?.windows);
  const single = analyse(measured, sampling.weights?.measured);
  const estimate = inSamples(sampling, analysis, single, accuracy, isConstant(measured, accuracy.resolution));
  const hasRHat = !sampling.weights && windows.every(({ length }) => length >= FEWEST_FOR_R_HAT);
  return estimate.kind === 'estimate' && hasRHat ? { ...estimate, rHat: splitRHat(windows) } : estimate;
}

/** The estimate of f(means) of several quantities. */
export function estimateWindowedDerived(
  sampling: DoubleSampling,
  inputs: readonly Windowed[],
  f: FunctionOfMeans,
  accuracy: DerivedAccuracy,
): Estimate {
  const analyse = (chains: Windowed['windows'][], weights?: Weights) =>
    weights ? derivedUnder(weights, chains, f) : gammaDerived(chains, f);
  const windows = inputs.map((input) => input.windows);
  const measured = inputs.map((input) => input.measured);
  const analysis = analyse(windows, sampling.weights?.windows);
  const single = analyse(measured, sampling.weights?.measured);
  const resolution = accuracy.resolution(analysis.means);
  const areConstant = measured.every((chains, a) => isConstant(chains, accuracy.inputs[a]));
  return inSamples(sampling, analysis, single, { resolution, isPositive: accuracy.isPositive }, areConstant);
}

const inAllSamples = (estimate: Insufficient, samplesPerWindow: number): Insufficient => ({
  ...estimate,
  samples: Math.round(estimate.samples * samplesPerWindow),
  tau: estimate.tau * samplesPerWindow,
  needed: Math.ceil(estimate.needed * samplesPerWindow),
});

/**
 * The estimate with τ in samples: error² = 2τ·variance/N with the variance of a single sample and N of all samples, so that τ and the effective number compare with those of quantities that were
 * measured in all of them.
 */
function inSamples(
  { samples, weights }: DoubleSampling,
  analysis: GammaAnalysis,
  single: GammaAnalysis,
  accuracy: Accuracy,
  constant: boolean,
): Estimate {
  const estimate = weights
    ? fromWeighted(analysis as WeightedAnalysis, accuracy, constant)
    : fromAnalysis(analysis, accuracy, constant);
  if (estimate.kind === 'constant') return estimate;
  if (estimate.kind === 'insufficient') return inAllSamples(estimate, samples / analysis.samples);
  const variance = (single.error * single.error * single.samples) / (2 * single.tau);
  const tau = Math.max(0.5, (estimate.error * estimate.error * samples) / (2 * variance));
  const tauError = (estimate.tauError * tau) / estimate.tau;
  return { ...estimate, tau, tauError, effectiveSamples: (weights?.kishSamples ?? samples) / (2 * tau) };
}
