/**
 * exp, log and their relatives, operation by operation as in src/numeric/elementary/, which explains them: bit-identical on both sides.
 */

const LN2_HIGH: f64 = 0.6931471803691238;
const LN2_LOW: f64 = 1.9082149292705877e-10;
const LOG2E: f64 = 1.4426950408889634;
const HIGH_WORD_OF_ROOT_HALF: i32 = 0x3fe6a09e;

const LARGEST: f64 = 709.782712893384;
const SMALLEST: f64 = -745.1332191019412;
const SMALLEST_NORMAL: f64 = 2.2250738585072014e-308;
const TWO_TO_54: f64 = 18014398509481984;
const TWO_TO_1000: f64 = 1.0715086071862673e301;

/** e^x. */
export function exp(x: f64): f64 {
  if (x > LARGEST) return Infinity;
  if (x < SMALLEST) return 0;
  if (x != x) return x;
  const k = Math.floor(x * LOG2E + 0.5);
  const high = x - k * LN2_HIGH;
  const r = high - k * LN2_LOW;
  const rest = high - r - k * LN2_LOW + r * r * remainder(r);
  const sum = 1 + r;
  const value = sum + (r - (sum - 1) + rest);
  const half = <i32>k >> 1;
  return value * powerOfTwo(half) * powerOfTwo(<i32>k - half);
}

/** e^x − 1; not a number where x is none. */
export function expm1(x: f64): f64 {
  if (x > 40) return exp(x);
  if (x < -40) return -1;
  if (x != x) return x;
  const k = Math.floor(x * LOG2E + 0.5);
  const high = x - k * LN2_HIGH;
  const r = high - k * LN2_LOW;
  const rest = high - r - k * LN2_LOW + r * r * remainder(r);
  if (k == 0) return r + rest;
  const scale = powerOfTwo(<i32>k);
  const offset = 1 - 1 / scale;
  const sum = offset + r;
  const rounding = offset - (sum - (sum - offset)) + (r - (sum - offset));
  return scale * (sum + (rounding + rest));
}

/** log x; −∞ at 0, not a number for negative ones. */
export function log(x: f64): f64 {
  if (x >= SMALLEST_NORMAL && x < TWO_TO_1000) return logarithm(x, 0, 0);
  if (x > 0 && x < SMALLEST_NORMAL) return logarithm(x * TWO_TO_54, -54, 0);
  // Exponents of the largest numbers have no inverse among normal ones.
  if (x >= TWO_TO_1000 && x < Infinity) return logarithm(x / TWO_TO_54, 54, 0);
  return x == 0 ? -Infinity : x > 0 ? x : NaN;
}

/** log(1 + x). */
export function log1p(x: f64): f64 {
  const sum = 1 + x;
  if (!(sum >= SMALLEST_NORMAL && sum < TWO_TO_1000)) return log(sum);
  const rounding = x < 1 ? x - (sum - 1) : 1 - (sum - x);
  return logarithm(sum, 0, rounding / sum);
}

/** (e^r − 1 − r)/r². */
// @ts-ignore: decorator
@inline
function remainder(r: f64): f64 {
  const s = r * r;
  const even = 1.0 / 2 + s * (1.0 / 24 + s * (1.0 / 720 + s * (1.0 / 40320 + s * (1.0 / 3628800 + s * (1.0 / 479001600)))));
  const odd = 1.0 / 6 + s * (1.0 / 120 + s * (1.0 / 5040 + s * (1.0 / 362880 + s * (1.0 / 39916800 + s * (1.0 / 6227020800)))));
  return even + r * odd;
}

/** log x + exponent·log 2 + correction for normal x < 2^1001. */
// @ts-ignore: decorator
@inline
function logarithm(x: f64, exponent: i32, correction: f64): f64 {
  const power = (<i32>(reinterpret<u64>(x) >> 32) - HIGH_WORD_OF_ROOT_HALF) >> 20;
  const k = power + exponent;
  const f = x * powerOfTwo(-power) - 1;
  const s = f / (2 + f);
  const z = s * s;
  const z2 = z * z;
  const even = 0.6666666666666666 + z2 * (0.28571428569085916 + z2 * (0.18181775666268107 + z2 * 0.13250119121123927));
  const odd = 0.4000000000000625 + z2 * (0.22222222646789394 + z2 * (0.1538709071853008 + z2 * 0.13251319290263408));
  const halfSquare = 0.5 * f * f;
  const rest = s * (halfSquare + z * (even + z * odd)) + (<f64>k * LN2_LOW + correction);
  return <f64>k * LN2_HIGH - (halfSquare - rest - f);
}

/** 2^k for −1022 ≤ k ≤ 1023. */
// @ts-ignore: decorator
@inline
function powerOfTwo(k: i32): f64 {
  return reinterpret<f64>((<u64>(k + 1023)) << 52);
}
