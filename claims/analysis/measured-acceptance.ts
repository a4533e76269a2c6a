/** The acceptance of the proposals of a frozen model, with an error bar. */
import type { EffectiveModel } from '../../src/effective/model.ts';
import type { SpinFermionModel } from '../../src/exact/model.ts';
import { randomDirections } from '../../src/numeric/directions.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { decorrelatedPlan, innerChain } from '../../src/sampling/inner/inner-chain.ts';
import { acceptanceProbability } from '../../src/sampling/moves/metropolis.ts';
import { runChain } from '../../src/sampling/samplers/run-chain.ts';
import { selfLearningSampler } from '../../src/sampling/samplers/self-learning.ts';
import { gammaAnalysis } from '../../src/statistics/gamma.ts';
import { predictedAcceptance } from '../../src/statistics/predicted-acceptance.ts';
import { sampleVariance } from '../../src/statistics/variance.ts';

export interface MeasuredAcceptance {
  /** The mean of min(1, ratio), with its error by the Γ-method. */
  readonly rate: number;
  readonly error: number;
  /** The predictions erfc(σ/2) and exp(−σ), with σ² half the variance of the log ratio. */
  readonly predicted: number;
  readonly predictedExponential: number;
  /** The mean squared error σ² over the configurations that the chain visits. */
  readonly meanSquaredError: number;
}

const WARM_UP = 200;

/** The acceptance of a chain that starts from random spins, with decorrelated proposals. */
export function measuredAcceptance(
  exact: SpinFermionModel,
  model: EffectiveModel,
  proposals: number,
  seed: number,
): MeasuredAcceptance {
  const { lattice, temperature } = exact.parameters;
  const models = { effective: model };
  const sampler = selfLearningSampler(exact, innerChain(models, temperature, decorrelatedPlan(models)));
  const random = philoxStream(seed, 3);
  const spins = randomDirections(random, lattice.siteCount);
  const { logRatio } = runChain(sampler, sampler.start(spins), random, {
    warmUp: WARM_UP,
    samples: proposals,
    measure: () => ({}),
  });
  return acceptanceOf([logRatio]);
}

/** The acceptance that follows from the log ratios of decisions, by chain; steps without a decision are left out. */
export function acceptanceOf(logRatios: readonly Float64Array[]): MeasuredAcceptance {
  const decided = logRatios.map((chain) => chain.filter((ratio) => !Number.isNaN(ratio)));
  const { mean, error } = gammaAnalysis(decided.map((chain) => chain.map(acceptanceProbability)));
  const sigma = Math.sqrt(sampleVariance(decided.flatMap((chain) => [...chain])) / 2);
  return {
    rate: mean,
    error,
    meanSquaredError: sigma * sigma,
    predicted: predictedAcceptance(sigma),
    predictedExponential: Math.exp(-sigma),
  };
}
