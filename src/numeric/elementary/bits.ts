/**
 * The bits of a double, through one shared pair of views.
 *
 * Little-endian hosts only, like WebAssembly memory seen through typed arrays: every engine there is.
 */

/** Write a number here … */
export const float = new Float64Array(1);
/** … and find its low word at 0, sign, exponent and leading 20 bits of the significand at 1. */
export const words = new Uint32Array(float.buffer);

/** 2^k for −1022 ≤ k ≤ 1023. */
export function powerOfTwo(k: number): number {
  words[0] = 0;
  words[1] = (k + 1023) << 20;
  return float[0];
}
