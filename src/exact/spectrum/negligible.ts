/** Sums of squares below this are not accurate to the last bit, and the vector is as good as zero: 2⁻¹⁰²². */
const SMALLEST_SQUARE = 2.2250738585072014e-308;

/** Whether a sum of squares is negligible; false for what is not a number, so that it spreads and is found at the end. */
export function negligible(square: number): boolean {
  return square < SMALLEST_SQUARE;
}
