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
function logCosh(u: number): DoubleDouble {
  return add(fromDouble(u / 2), logarithm(add(ONE, exponential(fromDouble(-u)))));
}

/** The logarithm of one pole, log(1 + x/square). */
export function poleLogarithm(x: DoubleDouble, square: DoubleDouble): DoubleDouble {
  return logarithm(divide(add(square, x), square));
}

/** Exact function minus approximation. */
export function deviation({ constant, slope, residues, squares }: LogCoshFit, u: number): DoubleDouble {
  const x = exactProduct(u, u);
  const line = subtract(subtract(logCosh(u), constant), multiply(slope, x));
  return residues.reduce((rest, residue, j) => subtract(rest, multiply(residue, poleLogarithm(x, squares[j]))), line);
}
