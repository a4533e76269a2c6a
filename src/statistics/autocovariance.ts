import type { ChainByChain } from './chain-by-chain.ts';
import { type FourierTransform, fourierTransform } from './fourier.ts';

/**
 * Γ(t) = Σ_r Σ_s δ_r(s) δ_r(s + t) / Σ_r (N_r − t) for t = 0 … lags − 1, from deviations δ of the mean along chains r of lengths N_r.
 *
 * The estimator of U. Wolff, hep-lat/0306017, for chains of any lengths; the longest has at least `lags` samples.
 *
 * Time O(N log lags). A chain is cut into segments a_0, a_1, … of at least `lags` samples, each padded with as many zeros. With their
 * transforms A_j, that of a_j followed by a_{j+1} is A_j + (−1)^k A_{j+1}, so Σ_j conj(A_j) (A_j + (−1)^k A_{j+1}) is that of the sums.
 */
export function autocovariance(deviations: ChainByChain, lags: number): Float64Array {
  const size = 2 * powerOfTwoFrom(lags);
  const transform = fourierTransform(size);
  const spectrum = new Float64Array(2 * size);
  for (const chain of deviations.lengths.keys()) addSpectrum(deviations.of(chain), transform, spectrum);
  const sums = transform(spectrum);
  // A forward transform in place of the inverse one gives the sums at time −t, times the size.
  const sum = (t: number) => sums[2 * ((size - t) % size)] / size;
  return Float64Array.from({ length: lags }, (_, t) => sum(t) / countPairs(deviations.lengths, t));
}

function powerOfTwoFrom(least: number): number {
  let power = 1;
  while (power < least) power *= 2;
  return power;
}

function countPairs(lengths: readonly number[], lag: number): number {
  return lengths.reduce((sum, length) => sum + Math.max(0, length - lag), 0);
}

/** Adds the sum over segments of one chain; its first half is the real part of the segments, its second half the imaginary one. */
function addSpectrum(chain: Float64Array, transform: FourierTransform, spectrum: Float64Array): void {
  const length = spectrum.length / 4;
  const segments = Math.ceil(chain.length / (2 * length));
  const padded = new Float64Array(spectrum.length);
  const previous = new Float64Array(spectrum.length);
  for (let j = 0; j <= segments; j++) {
    loadSegment(chain, j * length, segments * length, padded);
    const current = transform(padded);
    if (j > 0) addProducts(previous, current, spectrum);
    previous.set(current);
  }
}

/** Samples start … start + lags − 1 as real parts, those `offset` later as imaginary parts; zero beyond the end. */
function loadSegment(chain: Float64Array, start: number, offset: number, padded: Float64Array): void {
  padded.fill(0);
  const length = padded.length / 4;
  const reals = Math.min(length, chain.length - start);
  for (let s = 0; s < reals; s++) padded[2 * s] = chain[start + s];
  const imaginaries = Math.min(length, chain.length - start - offset);
  for (let s = 0; s < imaginaries; s++) padded[2 * s + 1] = chain[start + offset + s];
}

/** spectrum_k += conj(A_k) (A_k + (−1)^k B_k) */
function addProducts(a: Float64Array, b: Float64Array, spectrum: Float64Array): void {
  for (let i = 0, sign = 1; i < spectrum.length; i += 2, sign = -sign) {
    const real = a[i] + sign * b[i];
    const imaginary = a[i + 1] + sign * b[i + 1];
    spectrum[i] += a[i] * real + a[i + 1] * imaginary;
    spectrum[i + 1] += a[i] * imaginary - a[i + 1] * real;
  }
}
