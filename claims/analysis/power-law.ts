/** The laws y = c x^−α and y = c e^−αx fitted to points of several seeds. */
import { chiSquareTail } from '../../src/statistics/chi-square.ts';
import { type Combined, combined } from './seeds.ts';

/** A point with the same seeds, in the same order, as at every other x. */
interface ScatteredPoint {
  readonly x: number;
  /** The values of y, positive. */
  readonly seeds: readonly Combined[];
}

export interface FittedLaw {
  /** The exponent α. Points of one seed are correlated, so that its error comes from the exponents of single seeds: their scatter, or their own errors if these are larger. */
  readonly exponent: Combined;
  readonly chiSquare: number;
  readonly degrees: number;
  /** The probability of a larger χ². */
  readonly probability: number;
  /** The fitted y at x. */
  at(x: number): number;
}

/** The power law by the weighted least-squares fit of log y on log x to three points or more; the weights are from the errors over seeds. */
export const fitPowerLaw = (points: readonly ScatteredPoint[]): FittedLaw => fitLogarithm(points, Math.log);

/** The exponential law by the same fit of log y on x. */
export const fitExponential = (points: readonly ScatteredPoint[]): FittedLaw => fitLogarithm(points, (x) => x);

function fitLogarithm(points: readonly ScatteredPoint[], abscissa: (x: number) => number): FittedLaw {
  const logs = points.map(({ seeds }) => seeds.map(logarithm));
  const x = points.map((point) => abscissa(point.x));
  const means = logs.map(combined);
  const { slopeOf, average, centre } = line(
    x,
    means.map(({ error }) => 1 / (error * error)),
  );
  const alone = points[0].seeds.map((_, k) => slopeOf(logs.map((seeds) => seeds[k])));
  const slope = slopeOf(means).value;
  const intercept = average(means.map(({ value }) => value)) - slope * centre;
  const pulls = means.map(({ value, error }, k) => (value - intercept - slope * x[k]) / error);
  const chiSquare = pulls.reduce((sum, pull) => sum + pull * pull, 0);
  const degrees = points.length - 2;
  return {
    exponent: { value: -slope, error: combined(alone).error },
    chiSquare,
    degrees,
    probability: chiSquareTail(chiSquare, degrees),
    at: (at) => Math.exp(intercept + slope * abscissa(at)),
  };
}

const logarithm = ({ value, error }: Combined): Combined => ({ value: Math.log(value), error: error / value });

/** The weighted least-squares line; its slope is a linear function of y. */
function line(x: readonly number[], weights: readonly number[]) {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const average = (values: readonly number[]) => values.reduce((sum, value, k) => sum + weights[k] * value, 0) / total;
  const centre = average(x);
  const spread = average(x.map((value) => (value - centre) ** 2));
  const factors = x.map((value, k) => (weights[k] * (value - centre)) / (total * spread));
  const slopeOf = (y: readonly Combined[]): Combined => ({
    value: y.reduce((sum, { value }, k) => sum + factors[k] * value, 0),
    error: Math.hypot(...y.map(({ error }, k) => factors[k] * error)),
  });
  return { slopeOf, average, centre };
}
