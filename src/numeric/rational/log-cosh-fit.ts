/** The approximation of log 2cosh(u/2) by few logarithms, in double-double, and its error. */
import {
  add,
  type DoubleDouble,
  divide,
  exactProduct,
  fromDouble,
  multiply,
  ONE,
  subtract,
} from '../double-double/arithmetic.ts';
import { exponential, logarithm } from '../double-double/functions.ts';

/** The approximation constant + slope·x + Σ residues_j log(1 + x/squares_j), x = u². */
export interface LogCoshFit {
  readonly constant: DoubleDouble;
  readonly slope: DoubleDouble;
  readonly residues: readonly DoubleDouble[];
  readonly squares: readonly DoubleDouble[];
}

/** The exact function log 2cosh(u/2) = u/2 + log(1 + e^−u), u ≥ 0. */
export function logCosh(u: number): DoubleDouble {
  return add(fromDouble(u / 2), logarithm(add(ONE, exponential(fromDouble(-u)))));
}

/** The terms residues_j log(1 + x/squares_j) at x = u²: nearly all the work of a fit. */
export function poleTerms({ residues, squares }: LogCoshFit, u: number): DoubleDouble[] {
  const x = exactProduct(u, u);
  return residues.map((residue, j) => multiply(residue, logarithm(divide(add(squares[j], x), squares[j]))));
}

/** Exact function minus approximation. `exact` and `terms` are `logCosh` and `poleTerms` at u, where they are known. */
export function deviation(
  fit: LogCoshFit,
  u: number,
  exact: DoubleDouble = logCosh(u),
  terms: readonly DoubleDouble[] = poleTerms(fit, u),
): DoubleDouble {
  const line = subtract(subtract(exact, fit.constant), multiply(fit.slope, exactProduct(u, u)));
  return terms.reduce(subtract, line);
}
