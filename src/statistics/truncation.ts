import { checkChains } from './chains.ts';

/** How much of the start of a chain to drop. */
interface Truncation {
  /** Samples to drop, at most half of the chain. */
  readonly discard: number;
  /** Whether dropping half is enough, as far as one can tell; where it is not, the chain has to run on. */
  readonly settled: boolean;
}

/** White's MSER-5: means of five samples are judged, so that one sample alone decides nothing. */
const BATCH = 5;

/**
 * The start to drop by the marginal standard error rule: the cut after which the mean of the rest looks most precise.
 *
 * MSER-5: minimises Σ_{i ≥ d} (x_i − x̄_d)²/(n − d)² over d, x̄_d the mean from d on, within the first half: K. P. White, Simulation 69,
 * 323 (1997); K. P. White, M. J. Cobb and S. C. Spratt, Proc. Winter Simulation Conf. 755 (2000). A longer cut removes bias and costs
 * data, and the rule weighs one against the other without a parameter or a threshold; in a comparison of 44 rules it came out first
 * (K. Hoad, S. Robinson and R. Davies, J. Oper. Res. Soc. 61, 1361 (2010)). It cuts where the transient becomes smaller than the noise of single
 * batches; what remains counts only where relaxation is far slower than the correlations, and `driftScore` shows it. Starting points
 * that never agree are found by `compareStarts`.
 */
export function warmUpLength(chain: Float64Array): Truncation {
  checkChains([chain]);
  const means = batchMeans(chain);
  const statistic = marginalStandardErrors(means);
  const half = Math.floor(means.length / 2);
  let best = 0;
  for (let d = 1; d <= half; d++) if (statistic[d] < statistic[best]) best = d;
  return { discard: BATCH * best, settled: best === 0 || best < half };
}

function batchMeans(chain: Float64Array): Float64Array {
  const means = new Float64Array(Math.floor(chain.length / BATCH));
  for (let b = 0; b < means.length; b++) {
    let sum = 0;
    for (let k = b * BATCH; k < (b + 1) * BATCH; k++) sum += chain[k];
    means[b] = sum / BATCH;
  }
  return means;
}

/** The statistic of every cut; sums of squares grow from the end backwards (B. P. Welford, Technometrics 4, 419, 1962). */
function marginalStandardErrors(values: Float64Array): Float64Array {
  const statistic = new Float64Array(values.length);
  let mean = 0;
  let squares = 0;
  for (let d = values.length - 1; d >= 0; d--) {
    const count = values.length - d;
    const deviation = values[d] - mean;
    mean += deviation / count;
    squares += deviation * (values[d] - mean);
    statistic[d] = squares / (count * count);
  }
  return statistic;
}
