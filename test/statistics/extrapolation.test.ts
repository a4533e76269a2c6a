/** Straight lines to x = 0 through values that share noise. */
import { expect, it } from 'vitest';
import { philoxStream } from '../../src/numeric/philox.ts';
import { extrapolated, type ReplicatedPoint } from '../../src/statistics/extrapolation.ts';
import { normal, pulls } from './curves.ts';

/** Values of 2 + 3 x whose noise is shared by neighbours. */
function points(seed: number): ReplicatedPoint[] {
  const random = philoxStream(41, seed);
  const noise = () => Array.from({ length: 6 }, () => 0.01 * normal(random));
  const shared = (own: readonly number[], k: number) => own[k] - own[k + 1];
  const truth = noise();
  const replicas = Array.from({ length: 200 }, noise);
  return [0.1, 0.15, 0.2, 0.25, 0.3].map((x, k) => {
    const mean = 2 + 3 * x + shared(truth, k);
    return { x, mean, replicas: Float64Array.from(replicas, (own) => mean + shared(own, k)) };
  });
}

it('has errors that cover the truth, and a χ² as it should be', () => {
  const all = Array.from({ length: 200 }, (_, seed) => extrapolated(points(seed))).filter((one) => one !== undefined);
  const { mean, variance } = pulls(
    all.map(({ value }) => value),
    2,
  );
  expect(Math.abs(mean)).toBeLessThan(3 / Math.sqrt(200));
  expect(Math.abs(variance - 1)).toBeLessThan(3 * Math.sqrt(2 / 200));
  const chiSquare = all.reduce((sum, one) => sum + one.chiSquare, 0) / all.length;
  expect(all[0].degrees).toBe(3);
  expect(Math.abs(chiSquare - 3)).toBeLessThan(3 * Math.sqrt(6 / 200));
});

it('passes over replicas that some point does not have', () => {
  const whole = points(1);
  const [first, ...rest] = whole;
  const hole = first.replicas.map((value, r) => (r === 7 ? Number.NaN : value));
  const found = extrapolated([{ ...first, replicas: hole }, ...rest]);
  expect(found?.value.replicas).toHaveLength(199);
});

it('takes three points', () => {
  expect(extrapolated(points(1).slice(0, 2))).toBeUndefined();
  expect(extrapolated([])).toBeUndefined();
});
