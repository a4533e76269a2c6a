import { powerOfTwo } from './bits.ts';

/** ln 2 = LN2_HIGH + LN2_LOW; the first has 32 significant bits, so that its products with exponents are exact. */
export const LN2_HIGH = 0.6931471803691238;
export const LN2_LOW = 1.9082149292705877e-10;
/** exp overflows above the first, and is zero below the second. */
const LARGEST = 709.782712893384;
const SMALLEST = -745.1332191019412;

/** The exponential e^x, good to 0.6 units in the last place. */
export function exp(x: number): number {
  if (x > LARGEST) return Infinity;
  if (x < SMALLEST) return 0;
  if (Number.isNaN(x)) return x;
  const k = Math.floor(x * Math.LOG2E + 0.5);
  const high = x - k * LN2_HIGH;
  const r = high - k * LN2_LOW;
  const rest = high - r - k * LN2_LOW + r * r * remainder(r);
  const sum = 1 + r;
  const value = sum + (r - (sum - 1) + rest);
  // Two factors, since 2^k alone is out of range at both ends; only the last product may round.
  const half = k >> 1;
  return value * powerOfTwo(half) * powerOfTwo(k - half);
}

/** e^x − 1 without cancellation near x = 0. */
export function expm1(x: number): number {
  if (x > 40) return exp(x);
  if (x < -40) return -1;
  if (Number.isNaN(x)) return x;
  const k = Math.floor(x * Math.LOG2E + 0.5);
  const high = x - k * LN2_HIGH;
  const r = high - k * LN2_LOW;
  const rest = high - r - k * LN2_LOW + r * r * remainder(r);
  if (k === 0) return r + rest;
  // e^x − 1 = 2^k ((1 − 2^−k) + (e^r − 1)), the two largest terms added with their rounding error.
  const scale = powerOfTwo(k);
  const offset = 1 - 1 / scale;
  const sum = offset + r;
  const rounding = offset - (sum - (sum - offset)) + (r - (sum - offset));
  return scale * (sum + (rounding + rest));
}

/** (e^r − 1 − r)/r² for |r| ≤ ln(2)/2: its Taylor series up to r^11, which leaves 4·10⁻¹⁸ of e^r. */
function remainder(r: number): number {
  const s = r * r;
  const even = 1 / 2 + s * (1 / 24 + s * (1 / 720 + s * (1 / 40320 + s * (1 / 3628800 + s * (1 / 479001600)))));
  const odd = 1 / 6 + s * (1 / 120 + s * (1 / 5040 + s * (1 / 362880 + s * (1 / 39916800 + s * (1 / 6227020800)))));
  return even + r * odd;
}
