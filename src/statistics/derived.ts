import { type ChainByChain, chainByChain, deviationsFrom } from './chain-by-chain.ts';
import { type Chains, checkChains, checkSameShape, pooledMean } from './chains.ts';
import { analyseDeviations, type GammaAnalysis } from './gamma.ts';

/** A quantity that depends on several means: a Binder ratio, a specific heat. */
export type FunctionOfMeans = (means: readonly number[]) => number;

/** The analysis of f, and the means that it takes. */
export interface DerivedAnalysis extends GammaAnalysis {
  readonly means: readonly number[];
}

/**
 * The analysis of f(means) for several observables measured on the same chains, `observables[α][chain][sample]`.
 *
 * Linear propagation: the Γ-method on the projected series Σ_α ∂f/∂a_α (x_α − a_α), U. Wolff, hep-lat/0306017, which keeps
 * all correlations between the observables. `mean` is f at the means, with its bias of order 1/N.
 */
export function gammaDerived(observables: readonly Chains[], f: FunctionOfMeans): DerivedAnalysis {
  checkObservables(observables);
  const means = observables.map(pooledMean);
  const deviations = observables.map((chains, a) => deviationsFrom(means[a], chains));
  return { ...propagate(f, means, deviations), means };
}

export function checkObservables(observables: readonly Chains[]): void {
  for (const chains of observables) {
    checkChains(chains);
    checkSameShape(observables[0], chains);
  }
}

/** The analysis of f(means), given the linear fluctuations of every mean. */
export function propagate(
  f: FunctionOfMeans,
  means: readonly number[],
  deviations: readonly ChainByChain[],
): GammaAnalysis {
  const slopes = gradient(f, means, deviations.map(standardError));
  return analyseDeviations(f(means), projection(slopes, deviations));
}

/** Σ_α slope_α δ_α. */
function projection(slopes: readonly number[], deviations: readonly ChainByChain[]): ChainByChain {
  return chainByChain(deviations[0].lengths, (c, projected) => {
    projected.fill(0);
    for (const [a, slope] of slopes.entries()) {
      const chain = deviations[a].of(c);
      for (let k = 0; k < chain.length; k++) projected[k] += slope * chain[k];
    }
  });
}

/** The error of a mean if its samples were independent. */
function standardError(deviations: ChainByChain): number {
  let [sum, samples] = [0, 0];
  for (const c of deviations.lengths.keys()) {
    const chain = deviations.of(c);
    for (let k = 0; k < chain.length; k++) sum += chain[k] * chain[k];
    samples += chain.length;
  }
  return Math.sqrt(sum) / samples;
}

/** A step below this fraction of the mean is lost in rounding errors; the cubic term of f at it is negligible. */
const SMALLEST_STEP = 1e-5;

/** Symmetric differences over one standard error to either side, the scale on which f has to be linear; 0 along constants. */
export function gradient(f: FunctionOfMeans, means: readonly number[], errors: readonly number[]): number[] {
  return means.map((mean, a) => {
    if (errors[a] === 0) return 0;
    const step = Math.max(errors[a], SMALLEST_STEP * Math.abs(mean));
    const above = mean + step;
    const below = mean - step;
    return (f(means.with(a, above)) - f(means.with(a, below))) / (above - below);
  });
}
