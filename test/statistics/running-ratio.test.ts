/** The weighted mean of a growing series beside the estimate that a report makes of the same samples. */
import { expect, it } from 'vitest';
import { runningRatio } from '../../src/statistics/running-ratio.ts';
import { weightedMean } from '../../src/statistics/weighted.ts';
import { autoregressive } from './series.ts';

function running(values: Float64Array, logWeights: Float64Array) {
  const ratio = runningRatio();
  for (let k = 0; k < values.length; k++) ratio.add(values[k], logWeights[k]);
  return ratio.estimate();
}

it.each([0, 0.5, 1])('agrees with the report where log weights scatter by %d', (sigma) => {
  const repetitions = 40;
  let errors = 0;
  let square = 0;
  for (let r = 0; r < repetitions; r++) {
    const values = autoregressive(20_000, 0.7, 100 + r);
    // The variance is 1: the mean moves by σ.
    const logWeights = values.map((value) => 1e4 + sigma * value);
    const [ours, report] = [running(values, logWeights), weightedMean([values], [logWeights])];
    if (!ours) throw new Error('no estimate');
    expect(Math.abs(ours.mean - report.mean)).toBeLessThan(1e-9);
    errors += ours.error / report.error / repetitions;
    square += ((ours.mean - sigma) / ours.error) ** 2 / repetitions;
  }
  expect(Math.abs(errors - 1)).toBeLessThan(0.1);
  // χ²/40 of the deviations from the exact mean, within 4 σ.
  expect(Math.abs(square - 1)).toBeLessThan(4 * Math.sqrt(2 / repetitions));
});

it('says nothing before it can know', () => {
  const flat = (length: number) => new Float64Array(length);
  expect(running(flat(10), flat(10))).toBeUndefined();
  expect(running(autoregressive(1000, 0.98, 1), flat(1000))).toBeUndefined();
  const weights = flat(1000);
  weights[500] = 50;
  expect(running(autoregressive(1000, 0, 1), weights)).toBeUndefined();
});

it('knows constants', () => {
  expect(running(new Float64Array(100).fill(0.5), new Float64Array(100))).toMatchObject({ mean: 0.5, error: 0 });
});
