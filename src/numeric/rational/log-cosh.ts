import { InputError } from '../../errors.ts';
import { exactProduct, fromDouble, multiply, toDouble } from '../double-double/arithmetic.ts';
import { exp, log } from '../elementary.ts';
import { deviationGrid, minimaxFit, supNorm } from './exchange.ts';
import { deviation, type LogCoshFit } from './log-cosh-fit.ts';
import { scaledRange } from './range.ts';

/** The expansion log 2cosh(β√x/2) ≈ constant + slope·x + Σ_j residues_j log(1 + x/shifts_j²) for 0 ≤ √x ≤ cutoff. */
export interface LogCoshExpansion {
  readonly beta: number;
  readonly constant: number;
  readonly slope: number;
  /** The shifts w_j > 0, ascending, an even number of them. */
  readonly shifts: Float64Array;
  /** The residues r_j > 0. */
  readonly residues: Float64Array;
  /** Bound on the error of one level, approximation and rounding of an evaluation in double precision. */
  readonly levelError: number;
  /** Bound on the error of the Fermi function ½ − (2√x/β) d/dx of the expansion. */
  readonly fermiError: number;
}

type Uncertified = Omit<LogCoshExpansion, 'levelError' | 'fermiError'>;

const LARGEST_COUNT = 48;
/** Grid points per oscillation that certify the error, and the factor for maxima between them: 1 + (π/64)²/2 and then some. */
const RESOLUTION = 32;
const BETWEEN_POINTS = 1.005;

/**
 * The expansion with the smallest even number of shifts whose error per level is at most `levelTolerance`.
 *
 * The minimax approximation in all parameters, by Remez exchange in double-double arithmetic. Where the tolerance is below what
 * rounding allows, about 5·10⁻¹⁶ (1 + β·cutoff), the expansion is as good as rounding, and `levelError` says so.
 *
 * Shifts for levelTolerance 1e-9, 1e-10, 1e-11 and the errors reached:
 *
 * | β   | cutoff 4.5                            | cutoff 12                             |
 * | --- | ------------------------------------- | ------------------------------------- |
 * | 1   | 4 (1.4e-15)                           | 4 (3.7e-11), 4, 6 (3.1e-15)           |
 * | 5   | 6 (2.3e-13)                           | 8 (4.5e-12)                           |
 * | 20  | 8 (3.2e-10), 10 (1.7e-13), 10         | 12 (5.1e-12)                          |
 * | 100 | 12 (4.8e-10), 14 (4.3e-12), 14        | 16 (3.6e-11), 16, 18 (1.0e-12)        |
 * | 500 | 16 (9.4e-10), 18 (3.1e-11), 20 (1.4e-12) | 20 (1.5e-10), 22 (9.0e-12), 22     |
 */
export function logCoshExpansion(beta: number, cutoff: number, levelTolerance: number): LogCoshExpansion {
  const largest = scaledRange(beta, cutoff);
  for (const range of [largest, WIDER * largest]) {
    const expansion = smallestExpansion(beta, range, levelTolerance);
    if (expansion) return expansion;
  }
  throw new InputError(
    `No expansion for β = ${beta} with levels up to ${cutoff}: raise the temperature or the tolerance.`,
  );
}

/**
 * With a step of two poles the error may jump from just above rounding to below the last digits of double-double arithmetic, where the exchange fails.
 * A wider range, which serves as well, has its error in between.
 */
const WIDER = 1.3;

function smallestExpansion(beta: number, range: number, levelTolerance: number): LogCoshExpansion | undefined {
  const rounding = roundingError(range);
  const bound = Math.max(levelTolerance, 2 * rounding);
  for (let count = smallestCount(range, bound - rounding); count <= LARGEST_COUNT; count += 2) {
    const fit = minimaxFit(range, count, bound - rounding);
    const expansion = fit && certified(scaled(fit, beta), range);
    // Near the limit of rounding the parameters' own last bits may exceed the bound, and more shifts would not help.
    if (expansion && (expansion.levelError <= bound || bound < 8 * rounding)) return expansion;
  }
  return undefined;
}

/** Four roundings of half a unit in the last place of log 2cosh(largest/2) < 1 + largest/2. */
const roundingError = (largest: number): number => 2.3e-16 * (1 + largest);

/** An even number of shifts that is never too large and rarely too small: the estimate errs by −0.5 to 1.5 for 0.5 ≤ largest ≤ 2·10⁴. */
function smallestCount(largest: number, target: number): number {
  const estimate = (log(1 / target) * log(2 + largest / 6)) / (Math.PI * Math.PI) + 0.5 * log(largest);
  return Math.max(2, 2 * Math.floor(estimate / 2));
}

/** A fit in u = β√x as an expansion in x, in double precision. */
function scaled(fit: LogCoshFit, beta: number): Uncertified {
  return {
    beta,
    constant: toDouble(fit.constant),
    slope: toDouble(multiply(fit.slope, exactProduct(beta, beta))),
    shifts: Float64Array.from(fit.squares, (square) => Math.sqrt(toDouble(square)) / beta),
    residues: Float64Array.from(fit.residues, toDouble),
  };
}

/** Adds the errors of the rounded parameters, measured on a grid of 0 ≤ β√x ≤ largest. */
function certified(expansion: Uncertified, largest: number): LogCoshExpansion {
  const { beta, constant, slope, shifts, residues } = expansion;
  const fit: LogCoshFit = {
    constant: fromDouble(constant),
    slope: fromDouble(slope / (beta * beta)),
    residues: Array.from(residues, fromDouble),
    squares: Array.from(shifts, (shift) => exactProduct(beta * shift, beta * shift)),
  };
  const grid = deviationGrid(largest, shifts.length, RESOLUTION);
  return {
    ...expansion,
    levelError: BETWEEN_POINTS * supNorm(grid.map((u) => deviation(fit, u).high)) + roundingError(largest),
    fermiError: BETWEEN_POINTS * supNorm(grid.map((u) => fermiDeviation(fit, u))) + 1e-15,
  };
}

/** Fermi function at βE' = u minus its approximation ½ − 2u d/dx. */
function fermiDeviation({ slope, residues, squares }: LogCoshFit, u: number): number {
  const derivative = residues.reduce((sum, residue, j) => sum + residue.high / (squares[j].high + u * u), slope.high);
  return 1 / (1 + exp(u)) - (0.5 - 2 * u * derivative);
}
