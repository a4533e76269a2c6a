/** Exponents of doubles, read and written without ever writing part of a double: that would stall the processor on reading it back. */

const view = new DataView(new ArrayBuffer(8));

/** The upper 32 bits of a double, signed: sign, biased exponent (11 bits), leading 20 bits of the significand. */
export function highWord(x: number): number {
  view.setFloat64(0, x, true);
  return view.getInt32(4, true);
}

const LOWEST = -1074;
const HIGHEST = 1023;

/** 2^LOWEST … 2^HIGHEST, every one by an exact doubling. */
const powers = new Float64Array(HIGHEST - LOWEST + 1);
for (let i = 0, power = 5e-324; i < powers.length; i++, power *= 2) powers[i] = power;

/** 2^k for −1074 ≤ k ≤ 1023. */
export function powerOfTwo(k: number): number {
  return powers[k - LOWEST];
}
