import { expect, it } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { driftScore } from '../../src/statistics/drift.ts';
import { compareStarts } from '../../src/statistics/starts.ts';
import { warmUpLength } from '../../src/statistics/truncation.ts';
import { autoregressive, varianceOfMean } from './series.ts';

const shifted = (chain: Float64Array, shift: (k: number) => number) => chain.map((value, k) => value + shift(k));
/** A start 20 standard deviations off, which relaxes within `time` samples. */
const relaxing = (time: number, stream: number) =>
  shifted(autoregressive(5000, 0.6, stream), (k) => 20 * Math.exp(-k / time));

/** The rule by its formula, without running sums. */
function plainRule(chain: Float64Array): number {
  const means = Array.from({ length: Math.floor(chain.length / 5) }, (_, b) =>
    chain.subarray(5 * b, 5 * b + 5).reduce((sum, value) => sum + value / 5, 0),
  );
  const statistic = means.map((_, d) => {
    const rest = means.slice(d);
    const mean = rest.reduce((sum, value) => sum + value, 0) / rest.length;
    return rest.reduce((sum, value) => sum + (value - mean) ** 2, 0) / rest.length ** 2;
  });
  const candidates = statistic.slice(0, Math.floor(means.length / 2) + 1);
  return 5 * candidates.indexOf(Math.min(...candidates));
}

it.each([1, 2, 3, 4])('drops what the marginal standard error rule says, series %i', (stream) => {
  for (const chain of [autoregressive(503, 0.5, stream), relaxing(40, stream).subarray(0, 700)])
    expect(warmUpLength(chain).discard).toBe(plainRule(chain));
});

it.each([20, 100])('leaves less bias than error of a start that relaxes within %i samples', (time) => {
  const chain = relaxing(time, 1);
  const { discard, settled } = warmUpLength(chain);
  expect(settled).toBe(true);
  const rest = chain.length - discard;
  const bias = (20 * time * Math.exp(-discard / time)) / rest;
  expect(bias).toBeLessThan(Math.sqrt(varianceOfMean(rest, 0.6)));
  expect((20 * time) / chain.length).toBeGreaterThan(2 * Math.sqrt(varianceOfMean(chain.length, 0.6)));
  // 20 e^{−8} is a tenth of the error of the mean.
  expect(discard).toBeLessThan(8 * time);
});

it('leaves bias where relaxation is far slower than the correlations, which the drift score sees', () => {
  const chain = relaxing(300, 1);
  const { discard } = warmUpLength(chain);
  expect(20 * Math.exp(-discard / 300)).toBeLessThan(2);
  expect(driftScore([chain.subarray(discard)])).toBeGreaterThan(4);
});

it('drops exactly a step, up to a batch', () => {
  const { discard } = warmUpLength(shifted(autoregressive(5000, 0, 1), (k) => (k < 1000 ? 3 : 0)));
  expect(Math.abs(discard - 1000)).toBeLessThanOrEqual(5);
});

it('drops little of a chain that starts in equilibrium', () => {
  const discards = Array.from({ length: 200 }, (_, r) => warmUpLength(autoregressive(2000, 0.5, r)).discard);
  expect(discards.reduce((sum, discard) => sum + discard, 0) / 200).toBeLessThan(0.1 * 2000);
});

it('is not settled while the chain drifts, and is settled for constants and very short chains', () => {
  expect(warmUpLength(Float64Array.from({ length: 1000 }, (_, k) => k)).settled).toBe(false);
  expect(warmUpLength(new Float64Array(1000).fill(0.1))).toEqual({ discard: 0, settled: true });
  expect(warmUpLength(Float64Array.of(1, 2, 3))).toEqual({ discard: 0, settled: true });
});

const start = (label: string, offset: number, streams: number[], count = 2000) => ({
  label,
  chains: streams.map((stream) => shifted(autoregressive(count, 0.5, stream), () => offset)),
});

it('lets starts agree that do, and names the pair that does not', () => {
  const hot = start('hot', 0, [1, 2]);
  const neel = start('Néel', 0, [3, 4]);
  const ferromagnet = start('ferromagnet', 0.5, [5, 6]);
  expect(compareStarts([hot, neel]).verdict).toBe('agree');
  const { verdict, extremes, zScore, analyses } = compareStarts([hot, neel, ferromagnet]);
  expect(verdict).toBe('differ');
  expect(extremes[1]).toBe('ferromagnet');
  expect(zScore).toBeLessThan(-4);
  expect(analyses.length).toBe(3);
});

it('has normal z-scores for starts that agree', () => {
  const squares = Array.from({ length: 400 }, (_, r) => {
    const { zScore } = compareStarts([start('hot', 0, [5000 + 2 * r]), start('cold', 0, [5001 + 2 * r])]);
    return zScore * zScore;
  });
  const average = squares.reduce((sum, square) => sum + square, 0) / squares.length;
  // χ² of 400: 4 sigma are 4 √(2/400).
  expect(Math.abs(average - 1)).toBeLessThan(4 * Math.sqrt(2 / 400));
});

it('does not decide on too little data, and knows constants', () => {
  expect(compareStarts([start('hot', 0, [1], 60), start('cold', 1, [2], 60)]).verdict).toBe('undecided');
  const constant = (label: string, value: number) => ({ label, chains: [new Float64Array(100).fill(value)] });
  expect(compareStarts([constant('hot', 1), constant('cold', 1)])).toMatchObject({ verdict: 'agree', zScore: 0 });
  expect(compareStarts([constant('hot', 2), constant('cold', 1)])).toMatchObject({
    verdict: 'differ',
    zScore: Infinity,
  });
  expect(() => compareStarts([constant('hot', 1)])).toThrow(InputError);
});

it('scores the drift between the first tenth and the last half', () => {
  const scores = Array.from({ length: 400 }, (_, r) => driftScore([autoregressive(2000, 0.5, 7000 + r)]));
  const average = scores.reduce((sum, score) => sum + score * score, 0) / scores.length;
  expect(Math.abs(average - 1)).toBeLessThan(4 * Math.sqrt(2 / 400));
  const chain = autoregressive(1000, 0.5, 1);
  const raised = (from: number, to: number) => driftScore([shifted(chain, (k) => (k >= from && k < to ? 1 : 0))]);
  expect(raised(100, 500)).toBe(raised(0, 0));
  expect(raised(99, 100)).toBeGreaterThan(raised(0, 0));
  expect(raised(0, 1000)).toBeCloseTo(raised(0, 0), 10);
  expect(driftScore([relaxing(100, 1)])).toBeGreaterThan(10);
  expect(driftScore([new Float64Array(100).fill(0.1)])).toBe(0);
});
