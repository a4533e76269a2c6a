/** Weights that are normalised once for all observables give what each would have by itself. */
import { expect, it } from 'vitest';
import {
  estimateDerivedUnder,
  estimateMeanUnder,
  estimateWeightedDerived,
  estimateWeightedMean,
} from '../../src/statistics/estimate.ts';
import { normaliseWeights } from '../../src/statistics/weights.ts';
import { autoregressive } from './series.ts';

const LENGTHS = [3000, 1700, 2048];
const observable = (stream: number) => LENGTHS.map((length, c) => autoregressive(length, 0.6, 10 * stream + c));
const logWeights = observable(1).map((chain) => chain.map((x) => 0.4 * x));

it('to the last bit, of chains of different lengths', () => {
  const weights = normaliseWeights(logWeights);
  const [a, b] = [observable(2), observable(3)];
  const ratio = ([x, y]: readonly number[]) => (x + 5) / (y + 7);
  for (const chains of [a, b])
    expect(estimateMeanUnder(weights, chains)).toEqual(estimateWeightedMean(chains, logWeights));
  expect(estimateDerivedUnder(weights, [a, b], ratio)).toEqual(estimateWeightedDerived([a, b], logWeights, ratio));
});
