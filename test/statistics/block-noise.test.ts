/** Numbers that belong to blocks of chains. */
import { expect, it } from 'vitest';
import { blockNoise } from '../../src/statistics/block-noise.ts';

const REPLICAS = 4000;

const product = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, value, r) => sum + value * b[r], 0) / REPLICAS;
/** Of averages of products of normal numbers, with variance 1 or 2. */
const SIGMA = Math.sqrt(2 / REPLICAS);

it('is standard normal and independent from block to block and from chain to chain', () => {
  const [noise, other] = [blockNoise(2023, 1, REPLICAS), blockNoise(2023, 2, REPLICAS)];
  const all = [0, 1, 2, 3, 1000].map((index) => noise(7, index));
  for (const [i, one] of all.entries()) {
    expect(Math.abs(product(one, one) - 1)).toBeLessThan(4 * SIGMA);
    for (const later of all.slice(i + 1)) expect(Math.abs(product(one, later))).toBeLessThan(4 * SIGMA);
    expect(Math.abs(product(one, other(7, 0)))).toBeLessThan(4 * SIGMA);
  }
});

it('of a block is the sum of those of its halves over √2, at every length', () => {
  const noise = blockNoise(5, 3, 10);
  for (const level of [1, 6, 20, 24])
    for (const index of [0, 1, 5]) {
      const [whole, left, right] = [noise(level, index), noise(level - 1, 2 * index), noise(level - 1, 2 * index + 1)];
      whole.forEach((value, r) => {
        expect((left[r] + right[r]) * Math.SQRT1_2).toBeCloseTo(value, 12);
      });
    }
});

it('does not depend on what was asked for before', () => {
  const [noise, other] = [blockNoise(5, 3, 10), blockNoise(5, 3, 10)];
  other(4, 17);
  other(9, 0);
  expect(other(7, 1)).toEqual(noise(7, 1));
});
