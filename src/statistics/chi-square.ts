/** Tail probabilities of test statistics. */
import { exp } from '../numeric/elementary.ts';
import { erfc } from './erfc.ts';

/**
 * Probability that χ² with `degrees` ≥ 1 degrees of freedom exceeds `x`, from Q_{ν+2}(x) = Q_ν(x) + (x/2)^{ν/2} e^{−x/2}/Γ(ν/2 + 1), whose terms are
 * all positive: M. Abramowitz and I. A. Stegun, 26.4.8. Good as long as e^{−x/2} does not underflow, x < 1400.
 */
export function chiSquareTail(x: number, degrees: number): number {
  const half = x / 2;
  const isOdd = degrees % 2 === 1;
  let sum = isOdd ? erfc(Math.sqrt(half)) : exp(-half);
  let term = isOdd ? 2 * Math.sqrt(half / Math.PI) * exp(-half) : half * exp(-half);
  for (let nu = isOdd ? 1 : 2; nu < degrees; nu += 2) {
    sum += term;
    term *= half / (nu / 2 + 1);
  }
  return sum;
}
