/** Functions of a level as sums over resolvents, all with the same shifts: one factorisation per shift measures everything. */
import { fitLevelFunctions, type LevelFunctionName, type LorentzianFit, NAMES, TARGETS } from './level-functions.ts';
import { measurementFrequencies } from './measurement-frequencies.ts';
import { scaledRange } from './range.ts';

/** One function of E' = E − μ, with x = E'². */
export interface LevelFunction {
  readonly constant: number;
  /** Coefficient of x; zero for odd functions. */
  readonly slope: number;
  /** The weights a_j, of either sign. */
  readonly weights: Float64Array;
  /** Bound on the error for |E'| ≤ cutoff, cancellation among resolvents good to double precision included. */
  readonly error: number;
}

/**
 * Functions of a level with common shifts. Even functions: constant + slope·x + Σ_j a_j w_j²/(x + w_j²). Odd functions: E'·(constant + Σ_j a_j/(x + w_j²)).
 * f = 1/(1 + e^{βE'}) is the Fermi function.
 */
export interface MeasurementExpansion {
  /** The shifts w_j > 0, ascending, an even number of them. */
  readonly shifts: Float64Array;
  /** The energy E' tanh(βE'/2) = E' (1 − 2f), an even function. */
  readonly energy: LevelFunction;
  /** The number fluctuation f(1 − f), an even function. */
  readonly numberFluctuation: LevelFunction;
  /** The energy fluctuation E'² f(1 − f), an even function. */
  readonly energyFluctuation: LevelFunction;
  /** The occupation tanh(βE'/2) = 1 − 2f, an odd function. */
  readonly occupation: LevelFunction;
  /** The cross fluctuation E' f(1 − f), an odd function. */
  readonly crossFluctuation: LevelFunction;
}

/** The search ends when this many shifts more have gained nothing. */
const PATIENCE = 6;

/**
 * The expansion with as few shifts as give every function an error of at most `tolerance` times its largest value on |E'| ≤ cutoff (but at least on
 * |βE'| ≤ ½), by linear least squares on shifts that are known to suit all of them.
 *
 * About 10⁻¹⁰ can be reached; a smaller tolerance gives what is possible. Shifts for tolerance 1e-9:
 *
 * | β           | 1   | 5   | 20  | 100 | 500 |
 * | ----------- | --- | --- | --- | --- | --- |
 * | cutoff 4.5  | 6   | 12  | 18  | 24  | 28  |
 * | cutoff 12   | 10  | 16  | 20  | 26  | 32  |
 */
export function measurementExpansion(beta: number, cutoff: number, tolerance: number): MeasurementExpansion {
  const largest = scaledRange(beta, cutoff);
  let best = attempt(largest, 4, tolerance);
  for (let count = 6; best.error > tolerance && count <= best.frequencies.length + PATIENCE; count += 2) {
    const next = attempt(largest, count, tolerance);
    if (next.error < best.error) best = next;
  }
  return scaled(best, beta, largest);
}

interface Attempt {
  readonly frequencies: Float64Array;
  readonly fits: Record<LevelFunctionName, LorentzianFit>;
  /** Largest error of all functions, each relative to its largest value. */
  readonly error: number;
}

function attempt(largest: number, count: number, tolerance: number): Attempt {
  const frequencies = measurementFrequencies(largest, count, tolerance);
  const fits = fitLevelFunctions(largest, frequencies);
  return { frequencies, fits, error: Math.max(...NAMES.map((name) => fits[name].error / fits[name].scale)) };
}

/** An attempt in u = βE' as an expansion in E'. */
function scaled({ frequencies, fits }: Attempt, beta: number, largest: number): MeasurementExpansion {
  const shifts = frequencies.map((omega) => omega / beta);
  const convert = (name: LevelFunctionName) => levelFunction(name, fits[name], shifts, beta, beta / largest);
  return {
    shifts,
    energy: convert('energy'),
    numberFluctuation: convert('numberFluctuation'),
    energyFluctuation: convert('energyFluctuation'),
    occupation: convert('occupation'),
    crossFluctuation: convert('crossFluctuation'),
  };
}

/** The columns of the fit in terms of E': u/largest = stretch·E', uω/(u² + ω²) = E'·w/(x + w²). */
function levelFunction(
  name: LevelFunctionName,
  { coefficients, error }: LorentzianFit,
  shifts: Float64Array,
  beta: number,
  stretch: number,
): LevelFunction {
  const { parity, dimension } = TARGETS[name];
  const unit = 1 / (dimension === 2 ? beta * beta : dimension === 1 ? beta : 1);
  const inUnits = coefficients.map((coefficient) => coefficient * unit);
  if (parity === 'even') {
    const [constant, slope] = inUnits;
    return { constant, slope: slope * stretch * stretch, weights: inUnits.slice(2), error: error * unit };
  }
  const weights = inUnits.slice(1).map((weight, j) => weight * shifts[j]);
  return { constant: inUnits[0] * stretch, slope: 0, weights, error: error * unit };
}
