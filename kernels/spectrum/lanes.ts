/** What both reductions share. */

/** Sums of squares below this are not accurate to the last bit, and the vector is as good as zero: 2⁻¹⁰²². */
const SMALLEST_SQUARE: f64 = 2.2250738585072014e-308;

/** Whether a sum of squares is negligible; false for what is not a number, so that it spreads and is found at the end. */
// @ts-ignore: decorator
@inline
export function negligible(square: f64): bool {
  return square < SMALLEST_SQUARE;
}

/** (a, b) → (b, a). */
// @ts-ignore: decorator
@inline
export function swap(a: v128): v128 {
  return v128.shuffle<f64>(a, a, 1, 0);
}

/** Zeroes `length` bytes, a multiple of 16; for the few hundred bytes of a vector this is faster than the call behind memory.fill. */
// @ts-ignore: decorator
@inline
export function clear(target: usize, length: usize): void {
  for (let i: usize = 0; i < length; i += 16) v128.store(target + i, f64x2.splat(0));
}
