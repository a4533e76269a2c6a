/** Curves of several sizes on one master curve: how well they meet for given exponents. */
import { exp, log } from '../numeric/elementary.ts';
import { leastSquares } from '../numeric/linear-algebra/least-squares.ts';

/** y = L^a f(u), u = (x − critical) L^inverseNu. */
export interface ScalingParameters {
  readonly critical: number;
  /** 1/ν. */
  readonly inverseNu: number;
  /** a. */
  readonly exponent: number;
}

/** A point of the curve of one size. */
export interface SizedPoint {
  readonly size: number;
  readonly x: number;
  readonly value: number;
  readonly error: number;
}

/** The form of a master curve. */
export interface MasterForm {
  /** Degree of f. */
  readonly degree: number;
  /** A correction to scaling L^{−ω} g(u), which is added to f; none where left out. */
  readonly correction?: Correction;
  /** Whether the scaling field bends: (x − critical)(1 + c (x − critical)) in place of x − critical, to first order c u² L^{−1/ν} f'(0). */
  readonly isCurved?: boolean;
}

export interface Correction {
  /** ω. */
  readonly power: number;
  /** Degree of g. */
  readonly degree: number;
}

/** Coefficients of f, of the correction and of the curvature. */
export const coefficientsOf = ({ degree, correction, isCurved }: MasterForm): number =>
  degree + 1 + (correction ? correction.degree + 1 : 0) + (isCurved ? 1 : 0);

/** The master curve f as a polynomial of u/scale. */
export interface MasterCurve {
  readonly coefficients: Float64Array;
  readonly scale: number;
  /** The correction g as a polynomial of u/scale; no coefficients where there is none. */
  readonly correction: Float64Array;
  /** The coefficient of (u/scale)² L^{−1/ν}; 0 where the scaling field does not bend. */
  readonly curvature: number;
  /** (L^a (f(u) + L^{−ω} g(u)) − y)/error of every point. */
  readonly residuals: Float64Array;
}

export const sizePower = (size: number, power: number): number => exp(power * log(size));

/** u of a point. */
export const scaledDistance = ({ x, size }: SizedPoint, { critical, inverseNu }: ScalingParameters): number =>
  (x - critical) * sizePower(size, inverseNu);

/**
 * The polynomial f that is nearest to all points in units of their errors, linear least squares for given exponents. `values`: in place of those of the points, as of a replica.
 *
 * A polynomial by least squares, where J. Houdayer and A. K. Hartmann, Phys. Rev. B 70, 014418 (2004) compare every point with lines through its neighbours: their measure is no χ², and what it is at the minimum has no known distribution.
 */
export function masterCurve(
  points: readonly SizedPoint[],
  parameters: ScalingParameters,
  { degree, correction, isCurved }: MasterForm,
  values = Float64Array.from(points, ({ value }) => value),
): MasterCurve {
  const distances = points.map((point) => scaledDistance(point, parameters));
  const scale = distances.reduce((most, u) => Math.max(most, Math.abs(u)), 0);
  const prefactors = Float64Array.from(points, ({ size, error }) => sizePower(size, parameters.exponent) / error);
  const u = distances.map((distance) => distance / scale);
  const corrected = correction && prefactors.map((value, i) => value * sizePower(points[i].size, -correction.power));
  const bent = prefactors.map((value, i) => value * u[i] * u[i] * sizePower(points[i].size, -parameters.inverseNu));
  const columns = [
    ...powersTimes(prefactors, u, degree),
    ...(corrected ? powersTimes(corrected, u, correction.degree) : []),
    ...(isCurved ? [bent] : []),
  ];
  const side = values.map((value, i) => value / points[i].error);
  const [found] = leastSquares(columns, [side], 0);
  const residuals = side.map((value, i) => columns.reduce((sum, column, k) => sum + found[k] * column[i], -value));
  const end = degree + 1 + (correction ? correction.degree + 1 : 0);
  return {
    coefficients: found.subarray(0, degree + 1),
    scale,
    correction: found.subarray(degree + 1, end),
    curvature: isCurved ? found[end] : 0,
    residuals,
  };
}

/** factor, factor u, …, factor u^degree at every point. */
function powersTimes(factors: Float64Array, u: readonly number[], degree: number): Float64Array[] {
  const columns = [factors];
  for (let power = 1; power <= degree; power++) columns.push(columns[power - 1].map((value, i) => value * u[i]));
  return columns;
}
