/** Linear least squares by Householder reflections. */

/**
 * The coefficients c, for every right-hand side b, that minimise |Σ_k c_k columns_k − b|² + ridge² |c|².
 *
 * With a ridge the columns may be linearly dependent. Neither argument is changed.
 */
export function leastSquares(
  columns: readonly Float64Array[],
  rightHandSides: readonly Float64Array[],
  ridge: number,
): Float64Array[] {
  const count = columns.length;
  const rows = columns[0].length;
  const matrix = columns.map((column, k) => {
    const extended = extend(column, count);
    extended[rows + k] = ridge;
    return extended;
  });
  const reduced = rightHandSides.map((column) => extend(column, count));
  const diagonal = matrix.map((_, k) => reflect(matrix, reduced, k));
  return reduced.map((side) => substituteBack(matrix, diagonal, side));
}

function extend(column: Float64Array, by: number): Float64Array {
  const extended = new Float64Array(column.length + by);
  extended.set(column);
  return extended;
}

/**
 * Maps column k to a multiple of the k-th unit vector below its first k entries; the normal of the mirror takes its place, the
 * multiple is returned.
 */
function reflect(matrix: Float64Array[], rightHandSides: Float64Array[], k: number): number {
  const normal = matrix[k];
  const norm = Math.sqrt(dotFrom(normal, normal, k));
  const diagonal = normal[k] > 0 ? -norm : norm;
  normal[k] -= diagonal;
  const scale = 1 / (diagonal * normal[k]);
  for (const column of [...matrix.slice(k + 1), ...rightHandSides]) {
    const factor = scale * dotFrom(normal, column, k);
    for (let i = k; i < column.length; i++) column[i] += factor * normal[i];
  }
  return diagonal;
}

function dotFrom(a: Float64Array, b: Float64Array, start: number): number {
  let sum = 0;
  for (let i = start; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function substituteBack(matrix: Float64Array[], diagonal: number[], side: Float64Array): Float64Array {
  const solution = side.slice(0, diagonal.length);
  for (let k = diagonal.length - 1; k >= 0; k--) {
    for (let j = k + 1; j < diagonal.length; j++) solution[k] -= matrix[j][k] * solution[j];
    solution[k] /= diagonal[k];
  }
  return solution;
}
