import { describe, expect, it } from 'vitest';
import {
  add,
  type DoubleDouble,
  divide,
  exactProduct,
  fromDouble,
  multiply,
  ONE,
  subtract,
} from '../../src/numeric/double-double/arithmetic.ts';
import { exponential, logarithm } from '../../src/numeric/double-double/functions.ts';
import { createLinearSystem, setRow, solveLinearSystem } from '../../src/numeric/double-double/linear-system.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { fixedExp, fixedLog, toFixed } from './fixed-point.ts';

const random = philoxStream(7, 0);
const uniform = (low: number, high: number): number => low + (high - low) * random.nextUniform();
/** A number with 100 random bits. */
const longNumber = (low: number, high: number): DoubleDouble =>
  add(fromDouble(uniform(low, high)), fromDouble(1e-17 * random.nextUniform()));
const exact = (a: DoubleDouble): bigint => toFixed(a.high) + toFixed(a.low);
const UNIT = toFixed(1);
/** |a − value| as a number. */
const errorOf = (a: DoubleDouble, value: bigint): number =>
  Math.abs(Number(((exact(a) - value) * 10n ** 50n) / UNIT)) / 1e50;

describe('double-double', () => {
  it('multiplies doubles exactly', () => {
    for (let i = 0; i < 100; i++) {
      const [x, y] = [uniform(-3, 3), uniform(-3, 3)];
      expect(exact(exactProduct(x, y))).toBe((toFixed(x) * toFixed(y)) / UNIT);
    }
  });

  it('adds, multiplies and divides to 10⁻³¹', () => {
    for (let i = 0; i < 100; i++) {
      const [a, b] = [longNumber(-2, 2), longNumber(1, 2)];
      expect(errorOf(add(a, b), exact(a) + exact(b))).toBeLessThan(1e-31);
      expect(errorOf(subtract(a, b), exact(a) - exact(b))).toBeLessThan(1e-31);
      expect(errorOf(multiply(a, b), (exact(a) * exact(b)) / UNIT)).toBeLessThan(1e-31);
      expect(errorOf(divide(a, b), (exact(a) * UNIT) / exact(b))).toBeLessThan(1e-31);
    }
  });

  it('knows logarithms and exponentials to 10⁻³⁰', () => {
    for (let i = 0; i < 100; i++) {
      const a = longNumber(0.01, i % 2 ? 2 : 1e5);
      const guess = Math.log(a.high);
      expect(errorOf(logarithm(a), fixedLog(exact(a), guess))).toBeLessThan(1e-30 * Math.max(1, Math.abs(guess)));
      const b = longNumber(i % 2 ? -70 : -1, 0);
      expect(errorOf(exponential(b), fixedExp(exact(b)))).toBeLessThan(1e-30);
    }
    expect(logarithm(ONE)).toEqual({ high: 0, low: 0 });
    expect(exponential(fromDouble(-100))).toEqual({ high: 0, low: 0 });
  });

  it('solves a 9 × 9 Hilbert system, condition 5·10¹¹, to 18 digits', () => {
    const size = 9;
    const system = createLinearSystem(size);
    for (let i = 0; i < size; i++) {
      const row = Array.from({ length: size }, (_, j) => divide(ONE, fromDouble(1 + i + j)));
      // The solution is 1, −1, 1, ….
      const rightHandSide = row.reduce((sum, value, j) => (j % 2 ? subtract(sum, value) : add(sum, value)));
      setRow(system, i, [...row, rightHandSide]);
    }
    solveLinearSystem(system).forEach((x, j) => {
      expect(Math.abs(subtract(x, fromDouble(j % 2 ? -1 : 1)).high)).toBeLessThan(1e-18);
    });
  });

  it('exchanges rows where the diagonal vanishes', () => {
    const system = createLinearSystem(2);
    setRow(system, 0, [0, 2, 6].map(fromDouble));
    setRow(system, 1, [4, 1, 11].map(fromDouble));
    expect(solveLinearSystem(system).map((x) => x.high)).toEqual([2, 3]);
  });
});
