import { describe, expect, it } from 'vitest';
import { equalised } from '../../src/statistics/barrier.ts';
import { roundTrips } from '../../src/statistics/round-trips.ts';

describe('equalised', () => {
  it('keeps a ladder that is even', () => {
    expect(equalised([1, 2, 3], [0.3, 0.3])).toEqual([1, 2, 3]);
  });

  it('moves places to where most is rejected, and keeps the ends', () => {
    expect(equalised([0, 1, 2, 3], [0.6, 0, 0.3])).toEqual([0, 0.5, 1, 3].map((x) => expect.closeTo(x, 12)));
  });

  it('keeps a ladder in which nothing is rejected', () => {
    expect(equalised([0, 1, 2], [0, 0])).toEqual([0, 1, 2]);
  });

  it('gives equal shares of any barrier', () => {
    const rejections = [0.1, 0.7, 0.2, 0.4];
    const better = equalised([0, 1, 2, 3, 4], rejections);
    const barrier = (x: number) => rejections.reduce((sum, r, k) => sum + r * Math.min(1, Math.max(0, x - k)), 0);
    const shares = better.slice(1).map((x, k) => barrier(x) - barrier(better[k]));
    for (const share of shares) expect(share).toBeCloseTo(0.35, 12);
  });
});

describe('roundTrips', () => {
  const trips = (...steps: number[][]) =>
    roundTrips(steps[0].map((_, place) => Float64Array.from(steps, (s) => s[place])));

  it('counts from the bottom to the top and back', () => {
    expect(trips([1, 2], [2, 1], [1, 2])).toBe(1);
    expect(trips([1, 2, 3], [2, 1, 3], [2, 3, 1], [2, 1, 3], [1, 2, 3])).toBe(1);
  });

  it('counts no half of one: what began at the top has not been at the bottom', () => {
    expect(trips([1, 2], [2, 1])).toBe(0);
    expect(trips([1, 2], [1, 2], [1, 2])).toBe(0);
  });

  it('counts every label', () => {
    expect(trips([1, 2], [2, 1], [1, 2], [2, 1], [1, 2])).toBe(3);
  });
});
