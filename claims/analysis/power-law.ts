/** y = c x^−α through points that every seed has. */
import { chiSquareTail } from '../../src/statistics/chi-square.ts';
import { type Combined, combined } from './seeds.ts';

/** The same seeds, in the same order, at every x. */
export interface ScatteredPoint {
  readonly x: number;
  /** Positive. */
  readonly seeds: readonly Combined[];
}

export interface PowerLaw {
  /** α; its error is from the exponents that the seeds give one by one, for points of one seed are correlated: their scatter, or their own errors if these are larger. */
  readonly exponent: Combined;
  readonly chiSquare: number;
  readonly degrees: number;
  /** Of a larger χ². */
  readonly probability: number;
  /** The fit at x. */
  at(x: number): number;
}

/** Weighted least squares of log y on log x; the weights are from the errors over seeds. Three points at least. */
export function fitPowerLaw(points: readonly ScatteredPoint[]): PowerLaw {
  const logs = points.map(({ seeds }) => seeds.map(logarithm));
  const x = points.map((point) => Math.log(point.x));
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
    at: (at) => Math.exp(intercept + slope * Math.log(at)),
  };
}

const logarithm = ({ value, error }: Combined): Combined => ({ value: Math.log(value), error: error / value });

/** The slope is linear in y. */
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
