/** ⟨n⟩ as a function of μ from the levels of samples: log W at every μ is a sum over levels, so samples of one μ stand, with weights, for those of another. */
import { exp, log } from '../../numeric/elementary.ts';
import type { Chains } from '../../statistics/chains.ts';
import { controlledMean } from '../../statistics/controlled.ts';
import { meanUnder, type WeightedAnalysis } from '../../statistics/weighted.ts';
import { normaliseWeights, type Weights } from '../../statistics/weights.ts';

/** Samples of several chains at one chemical potential. */
export interface LevelSamples {
  readonly chemicalPotential: number;
  readonly temperature: number;
  /** The levels of all samples of a chain, one after the other. */
  readonly chains: readonly Float64Array[];
  /** Levels of a sample, 2N. */
  readonly size: number;
  /** log W of the electrons, by which the samples were drawn, up to a constant; [chain][sample]. */
  readonly logWeights: readonly Float64Array[];
  /** Quantities whose mean over the samples is 0 without weights, [quantity][chain][sample]. */
  readonly controls?: readonly Chains[] | undefined;
}

/** Electrons per site, and log W of the electrons, at μ; [chain][sample]. */
interface Electrons {
  readonly density: readonly Float64Array[];
  readonly logWeights: readonly Float64Array[];
}

export function electronsAt(
  { chains, size, temperature }: Pick<LevelSamples, 'chains' | 'size' | 'temperature'>,
  mu: number,
): Electrons {
  const perChain = chains.map((levels) => electronsOfChain(levels, size, mu, temperature));
  return { density: perChain.map(({ density }) => density), logWeights: perChain.map(({ logWeights }) => logWeights) };
}

/** So many factors between 1 and 2 do not overflow. */
const FACTORS = 1000;

/** With e = exp(−|E − μ|/T) a level is filled with 1/(1 + e) below μ, e/(1 + e) above, and its part of log W is log(1 + e), plus (μ − E)/T below μ: one exponential each, and few logarithms. */
function electronsOfChain(levels: Float64Array, size: number, mu: number, temperature: number) {
  const count = levels.length / size;
  const [density, logWeights] = [new Float64Array(count), new Float64Array(count)];
  for (let sample = 0; sample < count; sample++) {
    let [electrons, sum, product] = [0, 0, 1];
    for (let k = 0; k < size; k++) {
      const x = (mu - levels[sample * size + k]) / temperature;
      const e = exp(-Math.abs(x));
      electrons += (x > 0 ? 1 : e) / (1 + e);
      if (x > 0) sum += x;
      product *= 1 + e;
      if (k % FACTORS !== FACTORS - 1) continue;
      sum += log(product);
      product = 1;
    }
    density[sample] = (2 * electrons) / size;
    logWeights[sample] = sum + log(product);
  }
  return { density, logWeights };
}

/** ⟨n⟩ at μ, with its error. */
export interface Density {
  readonly mean: number;
  readonly error: number;
  /** Independent samples that it comes from. */
  readonly effectiveSamples: number;
}

/** ⟨n⟩ at μ from samples of several chemical potentials: each counts by the samples that its weights leave of it. */
export function densityAt(all: readonly LevelSamples[], mu: number): Density {
  const analyses = all.map((samples) => analysisAt(samples, mu));
  const total = analyses.reduce((sum, { kishSamples }) => sum + kishSamples, 0);
  const mean = analyses.reduce((sum, one) => sum + (one.kishSamples / total) * one.mean, 0);
  const variance = analyses.reduce((sum, one) => sum + square((one.kishSamples / total) * one.error), 0);
  const effectiveSamples = analyses.reduce((sum, one) => sum + one.effectiveSamples, 0);
  return { mean, error: Math.sqrt(variance), effectiveSamples };
}

export function analysisAt(samples: LevelSamples, mu: number): WeightedAnalysis {
  const { density, weights } = weightedAt(samples, mu);
  return controlledMean(weights, density, samples.controls ?? []);
}

/** The variance of n, from sample to sample, at μ. */
export function varianceAt(samples: LevelSamples, mu: number): number {
  const { density, weights } = weightedAt(samples, mu);
  const { mean } = meanUnder(weights, density);
  const squares = density.map((chain) => chain.map((value) => square(value - mean)));
  return meanUnder(weights, squares).mean;
}

function weightedAt(samples: LevelSamples, mu: number): { density: Chains; weights: Weights } {
  const { density, logWeights } = electronsAt(samples, mu);
  const ratios = logWeights.map((chain, c) => chain.map((logWeight, k) => logWeight - samples.logWeights[c][k]));
  return { density, weights: normaliseWeights(ratios) };
}

const square = (x: number): number => x * x;
