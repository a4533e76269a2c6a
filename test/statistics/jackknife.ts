/** The jackknife, another way to the errors of derived quantities, to hold linear propagation against. */
import { exp, log } from '../../src/numeric/elementary.ts';
import type { Chains } from '../../src/statistics/chains.ts';
import { type FunctionOfMeans, gammaDerived } from '../../src/statistics/derived.ts';

export interface JackknifeAnalysis {
  /** f of the means, its bias of order 1/N removed. */
  readonly mean: number;
  readonly error: number;
  readonly bins: number;
}

/** Consecutive samples of all observables, summed relative to the very first ones, so that constants stay constant to the bit. */
interface Bin {
  readonly length: number;
  readonly sums: readonly number[];
}

/**
 * f(means) of several observables on the same chains, `observables[α][chain][sample]`, by leaving out one bin of samples at a time.
 *
 * A bin holds (2 N τ²)^{1/3} samples, with τ of f by the Γ-method: there the bias of the error from correlated bins, −τ/bin, plus the
 * noise of few bins, √(2 bin/N), is least (U. Wolff, hep-lat/0306017). Bins end where chains end, so they differ a little
 * in length; the weights for that are those of F. Busing, E. Meijer and R. van der Leeden, Stat. Comput. 9, 3 (1999).
 * The Γ-method has the smaller error of the error: take the jackknife where f bends strongly within one error bar.
 */
export function jackknife(observables: readonly Chains[], f: FunctionOfMeans): JackknifeAnalysis {
  const { samples, tau } = gammaDerived(observables, f);
  const binLength = exp(log(2 * samples * tau * tau) / 3);
  const bins = observables[0].flatMap((chain, c) => chainBins(observables, c, chain.length, binLength));
  const origins = observables.map((chains) => chains[0][0]);
  return leaveOneOut(bins, samples, (means) => f(means.map((mean, a) => origins[a] + mean)));
}

/** One chain in bins of at least `binLength` samples where it is that long, all of the same length up to one. */
function chainBins(observables: readonly Chains[], c: number, length: number, binLength: number): Bin[] {
  const count = Math.max(1, Math.floor(length / binLength));
  return Array.from({ length: count }, (_, k) => {
    const start = Math.floor((k * length) / count);
    const end = Math.floor(((k + 1) * length) / count);
    const sums = observables.map((chains) =>
      chains[c].subarray(start, end).reduce((sum, sample) => sum + (sample - chains[0][0]), 0),
    );
    return { length: end - start, sums };
  });
}

/** f takes means relative to the first samples. With a single bin nothing is known about the error: NaN. */
function leaveOneOut(bins: readonly Bin[], samples: number, f: FunctionOfMeans): JackknifeAnalysis {
  const totals = bins[0].sums.map((_, a) => bins.reduce((sum, bin) => sum + bin.sums[a], 0));
  const whole = f(totals.map((total) => total / samples));
  // Pseudovalues, relative to f of all samples.
  const shifts = bins.map(({ length, sums }) => {
    const without = f(totals.map((total, a) => (total - sums[a]) / (samples - length)));
    return (samples / length - 1) * (whole - without);
  });
  const shift = bins.reduce((sum, bin, k) => sum + (bin.length / samples) * shifts[k], 0);
  const squares = bins.map(({ length }, k) => {
    const deviation = shifts[k] - shift;
    return (deviation * deviation) / (samples / length - 1);
  });
  const variance = squares.reduce((sum, square) => sum + square, 0) / bins.length;
  return { mean: whole + shift, error: Math.sqrt(variance), bins: bins.length };
}
