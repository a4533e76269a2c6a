/** The mixture of all states, each with as many samples as it has: what the samples are drawn from, taken together. */
import { exp, log } from '../../numeric/elementary.ts';
import type { MultistateSamples } from './samples.ts';

export interface Mixture {
  /** log Σ_k N_k q_k/Z_k at every sample. */
  readonly logDensity: Float64Array;
  /** N_k q_k/Z_k over the mixture, by sample, then state: the probability that a sample is one of state k, given where it lies. */
  readonly shares: Float64Array;
}

/** The mixture for given log Z. `totals`: N_k. */
export function mixtureOf(
  { logDensities, counts }: MultistateSamples,
  totals: Float64Array,
  logPartitions: Float64Array,
): Mixture {
  const states = logDensities.length;
  const logDensity = new Float64Array(counts.length);
  const shares = new Float64Array(counts.length * states);
  const offsets = totals.map((total, k) => log(total) - logPartitions[k]);
  for (let n = 0; n < counts.length; n++) {
    const row = n * states;
    let largest = -Infinity;
    for (let k = 0; k < states; k++) {
      shares[row + k] = logDensities[k][n] + offsets[k];
      if (shares[row + k] > largest) largest = shares[row + k];
    }
    let sum = 0;
    for (let k = 0; k < states; k++) {
      shares[row + k] = exp(shares[row + k] - largest);
      sum += shares[row + k];
    }
    for (let k = 0; k < states; k++) shares[row + k] /= sum;
    logDensity[n] = largest + log(sum);
  }
  return { logDensity, shares };
}

/** Σ_n m_n p_kn by state, which is N_k at the solution. */
export function expectedCounts({ counts }: MultistateSamples, { shares }: Mixture, states: number): Float64Array {
  const expected = new Float64Array(states);
  for (let n = 0; n < counts.length; n++)
    for (let k = 0; k < states; k++) expected[k] += counts[n] * shares[n * states + k];
  return expected;
}

/** Σ_n m_n (δ_jk p_jn − p_jn p_kn), row by row: how the expected counts change with −log Z. */
export function curvature({ counts }: MultistateSamples, { shares }: Mixture, states: number): Float64Array {
  const matrix = new Float64Array(states * states);
  for (let n = 0; n < counts.length; n++) {
    const row = n * states;
    for (let j = 0; j < states; j++) {
      const share = counts[n] * shares[row + j];
      if (share === 0) continue;
      for (let k = 0; k <= j; k++) matrix[j * states + k] -= share * shares[row + k];
      matrix[j * states + j] += share;
    }
  }
  for (let j = 0; j < states; j++) for (let k = 0; k < j; k++) matrix[k * states + j] = matrix[j * states + k];
  return matrix;
}
