/** The acceptance that a residual lets expect. */
import { exp } from '../numeric/elementary.ts';

const TWO_OVER_ROOT_PI = 1.1283791670955126;
/** Where the series and the continued fraction are both good. */
const CROSSOVER = 2.5;
const TERMS = 60;

/**
 * Acceptance of decorrelated proposals when β(F − E_eff) is normal with standard deviation σ under W_eff and, shifted by σ², under W: the log
 * ratio then has mean −σ² and variance 2σ², and ⟨min(1, e^x)⟩ = erfc(σ/2).
 */
export function predictedAcceptance(standardDeviation: number): number {
  return erfc(standardDeviation / 2);
}

/** The complementary error function of x ≥ 0, to 1e-15 absolute; Abramowitz and Stegun, 7.1.6 and 7.1.14. */
export function erfc(x: number): number {
  return x < CROSSOVER ? 1 - TWO_OVER_ROOT_PI * exp(-x * x) * risingSeries(x) : tailFraction(x);
}

/** Σ_n 2ⁿ x^(2n+1)/(2n+1)!!: all terms positive. */
function risingSeries(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; n < TERMS; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return sum;
}

/** e^(−x²)/√π · 1/(x + ½/(x + 1/(x + (3/2)/(x + …)))). */
function tailFraction(x: number): number {
  let fraction = x;
  for (let n = TERMS; n >= 1; n--) fraction = x + n / 2 / fraction;
  return (0.5 * TWO_OVER_ROOT_PI * exp(-x * x)) / fraction;
}
