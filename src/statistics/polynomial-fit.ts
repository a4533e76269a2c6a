/** Weighted polynomials through points with error bars. */
import { leastSquares } from '../numeric/linear-algebra/least-squares.ts';

/** A point of a curve with one standard deviation, and one value per replica. */
export interface CurvePoint {
  readonly x: number;
  readonly value: number;
  readonly error: number;
  readonly replicas: Float64Array;
}

export interface PolynomialFit {
  /** Coefficients of powers 0, 1, … */
  readonly coefficients: Float64Array;
  /** The same for every replica of the points. */
  readonly replicas: readonly Float64Array[];
  readonly chiSquare: number;
  /** Points minus coefficients. */
  readonly degrees: number;
}

/** The polynomial that is nearest to the points in units of their errors; at least `degree` + 1 points. `scaled`: x as powers are taken of it, of order 1. */
export function polynomialFit(
  points: readonly CurvePoint[],
  degree: number,
  scaled: (x: number) => number,
): PolynomialFit {
  const columns = powersOf(points, degree, scaled);
  const sides = [
    Float64Array.from(points, ({ value, error }) => value / error),
    ...Array.from(points[0].replicas, (_, r) =>
      Float64Array.from(points, ({ replicas, error }) => replicas[r] / error),
    ),
  ];
  const [coefficients, ...replicas] = leastSquares(columns, sides, 0);
  const residuals = points.map(({ x, value, error }) => (polynomialAt(coefficients, scaled(x)) - value) / error);
  return {
    coefficients,
    replicas,
    chiSquare: residuals.reduce((sum, residual) => sum + residual * residual, 0),
    degrees: points.length - degree - 1,
  };
}

/** u^k/error at every point, by power k. */
function powersOf(points: readonly CurvePoint[], degree: number, scaled: (x: number) => number): Float64Array[] {
  const u = points.map(({ x }) => scaled(x));
  const columns = [Float64Array.from(points, ({ error }) => 1 / error)];
  for (let power = 1; power <= degree; power++) columns.push(columns[power - 1].map((value, i) => value * u[i]));
  return columns;
}

/** The value by Horner's rule. */
export function polynomialAt(coefficients: Float64Array, u: number): number {
  let value = 0;
  for (let power = coefficients.length - 1; power >= 0; power--) value = value * u + coefficients[power];
  return value;
}
