/**
 * exp, log and their relatives, operation by operation as in src/numeric/elementary/, which explains them: bit-identical on both sides.
 */

const LN2_HIGH: f64 = 0.6931471803691238;
const LN2_LOW: f64 = 1.9082149292705877e-10;
const LOG2E: f64 = 1.4426950408889634;
const HIGH_WORD_OF_ROOT_HALF: i32 = 0x3fe6a09e;

/** e^x − 1 for x ≤ 40; not a number where x is none. */
export function expm1(x: f64): f64 {
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

/** log(1 + x) for 1 + x at least the smallest normal number; −∞ where rounding has made 1 + x zero. */
export function log1p(x: f64): f64 {
  const sum = 1 + x;
  if (sum == 0) return -Infinity;
  const rounding = x < 1 ? x - (sum - 1) : 1 - (sum - x);
  return logarithm(sum, rounding / sum);
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

/** log x + correction for normal x. */
// @ts-ignore: decorator
@inline
function logarithm(x: f64, correction: f64): f64 {
  const k = (<i32>(reinterpret<u64>(x) >> 32) - HIGH_WORD_OF_ROOT_HALF) >> 20;
  const f = x * powerOfTwo(-k) - 1;
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
