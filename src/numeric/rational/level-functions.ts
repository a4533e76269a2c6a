/** The functions that measurements need, in units where β = 1 and u = βE' ≥ 0, and their fits by given Lorentzians. */
import { exp, tanh } from '../elementary.ts';
import { leastSquares } from '../linear-algebra/least-squares.ts';
import { zolotarevPoints } from './zolotarev.ts';

interface LevelTarget {
  readonly parity: 'even' | 'odd';
  /** The function is an energy to this power. */
  readonly dimension: number;
  value(u: number): number;
}

/** f(1 − f) = 1/(4 cosh²(u/2)). */
function fluctuation(u: number): number {
  const decay = exp(-u);
  return decay / ((1 + decay) * (1 + decay));
}

export const TARGETS = {
  energy: { parity: 'even', dimension: 1, value: (u) => u * tanh(u / 2) },
  numberFluctuation: { parity: 'even', dimension: 0, value: fluctuation },
  energyFluctuation: { parity: 'even', dimension: 2, value: (u) => u * u * fluctuation(u) },
  occupation: { parity: 'odd', dimension: 0, value: (u) => tanh(u / 2) },
  crossFluctuation: { parity: 'odd', dimension: 1, value: (u) => u * fluctuation(u) },
} satisfies Record<string, LevelTarget>;

export type LevelFunctionName = keyof typeof TARGETS;
export const NAMES = Object.keys(TARGETS) as LevelFunctionName[];

/** Coefficients of the columns below and the error they leave. */
export interface LorentzianFit {
  readonly coefficients: Float64Array;
  /** Sup norm of the deviation, with the rounding that cancellation among the coefficients amplifies. */
  readonly error: number;
  /** Sup norm of the function itself. */
  readonly scale: number;
}

/** Grid points per shift, for the fit and for its error. */
const FIT_RESOLUTION = 12;
const ERROR_RESOLUTION = 32;
/** Keeps coefficients from growing where that would gain less than their rounding loses. */
const RIDGE = 1e-14;
/** Relative rounding error of every term, and of the partial sums that the terms make. */
const ROUNDING = 4.5e-16;
/** Allowance for maxima of the deviation between grid points, a factor. */
const BETWEEN_POINTS = 1.02;

/** Fits all functions on 0 ≤ u ≤ largest with Lorentzians of the widths `frequencies`. */
export function fitLevelFunctions(
  largest: number,
  frequencies: Float64Array,
): Record<LevelFunctionName, LorentzianFit> {
  const fits: Partial<Record<LevelFunctionName, LorentzianFit>> = {};
  const points = zolotarevPoints(largest, Math.PI, FIT_RESOLUTION * frequencies.length);
  const checkPoints = zolotarevPoints(largest, Math.PI, ERROR_RESOLUTION * frequencies.length);
  for (const parity of ['even', 'odd'] as const) {
    const names = NAMES.filter((name) => TARGETS[name].parity === parity);
    const values = names.map((name) => points.map(TARGETS[name].value));
    const ridge = RIDGE * Math.sqrt(points.length);
    const solutions = leastSquares(columns(parity, points, largest, frequencies), values, ridge);
    const checkColumns = columns(parity, checkPoints, largest, frequencies);
    names.forEach((name, i) => {
      fits[name] = withError(solutions[i], checkColumns, checkPoints.map(TARGETS[name].value));
    });
  }
  return fits as Record<LevelFunctionName, LorentzianFit>;
}

/** The columns of the fit. Even: 1, (u/largest)², ω²/(u² + ω²) …; odd: u/largest, uω/(u² + ω²) …. None exceeds 1. */
function columns(
  parity: 'even' | 'odd',
  points: Float64Array,
  largest: number,
  frequencies: Float64Array,
): Float64Array[] {
  const square = (u: number) => (u / largest) * (u / largest);
  if (parity === 'even')
    return [
      points.map(() => 1),
      points.map(square),
      ...Array.from(frequencies, (omega) => points.map((u) => (omega * omega) / (u * u + omega * omega))),
    ];
  return [
    points.map((u) => u / largest),
    ...Array.from(frequencies, (omega) => points.map((u) => (u * omega) / (u * u + omega * omega))),
  ];
}

function withError(coefficients: Float64Array, columns: Float64Array[], values: Float64Array): LorentzianFit {
  const sums = new Float64Array(values.length);
  coefficients.forEach((coefficient, k) => {
    const column = columns[k];
    for (let i = 0; i < sums.length; i++) sums[i] += coefficient * column[i];
  });
  let deviation = 0;
  let scale = 0;
  for (let i = 0; i < sums.length; i++) {
    deviation = Math.max(deviation, Math.abs(values[i] - sums[i]));
    scale = Math.max(scale, Math.abs(values[i]));
  }
  const amplification = coefficients.reduce((sum, coefficient) => sum + Math.abs(coefficient), 0);
  return { coefficients, error: BETWEEN_POINTS * deviation + ROUNDING * amplification, scale };
}
