/** Weighted means with control variates: quantities whose mean is known to be 0 (P. Glasserman, Monte Carlo Methods in Financial Engineering, 2003, section 4.1). */
import { appendRows, solveLeastSquares, triangularFactor } from '../numeric/linear-algebra/triangular-factor.ts';
import { chainByChain } from './chain-by-chain.ts';
import type { Chains } from './chains.ts';
import { analyseDeviations } from './gamma.ts';
import { meanUnder, type WeightedAnalysis, withWeights } from './weighted.ts';
import type { Weights } from './weights.ts';

/** Samples, by Kish, for each control variate: the coefficients are fitted to the same samples. */
const SAMPLES_PER_CONTROL = 20;
/** Far above rounding, and far below what samples resolve. */
const RIDGE = 1e-7;

/**
 * The mean of an observable under other weights, as `meanUnder`, less what control variates explain of its deviation. `controls[a][chain][sample]` have the mean 0 under the distribution that was
 * sampled, without weights, and those that explain most come first: as many are used as the samples can bear.
 */
export function controlledMean(weights: Weights, chains: Chains, controls: readonly Chains[]): WeightedAnalysis {
  const plain = meanUnder(weights, chains);
  const used = controls.slice(0, Math.floor(weights.kishSamples / SAMPLES_PER_CONTROL));
  if (used.length === 0) return plain;
  const deviations = chains.map((chain, c) => chain.map((value, k) => weights.values[c][k] * (value - plain.mean)));
  const [shift, ...coefficients] = regression(deviations, used);
  const rest = chainByChain(
    chains.map(({ length }) => length),
    (c, target) => {
      for (let k = 0; k < target.length; k++) {
        let explained = shift;
        for (let a = 0; a < used.length; a++) explained += coefficients[a] * used[a][c][k];
        target[k] = deviations[c][k] - explained;
      }
    },
  );
  return withWeights(analyseDeviations(plain.mean + shift, rest), weights);
}

/** The constant, and the coefficients of the controls, of least squares. */
function regression(deviations: Chains, controls: readonly Chains[]): Float64Array {
  const factor = triangularFactor(1 + controls.length);
  for (const [c, chain] of deviations.entries())
    appendRows(factor, [chain.map(() => 1), ...controls.map((control) => control[c].slice()), chain.slice()]);
  return solveLeastSquares(factor, RIDGE);
}
