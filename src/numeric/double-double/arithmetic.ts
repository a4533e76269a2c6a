/**
 * Numbers as unevaluated sums of two doubles, about 32 decimal digits.
 *
 * T. J. Dekker, Numer. Math. 18, 224 (1971). For constructions that run once, not for hot code.
 */

/** The number high + low, with |low| at most half a unit in the last place of high. */
export interface DoubleDouble {
  readonly high: number;
  readonly low: number;
}

export const ZERO: DoubleDouble = { high: 0, low: 0 };
export const ONE: DoubleDouble = { high: 1, low: 0 };

/** Multiplying with 2^27 + 1 splits a double into two halves of 26 bits. */
const SPLITTER = 134217729;

export const fromDouble = (x: number): DoubleDouble => ({ high: x, low: 0 });
export const toDouble = (a: DoubleDouble): number => a.high + a.low;
export const negate = (a: DoubleDouble): DoubleDouble => ({ high: -a.high, low: -a.low });

/** The product x·y, exactly. */
export function exactProduct(x: number, y: number): DoubleDouble {
  const high = x * y;
  return { high, low: productRounding(x, y, high) };
}

/** The rounding error x·y − product, exactly, where product is the rounded x·y. */
export function productRounding(x: number, y: number, product: number): number {
  const xHigh = x * SPLITTER - (x * SPLITTER - x);
  const xLow = x - xHigh;
  const yHigh = y * SPLITTER - (y * SPLITTER - y);
  const yLow = y - yHigh;
  return xHigh * yHigh - product + xHigh * yLow + xLow * yHigh + xLow * yLow;
}

/** The rounding error x + y − sum, exactly, where sum is the rounded x + y (Knuth). */
export function sumRounding(x: number, y: number, sum: number): number {
  const added = sum - x;
  return x - (sum - added) + (y - added);
}

/** The sum high + low as a normalised pair; |high| ≥ |low|. */
function normalize(high: number, low: number): DoubleDouble {
  const sum = high + low;
  return { high: sum, low: low - (sum - high) };
}

export function add(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const sum = a.high + b.high;
  return normalize(sum, sumRounding(a.high, b.high, sum) + (a.low + b.low));
}

export const subtract = (a: DoubleDouble, b: DoubleDouble): DoubleDouble => add(a, negate(b));

export function multiply(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const product = a.high * b.high;
  return normalize(product, productRounding(a.high, b.high, product) + (a.high * b.low + a.low * b.high));
}

export function divide(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const quotient = a.high / b.high;
  const rest = subtract(a, multiply(b, fromDouble(quotient)));
  return normalize(quotient, rest.high / b.high);
}
