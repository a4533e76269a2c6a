/** The log of a mean weight and the entropy-like sums with it, against normal distributions in closed form. */
import { describe, expect, it } from 'vitest';
import { fillNormal } from '../../src/numeric/normal.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { normalisedSum } from '../../src/statistics/normalisation.ts';
import { normaliseWeights } from '../../src/statistics/weights.ts';

/** Samples x of the normal distribution, with log weights a x + 700: log⟨w⟩ = 700 + a²/2, and the weighted mean of x is a. */
function samples(seed: number, slope: number) {
  const chains = [0, 1].map((chain) => {
    const x = new Float64Array(2000);
    fillNormal(philoxStream(seed, chain), x);
    return x;
  });
  return { chains, weights: normaliseWeights(chains.map((chain) => chain.map((x) => slope * x + 700))) };
}

describe('sums with the log of a mean weight', () => {
  it.each([
    ['log⟨w⟩ alone', { constant: 3, ofLogMean: 2 }, 0],
    ['with a weighted mean', { constant: 3, ofLogMean: 2 }, 1.5],
    ['that cancel to first order', { constant: 0, ofLogMean: 1 }, -0.6],
  ])('%s: the values, and errors as they scatter', (_, sum, factor) => {
    const slope = 0.6;
    const exact = sum.constant + sum.ofLogMean * (700 + slope ** 2 / 2) + factor * slope;
    const pulls = Array.from({ length: 200 }, (_, seed) => {
      const { chains, weights } = samples(seed, slope);
      const { mean, error } = normalisedSum(weights, { ...sum, ...(factor && { ofMean: { factor, chains } }) });
      return (mean - exact) / error;
    });
    const mean = pulls.reduce((total, pull) => total + pull, 0) / pulls.length;
    const square = pulls.reduce((total, pull) => total + pull * pull, 0) / pulls.length;
    // 200 pulls: their mean within 4/√200, their mean square within 4 √(2/200) of 1.
    expect(Math.abs(mean)).toBeLessThan(0.29);
    expect(Math.abs(square - 1)).toBeLessThan(0.4);
  });

  it('has the log of the mean of weights that no double can hold', () => {
    const { logMean } = normaliseWeights([Float64Array.of(2000, 2000 + Math.log(3))]);
    expect(logMean).toBeCloseTo(2000 + Math.log(2), 11);
  });
});
