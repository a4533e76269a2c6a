import { autocovariance } from './autocovariance.ts';
import { type ChainByChain, deviationsFrom } from './chain-by-chain.ts';
import { type Chains, checkChains, pooledMean } from './chains.ts';
import { automaticWindow } from './window.ts';

/** What the Γ-method says about a mean. Times are in samples. */
export interface GammaAnalysis {
  readonly mean: number;
  /** One standard deviation of `mean`. */
  readonly error: number;
  /** One standard deviation of `error`. */
  readonly errorOfError: number;
  /** Integrated autocorrelation time, ½ for independent samples: error² = 2 τ · variance/N. */
  readonly tau: number;
  /** One standard deviation of `tau`. */
  readonly tauError: number;
  /** Lag at which the sum over autocorrelations ends. */
  readonly window: number;
  /** No window within half of the longest chain: τ is a lower bound, and the error too small. */
  readonly truncated: boolean;
  /** Number of samples N, over all chains. */
  readonly samples: number;
  /** Effective samples, N/(2τ). */
  readonly effectiveSamples: number;
}

/**
 * Mean, error and autocorrelation time of one observable over several chains.
 *
 * U. Wolff, "Monte Carlo errors with less errors", Comput. Phys. Commun. 156, 143 (2004), hep-lat/0306017 (with its erratum), with
 * automatic windowing (S = 1.5) and the leading bias of Γ removed. All chains are taken to sample the same equilibrium distribution:
 * look at R̂ too. τ is kept at ½ or above, so that anticorrelated samples get the error of independent ones, on the safe side.
 * A constant has error 0; whether it is one by nature or because the chain never moved, its samples cannot show.
 */
export function gammaAnalysis(chains: Chains): GammaAnalysis {
  checkChains(chains);
  const mean = pooledMean(chains);
  return analyseDeviations(mean, deviationsFrom(mean, chains));
}

/** The analysis of a quantity whose linear fluctuations are given: samples minus mean, or the projection of a derived quantity. */
export function analyseDeviations(mean: number, deviations: ChainByChain): GammaAnalysis {
  const samples = deviations.lengths.reduce((sum, length) => sum + length, 0);
  const { variance, sum, window, truncated } = windowedSum(deviations, samples);
  const tau = variance > 0 ? Math.max(0.5, sum / (2 * variance)) : 0.5;
  const error = Math.sqrt((2 * tau * variance) / samples);
  return {
    mean,
    error,
    errorOfError: error * Math.sqrt((window + 0.5) / samples),
    tau,
    tauError: 2 * tau * Math.sqrt(Math.max(0, window + 0.5 - tau) / samples),
    window,
    truncated,
    samples,
    effectiveSamples: samples / (2 * tau),
  };
}

/** Γ(0) and Γ(0) + 2 Σ_{t ≤ W} Γ(t). */
function windowedSum(deviations: ChainByChain, samples: number) {
  const { gamma, window, truncated } = gammaUpToWindow(deviations, samples);
  let sum = gamma[0];
  for (let t = 1; t <= window; t++) sum += 2 * gamma[t];
  // Deviations from the mean of the samples instead of the true one lower every Γ(t) by error².
  const bias = sum / samples;
  return { variance: gamma[0] + bias, sum: sum + (2 * window + 1) * bias, window, truncated };
}

/** Lags tried first; most chains need no more. */
const FEW_LAGS = 256;

/** Γ at more and more lags until the window is found, at most half of the longest chain. */
function gammaUpToWindow(deviations: ChainByChain, samples: number) {
  const longest = deviations.lengths.reduce((most, length) => Math.max(most, length), 0);
  const limit = Math.floor(longest / 2) + 1;
  for (let lags = FEW_LAGS; ; lags *= 4) {
    const gamma = autocovariance(deviations, Math.min(lags, limit));
    const window = gamma[0] > 0 ? automaticWindow(gamma, samples) : 0;
    if (window !== undefined) return { gamma, window, truncated: false };
    if (lags >= limit) return { gamma, window: gamma.length - 1, truncated: true };
  }
}
