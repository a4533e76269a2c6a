import { expect, it } from 'vitest';
import { angleTurns } from '../../src/numeric/elementary.ts';

it('is the angle of a vector in turns', () => {
  for (let k = -5000; k <= 5000; k++) {
    const angle = k / 1591.6;
    const [x, y] = [3 * Math.cos(angle), 3 * Math.sin(angle)];
    expect(Math.abs(angleTurns(x, y) - Math.atan2(y, x) / (2 * Math.PI))).toBeLessThan(2.3e-16);
  }
});

it('knows the axes, and small angles to their last digits', () => {
  expect([angleTurns(1, 0), angleTurns(0, 1), angleTurns(-1, 0), angleTurns(0, -1), angleTurns(0, 0)]).toEqual([
    0, 0.25, 0.5, -0.25, 0,
  ]);
  expect(angleTurns(1, 1)).toBe(0.125);
  expect(angleTurns(1, 1e-200) * 2 * Math.PI).toBeCloseTo(1e-200, 210);
});
