import { describe, expect, it } from 'vitest';
import { equalised } from '../../src/statistics/barrier.ts';
import { ladderTravel } from '../../src/statistics/ladder-travel.ts';

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

/** By step, the labels at all places. */
const travel = (...steps: number[][]) =>
  ladderTravel(steps[0].map((_, place) => Float64Array.from(steps, (labels) => labels[place])));

describe('round trips', () => {
  const trips = (...steps: number[][]) => travel(...steps).roundTrips;

  it('go from the bottom to the top and back', () => {
    expect(trips([1, 2], [2, 1], [1, 2])).toBe(1);
    expect(trips([1, 2, 3], [2, 1, 3], [2, 3, 1], [2, 1, 3], [1, 2, 3])).toBe(1);
  });

  it('are no halves of one: what began at the top has not been at the bottom', () => {
    expect(trips([1, 2], [2, 1])).toBe(0);
    expect(trips([1, 2], [1, 2], [1, 2])).toBe(0);
  });

  it('are those of every label', () => {
    expect(trips([1, 2], [2, 1], [1, 2], [2, 1], [1, 2])).toBe(3);
  });
});

describe('where labels come from', () => {
  it('is the end at which they were last, and neither before that', () => {
    const { fromHighest, fromLowest } = travel([1, 2, 3], [2, 1, 3], [2, 3, 1], [2, 1, 3]);
    // In the middle: 2 from nowhere, 1 from the lowest place, 3 from the highest, 1 from the highest.
    expect(fromHighest).toEqual([0, 2, 4]);
    expect(fromLowest).toEqual([4, 1, 0]);
  });

  it('is either one equally often inside a ladder in which all exchanges are accepted', () => {
    const count = 6;
    const labels = Array.from({ length: count }, (_, k) => k + 1);
    const steps = Array.from({ length: 600 }, (_, step) => {
      for (let k = step % 2; k + 1 < count; k += 2) [labels[k], labels[k + 1]] = [labels[k + 1], labels[k]];
      return [...labels];
    });
    const { fromHighest, fromLowest } = travel(...steps);
    const shares = fromHighest.map((steps, place) => steps / (steps + fromLowest[place]));
    expect(shares).toEqual([0, 0.5, 0.5, 0.5, 0.5, 1].map((share) => expect.closeTo(share, 1)));
  });
});
