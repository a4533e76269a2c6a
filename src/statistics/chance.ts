import { normalQuantile } from './normal-quantile.ts';

/** How often a whole family of comparisons may raise a false alarm. */
const FALSE_ALARMS = 1e-3;

/**
 * The largest |z| among so many comparisons that chance explains, once in a thousand families beyond it (C. E. Bonferroni, 1936).
 *
 * `relativeError`: that of the error bar which z was made with. Errors are estimates too, so that z has longer tails, those of Student's t with
 * ν = 1/(2 relativeError²) degrees of freedom; the first terms of its expansion in 1/ν: M. Abramowitz and I. A. Stegun, 26.7.5.
 */
export function largestByChance(comparisons: number, relativeError = 0): number {
  const z = normalQuantile(1 - FALSE_ALARMS / (2 * Math.max(1, comparisons)));
  const inverse = 2 * relativeError * relativeError;
  const [first, second] = [(z * z + 1) / 4, (5 * z * z * z * z + 16 * z * z + 3) / 96];
  return z * (1 + inverse * (first + inverse * second));
}
