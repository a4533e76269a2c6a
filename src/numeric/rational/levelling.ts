/** Newton's method for equal deviations of alternating sign. */
import {
  add,
  type DoubleDouble,
  divide,
  exactProduct,
  fromDouble,
  multiply,
  negate,
  ONE,
} from '../double-double/arithmetic.ts';
import { exponential } from '../double-double/functions.ts';
import { createLinearSystem, setRow, solveLinearSystem } from '../double-double/linear-system.ts';
import { deviation, type LogCoshFit, logCosh, poleTerms } from './log-cosh-fit.ts';

interface LevelledFit {
  readonly fit: LogCoshFit;
  /** The common size of the deviations at the reference points, signed as at the first of them. */
  readonly level: number;
}

/** No parameter changes by more than this factor in one step: far from the solution a full step could leave the positive numbers. */
const LARGEST_STEP = 0.5;
const LARGEST_ITERATION = 40;
/** Deviations below this are negligible in double precision. */
export const NEGLIGIBLE = 1e-18;

/**
 * Changes all 2P + 2 parameters until the deviations at the 2P + 3 ascending points `reference` alternate in sign and are equal in size.
 *
 * The level is a lower bound of the smallest possible sup norm (de la Vallée-Poussin). Undefined when the iteration does not converge.
 */
export function level(start: LogCoshFit, reference: Float64Array): LevelledFit | undefined {
  const largest = reference[reference.length - 1];
  const exact = Array.from(reference, logCosh);
  let fit = start;
  for (let iteration = 0; iteration < LARGEST_ITERATION; iteration++) {
    const solution = newtonStep(fit, reference, exact);
    const step = solution.slice(2, -1).reduce((size, value) => Math.max(size, Math.abs(value.high)), 0);
    const { high: signedLevel } = solution[solution.length - 1];
    if (!Number.isFinite(step) || !Number.isFinite(signedLevel)) return undefined;
    fit = advance(fit, solution, Math.min(1, LARGEST_STEP / step));
    // What is left is of second order in the step.
    if (step * step * largest < Math.max(0.01 * Math.abs(signedLevel), NEGLIGIBLE)) return { fit, level: signedLevel };
  }
  return undefined;
}

/** Relative changes of: constant, slope·largest², residues, logarithms of the squares; and the level. */
function newtonStep(fit: LogCoshFit, reference: Float64Array, exact: readonly DoubleDouble[]): DoubleDouble[] {
  const system = createLinearSystem(reference.length);
  reference.forEach((u, row) => {
    const terms = poleTerms(fit, u);
    const sign = fromDouble(row % 2 ? -1 : 1);
    setRow(system, row, [...derivatives(fit, u, terms), sign, deviation(fit, u, exact[row], terms)]);
  });
  return solveLinearSystem(system);
}

/** By the constant, the slope, the logarithms of the residues, and those of the squares. */
function derivatives({ residues, squares }: LogCoshFit, u: number, terms: readonly DoubleDouble[]): DoubleDouble[] {
  const x = exactProduct(u, u);
  const bySquare = residues.map((residue, j) => negate(divide(multiply(residue, x), add(squares[j], x))));
  return [ONE, x, ...terms, ...bySquare];
}

function advance(fit: LogCoshFit, solution: DoubleDouble[], damping: number): LogCoshFit {
  const poles = fit.residues.length;
  const changes = solution.map((value) => multiply(value, fromDouble(damping)));
  return {
    constant: add(fit.constant, changes[0]),
    slope: add(fit.slope, changes[1]),
    residues: fit.residues.map((residue, j) => multiply(residue, add(ONE, changes[2 + j]))),
    squares: fit.squares.map((square, j) => multiply(square, growth(changes[2 + poles + j]))),
  };
}

const growth = (a: DoubleDouble): DoubleDouble => (a.high < 0 ? exponential(a) : divide(ONE, exponential(negate(a))));
