import { describe, expect, it } from 'vitest';
import { rangeValues } from '../../src/spec/range.ts';

const linear = (from: number, to: number, points: number) => rangeValues({ from, to, points, spacing: 'linear' });
const geometric = (from: number, to: number, points: number) => rangeValues({ from, to, points, spacing: 'geometric' });

describe('linear', () => {
  it('has the decimals that one would write', () => {
    expect(linear(0.03, 0.3, 10)).toEqual([0.03, 0.06, 0.09, 0.12, 0.15, 0.18, 0.21, 0.24, 0.27, 0.3]);
    expect(linear(3, -3, 7)).toEqual([3, 2, 1, 0, -1, -2, -3]);
  });

  it('goes through 0 itself, and not −0', () => {
    const values = linear(-0.3, 0.3, 7);
    expect(values).toEqual([-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3]);
    expect(Object.is(values[3], 0)).toBe(true);
  });

  it('keeps its ends as they are written', () => {
    const [from, to] = [0.1234567890123456, 0.6543210987654321];
    const values = linear(from, to, 5);
    expect([values[0], values[4]]).toEqual([from, to]);
    expect(values[2]).toBe(0.388888943889);
  });

  it('spans all doubles', () => {
    expect(linear(-1e308, 1e308, 3)).toEqual([-1e308, 0, 1e308]);
    expect(linear(1e-300, 3e-300, 2)).toEqual([1e-300, 3e-300]);
    expect(linear(1e22, 3e22, 3)[1]).toBe(2e22);
  });
});

describe('geometric', () => {
  it('has equal ratios', () => {
    expect(geometric(0.01, 1, 5)).toEqual([0.01, 0.0316227766017, 0.1, 0.316227766017, 1]);
    expect(geometric(-1, -1000, 4)).toEqual([-1, -10, -100, -1000]);
    expect(geometric(8, 1, 4)).toEqual([8, 4, 2, 1]);
  });
});
