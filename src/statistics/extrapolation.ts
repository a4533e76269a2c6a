/** A straight line through values that share some of their noise, to where x = 0. */
import { choleskyFactor } from '../numeric/linear-algebra/cholesky.ts';
import { leastSquares } from '../numeric/linear-algebra/least-squares.ts';
import type { ReplicatedEstimate } from './model-average.ts';
import { type Replicated, replicaError } from './resampling.ts';

/** A value at x; replica r of all points belongs to the same replica of the data. */
export interface ReplicatedPoint extends Replicated {
  readonly x: number;
}

export interface Extrapolation {
  /** The value at x = 0. */
  readonly value: ReplicatedEstimate;
  readonly chiSquare: number;
  /** Points minus 2. */
  readonly degrees: number;
}

/** Points without which a straight line has nothing that tests it. */
const FEWEST = 3;

/**
 * The line by generalised least squares, with the covariance of the points from their replicas, of which there should be many more than points. Undefined with fewer than three points, and
 * where the covariance is singular. Replicas that some point does not have are passed over.
 */
export function extrapolated(points: readonly ReplicatedPoint[]): Extrapolation | undefined {
  const whole = [...(points[0]?.replicas.keys() ?? [])].filter((r) =>
    points.every(({ replicas }) => !Number.isNaN(replicas[r])),
  );
  const factor = covariance(points.map(({ mean, replicas }) => whole.map((r) => replicas[r] - mean)));
  if (points.length < FEWEST || !choleskyFactor(factor, points.length)) return undefined;
  const whitened = (values: readonly number[]) => forward(factor, Float64Array.from(values));
  const columns = [whitened(points.map(() => 1)), whitened(points.map(({ x }) => x))];
  const side = whitened(points.map(({ mean }) => mean));
  const sides = [side, ...whole.map((r) => whitened(points.map(({ replicas }) => replicas[r])))];
  const [line, ...lines] = leastSquares(columns, sides, 0);
  const residuals = side.map((value, k) => line[0] * columns[0][k] + line[1] * columns[1][k] - value);
  const replicas = Float64Array.from(lines, ([value]) => value);
  return {
    value: { mean: line[0], replicas, error: replicaError(replicas) },
    chiSquare: residuals.reduce((sum, residual) => sum + residual * residual, 0),
    degrees: points.length - 2,
  };
}

/** The mean of products of deviations, row by row. */
function covariance(deviations: readonly (readonly number[])[]): Float64Array {
  const count = deviations[0]?.length ?? 0;
  const product = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, value, r) => sum + value * b[r], 0) / count;
  return Float64Array.from(deviations.flatMap((a) => deviations.map((b) => product(a, b))));
}

/** The x of Lx = b. */
function forward(factor: Float64Array, b: Float64Array): Float64Array {
  const n = b.length;
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) b[i] -= factor[i * n + k] * b[k];
    b[i] /= factor[i * n + i];
  }
  return b;
}
