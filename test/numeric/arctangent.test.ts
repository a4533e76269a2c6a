import { expect, it } from 'vitest';
import { atan } from '../../src/numeric/elementary.ts';

it('undoes the tangent, whatever the size', () => {
  for (let k = -5000; k <= 5000; k++) {
    const x = Math.sinh(k / 200);
    expect(Math.abs(atan(x) / Math.atan(x) - (k === 0 ? Number.NaN : 1))).not.toBeGreaterThan(5e-16);
  }
  expect(atan(0)).toBe(0);
  expect(atan(1)).toBe(Math.PI / 4);
  expect(atan(Number.POSITIVE_INFINITY)).toBe(Math.PI / 2);
  expect(atan(1e-200)).toBe(1e-200);
  expect(atan(Number.NaN)).toBeNaN();
});
