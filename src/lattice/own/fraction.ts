/** Numbers as fractions with small denominators. */

/** A fraction in lowest terms. */
interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

/** Largest denominator that is looked at. */
export const LARGEST_DENOMINATOR = 24;
/** Difference from a fraction that rounding of decimals may make. */
const TOLERANCE = 1e-9;

/** The fraction with the smallest denominator, 24 at most, within 1e-9 of a number; undefined where there is none. */
export function fractionOf(value: number): Fraction | undefined {
  const denominators = Array.from({ length: LARGEST_DENOMINATOR }, (_, k) => k + 1);
  const denominator = denominators.find((n) => Math.abs(value - Math.round(n * value) / n) <= TOLERANCE);
  return denominator === undefined ? undefined : { numerator: Math.round(denominator * value) + 0, denominator };
}
