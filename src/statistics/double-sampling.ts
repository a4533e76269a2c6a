/**
 * Quantities that are measured in a part of the samples, while cheap ones that tell nearly the same are known in all: double sampling with regression
 * (W. G. Cochran, Sampling Techniques, 3rd ed., 1977, chapter 12).
 *
 * The mean is that of the regression over all samples plus that of its residuals, which are known where the quantity was measured. It is as right as without regression, whatever the covariates
 * are worth: they decide on its error only.
 */
import type { Chains } from './chains.ts';
import { dot, type Ends, orthonormalBasis, pick } from './covariates.ts';
import { LARGEST_SHARE, normaliseWeights, type Weights } from './weights.ts';

/** A quantity window by window, so that the statistics of chains apply: windows follow each other as samples do. */
export interface Windowed {
  /** One number a window, of the mean of the samples in it. */
  readonly windows: Chains;
  /** The values as they were measured, one a window. */
  readonly measured: Chains;
}

/** What all quantities that were measured in the same samples share. */
export interface DoubleSampling {
  /** The windows of a quantity, `chains[chain][sample]`; its values where it was not measured do not matter. */
  windowed(chains: Chains): Windowed;
  /** Samples in all windows. */
  readonly samples: number;
  /** Weights of the windows and of the measured samples, and the number of Kish of all samples; undefined where all samples weigh the same. */
  readonly weights?: WindowWeights | undefined;
}

export interface WindowWeights {
  readonly windows: Weights;
  readonly measured: Weights;
  readonly kishSamples: number;
}

/** Measured samples, by Kish, for each covariate. */
const SAMPLES_PER_COVARIATE = 20;

/** The samples of each chain in which something was measured: those where it is a number. */
export const endsOf = (chains: Chains): Ends => chains.map(endsOfChain);

function endsOfChain(chain: Float64Array): Int32Array {
  const ends = new Int32Array(chain.length);
  let count = 0;
  for (let k = 0; k < chain.length; k++) if (!Number.isNaN(chain[k])) ends[count++] = k;
  return ends.slice(0, count);
}

/**
 * `ends`: the measured samples, at least one in every chain. `covariates`: those that tell most first, `covariates[a][chain][sample]`; of as many as the data can bear. `logWeights`: where samples
 * carry weights. Samples after the last measured one of a chain are left out.
 */
export function doubleSampling(ends: Ends, covariates: readonly Chains[], logWeights?: Chains): DoubleSampling {
  const lengths = ends.map((chain) => chain[chain.length - 1] + 1);
  const within = (chains: Chains) => chains.map((chain, c) => chain.subarray(0, lengths[c]));
  const all = logWeights && normaliseWeights(within(logWeights));
  const samples = lengths.reduce((sum, length) => sum + length, 0);
  const measured = logWeights && normaliseWeights(split(pick(logWeights, ends), ends));
  const shares = sharesOf(ends, measured);
  const totals = windowTotals(ends, all?.values);
  const average = (chains: Chains) => windowMeans(chains, ends, totals, all?.values);
  const independent = 1 / dot(shares, shares, undefined);
  const affordable = Math.floor(independent / SAMPLES_PER_COVARIATE);
  const basis = orthonormalBasis(covariates.slice(0, affordable), ends, shares, average);
  // Residuals are smaller than they would be without a fit to these very samples.
  const fitted = Math.sqrt(independent / (independent - basis.atEnds.length));
  const stretch = residualFactors(shares, totals, fitted);
  return {
    samples,
    weights: all &&
      measured && { windows: weightsOf(totals, ends, all, measured), measured, kishSamples: all.kishSamples },
    windowed(chains) {
      const values = pick(chains, ends);
      const mean = dot(values, shares, undefined);
      const windows = new Float64Array(values.length).fill(mean);
      const residuals = values.map((value) => value - mean);
      basis.atEnds.forEach((function_, a) => {
        const slope = dot(residuals, shares, function_);
        for (let k = 0; k < windows.length; k++) {
          windows[k] += slope * basis.windows[a][k];
          residuals[k] -= slope * function_[k];
        }
      });
      for (let k = 0; k < windows.length; k++) windows[k] += stretch[k] * residuals[k];
      return { windows: split(windows, ends), measured: split(values, ends) };
    },
  };
}

/** Shares of the measured samples in their total weight. */
function sharesOf(ends: Ends, weights: Weights | undefined): Float64Array {
  const count = ends.reduce((sum, { length }) => sum + length, 0);
  if (!weights) return new Float64Array(count).fill(1 / count);
  return Float64Array.from(
    weights.values.flatMap((chain) => [...chain]),
    (weight) => weight / count,
  );
}

/** What a residual counts in its window, so that over all windows residuals count as the weights of their own samples do. */
function residualFactors(shares: Float64Array, totals: Float64Array, factor: number): Float64Array {
  const total = totals.reduce((sum, weight) => sum + weight, 0);
  return shares.map((share, k) => (factor * share * total) / totals[k]);
}

/** The weight of every window: its number of samples, or the sum of their weights. */
function windowTotals(ends: Ends, weights: Chains | undefined): Float64Array {
  return sumsOver(ends, (c, k) => (weights ? weights[c][k] : 1));
}

function windowMeans(chains: Chains, ends: Ends, totals: Float64Array, weights: Chains | undefined): Float64Array {
  const sums = sumsOver(ends, (c, k) => (weights ? weights[c][k] * chains[c][k] : chains[c][k]));
  return sums.map((sum, w) => sum / totals[w]);
}

/** Sums over windows, one chain after the other. */
function sumsOver(ends: Ends, term: (chain: number, sample: number) => number): Float64Array {
  const sums = new Float64Array(ends.reduce((sum, { length }) => sum + length, 0));
  let window = 0;
  for (const [c, chain] of ends.entries()) {
    let k = 0;
    for (const end of chain) {
      for (; k <= end; k++) sums[window] += term(c, k);
      window++;
    }
  }
  return sums;
}

/**
 * The largest share of a measured sample. Whether the chain has been where the target lies, all samples tell; and what one measured sample decides is the part that the covariates leave.
 */
const LARGEST_MEASURED_SHARE = 0.2;

/** The number of Kish is that of the measured samples, which know less than windows do. */
function weightsOf(totals: Float64Array, ends: Ends, all: Weights, measured: Weights): Weights {
  const sum = totals.reduce((partial, total) => partial + total, 0);
  const values = split(
    totals.map((total) => (total * totals.length) / sum),
    ends,
  );
  const share = (measured.largestShare * LARGEST_SHARE) / LARGEST_MEASURED_SHARE;
  const largestShare = Math.max(all.largestShare, share);
  const { kishSamples } = measured;
  return { values, logMean: all.logMean, kishSamples, largestShare, dominated: largestShare > LARGEST_SHARE };
}

/** One number a window, by chain. */
function split(windows: Float64Array, ends: Ends): Float64Array[] {
  let first = 0;
  return ends.map(({ length }) => {
    first += length;
    return windows.subarray(first - length, first);
  });
}
