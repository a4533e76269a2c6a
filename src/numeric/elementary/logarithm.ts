import { highWord, powerOfTwo } from './bits.ts';
import { exp, LN2_HIGH, LN2_LOW } from './exponential.ts';

/** High word of √½: significands are taken from [√½, √2). */
const HIGH_WORD_OF_ROOT_HALF = 0x3fe6a09e;
const SMALLEST_NORMAL = 2.2250738585072014e-308;
const TWO_TO_54 = 18014398509481984;

/** Natural logarithm, 0.8 units in the last place; −∞ at 0, NaN for negative numbers. */
export function log(x: number): number {
  if (x >= SMALLEST_NORMAL && x < Infinity) return logarithm(x, 0, 0);
  if (x > 0 && x < Infinity) return logarithm(x * TWO_TO_54, -54, 0);
  return x === 0 ? -Infinity : x > 0 ? x : NaN;
}

/** log(1 + x) without cancellation near x = 0. */
export function log1p(x: number): number {
  const sum = 1 + x;
  if (!(sum >= SMALLEST_NORMAL && sum < Infinity)) return log(sum);
  const rounding = x < 1 ? x - (sum - 1) : 1 - (sum - x);
  return logarithm(sum, 0, rounding / sum);
}

/** log(1 + e^x) without overflow. */
export function softplus(x: number): number {
  return x > 0 ? x + log1p(exp(-x)) : log1p(exp(x));
}

/**
 * log x + exponent·log 2 + correction for normal x > 0 and a small correction.
 *
 * With x = 2^k (1 + f) and s = f/(2 + f), log(1 + f) = 2 artanh s = f − (f²/2 − s (f²/2 + R)), R = 2 s²/3 + 2 s⁴/5 + …;
 * in this form only the first term, which is exact, is large. R/s² is the minimax polynomial in s² on 0 ≤ s ≤ (√2 − 1)/(√2 + 1)
 * (Remez exchange in 60 digits): relative error of the logarithm 2⁻⁶⁶.
 */
function logarithm(x: number, exponent: number, correction: number): number {
  const power = (highWord(x) - HIGH_WORD_OF_ROOT_HALF) >> 20;
  const k = power + exponent;
  const f = x * powerOfTwo(-power) - 1;
  const s = f / (2 + f);
  const z = s * s;
  const z2 = z * z;
  const even = 0.6666666666666666 + z2 * (0.28571428569085916 + z2 * (0.18181775666268107 + z2 * 0.13250119121123927));
  const odd = 0.4000000000000625 + z2 * (0.22222222646789394 + z2 * (0.1538709071853008 + z2 * 0.13251319290263408));
  const halfSquare = 0.5 * f * f;
  const rest = s * (halfSquare + z * (even + z * odd)) + (k * LN2_LOW + correction);
  return k * LN2_HIGH - (halfSquare - rest - f);
}
