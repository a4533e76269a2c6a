/** The mean of correlated values of one quantity. */
import { choleskyFactor, choleskySolve } from '../numeric/linear-algebra/cholesky.ts';

/** A mean with its error, and how well the values agree. */
export interface CorrelatedMean {
  readonly mean: number;
  /** One standard deviation. */
  readonly error: number;
  /** χ² of the deviations, with one degree of freedom less than there are values. */
  readonly chiSquare: number;
}

/**
 * The linear combination of unbiased values with the smallest variance, 1ᵀC⁻¹x/1ᵀC⁻¹1, C their covariance by rows: A. C. Aitken, Proc. R. Soc. Edinb. 55, 42 (1936). Undefined unless C is positive definite.
 */
export function correlatedMean(values: Float64Array, covariance: Float64Array): CorrelatedMean | undefined {
  const n = values.length;
  const factor = covariance.slice();
  if (n === 0 || !choleskyFactor(factor, n)) return undefined;
  const weights = choleskySolve(factor, n, new Float64Array(n).fill(1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = weights.reduce((sum, weight, k) => sum + weight * values[k], 0) / total;
  const deviations = values.map((value) => value - mean);
  const scaled = choleskySolve(factor, n, deviations);
  const chiSquare = scaled.reduce((sum, one, k) => sum + one * deviations[k], 0);
  return { mean, error: 1 / Math.sqrt(total), chiSquare };
}
