/** Symmetric positive definite linear systems. */

/**
 * Replaces the lower triangle of an n × n matrix, row by row, by L with LLᵀ = A; what is above the diagonal is not touched.
 *
 * False, with the matrix partly overwritten, when A is not positive definite to rounding.
 */
export function choleskyFactor(matrix: Float64Array, n: number): boolean {
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * n + j];
      for (let k = 0; k < j; k++) sum -= matrix[i * n + k] * matrix[j * n + k];
      if (j < i) matrix[i * n + j] = sum / matrix[j * n + j];
      else if (sum > 0) matrix[i * n + i] = Math.sqrt(sum);
      else return false;
    }
  }
  return true;
}

/** The x of LLᵀx = b. */
export function choleskySolve(factor: Float64Array, n: number, rightHandSide: Float64Array): Float64Array {
  const x = rightHandSide.slice();
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i] -= factor[i * n + k] * x[k];
    x[i] /= factor[i * n + i];
  }
  for (let i = n - 1; i >= 0; i--) {
    x[i] /= factor[i * n + i];
    for (let k = 0; k < i; k++) x[k] -= factor[i * n + k] * x[i];
  }
  return x;
}
