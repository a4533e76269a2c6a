/** Below this a sum of squares is not accurate to the last bit, and the vector as good as zero: 2⁻¹⁰²². */
const SMALLEST_SQUARE = 2.2250738585072014e-308;

/** False for what is not a number, so that it spreads and is found at the end. */
export function negligible(square: number): boolean {
  return square < SMALLEST_SQUARE;
}
