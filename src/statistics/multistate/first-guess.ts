/** Where the search for log Z begins. */
import type { MultistateSamples } from './samples.ts';

/**
 * log Z of all states, the first 0, to second order in the distances of states: log Z_j − log Z_i lies between the means of log q_j − log q_i over the samples of i and over those of j
 * (Gibbs and Bogoliubov), and is taken to be halfway. States are joined one by one, each to the one that is nearest to it, by the difference of the two bounds.
 */
export function firstGuess(samples: MultistateSamples, totals: Float64Array): Float64Array {
  const means = meanLogDensities(samples, totals);
  const states = totals.length;
  const guess = new Float64Array(states);
  const joined = new Set([0]);
  while (joined.size < states) {
    let best = { from: 0, to: 0, distance: Infinity };
    for (const from of joined)
      for (let to = 0; to < states; to++) {
        const distance = means[to][to] - means[from][to] - (means[to][from] - means[from][from]);
        if (!joined.has(to) && distance < best.distance) best = { from, to, distance };
      }
    const { from, to } = best;
    guess[to] = guess[from] + (means[to][to] - means[from][to] + means[to][from] - means[from][from]) / 2;
    joined.add(to);
  }
  return guess;
}

/** `means[k][i]`: the mean of log q_k over the samples of state i. */
function meanLogDensities({ logDensities, counts, pieces }: MultistateSamples, totals: Float64Array): Float64Array[] {
  return logDensities.map((logDensity) => {
    const sums = new Float64Array(totals.length);
    for (const { state, first, end } of pieces)
      for (let n = first; n < end; n++) sums[state] += counts[n] * logDensity[n];
    return sums.map((sum, state) => sum / totals[state]);
  });
}
