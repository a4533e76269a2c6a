import { exp } from '../numeric/elementary.ts';

const SQRT_PI = 1.772453850905516;
/** The argument from which the continued fraction takes over from the series. */
const SPLIT = 2;
/** Terms of the continued fraction: their rest is 10⁻¹⁷ at x = 2, and less beyond. */
const FRACTION_TERMS = 100;
/** 2^27 + 1 splits a double into two halves of 26 bits (Dekker, Numer. Math. 18, 224, 1971). */
const SPLITTER = 134217729;
/** Arguments above this underflow to 0. */
const LARGEST = 27.3;

/** Complementary error function 2/√π ∫_x^∞ e^{−t²} dt, to 10⁻¹³ relative as far as it is a normal number (x < 26.5). */
export function erfc(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x < 0) return 2 - erfc(-x);
  if (x > LARGEST) return 0;
  return x < SPLIT ? 1 - erfSeries(x) : (gaussian(x) / SQRT_PI) * fraction(x);
}

/** erf x = 2/√π e^{−x²} Σ_n 2^n x^{2n+1}/(2n+1)!!, positive terms only: M. Abramowitz and I. A. Stegun, 7.1.6. */
function erfSeries(x: number): number {
  let term = x;
  let sum = 0;
  for (let n = 1; term > 1e-17 * sum; n++) {
    sum += term;
    term *= (2 * x * x) / (2 * n + 1);
  }
  return (2 / SQRT_PI) * gaussian(x) * sum;
}

/** √π e^{x²} erfc x = 1/(x + ½/(x + 1/(x + 3/2/(x + …)))): M. Abramowitz and I. A. Stegun, 7.1.14. */
function fraction(x: number): number {
  let denominator = x;
  for (let n = FRACTION_TERMS; n > 0; n--) denominator = x + n / 2 / denominator;
  return 1 / denominator;
}

/** The Gaussian e^{−x²}, with the rounding error of x² taken along. */
function gaussian(x: number): number {
  const high = x * SPLITTER - (x * SPLITTER - x);
  return exp(-high * high) * exp((high - x) * (high + x));
}
