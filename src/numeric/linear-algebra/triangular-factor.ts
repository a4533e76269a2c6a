/** Linear least squares of any number of rows in little memory: R of A = QR, with Qᵀb beside it, updated block by block. */

interface TriangularFactor {
  /** The entries of R and, as its last column, Qᵀb: n × (n + 1), row by row. */
  readonly entries: Float64Array;
  readonly size: number;
}

export function triangularFactor(size: number): TriangularFactor {
  return { entries: new Float64Array(size * (size + 1)), size };
}

/**
 * Appends rows to A and b: n columns of A and one of b, which are destroyed.
 *
 * Householder reflections; that of column k mixes row k of R with the new rows and leaves all other rows alone
 * (G. H. Golub and C. F. Van Loan, Matrix Computations, 4th ed., §5.1 and §6.5).
 */
export function appendRows({ entries, size }: TriangularFactor, columns: readonly Float64Array[]): void {
  const width = size + 1;
  for (let k = 0; k < size; k++) {
    const row = entries.subarray(k * width, (k + 1) * width);
    const norm = Math.sqrt(row[k] * row[k] + dot(columns[k], columns[k]));
    if (norm === 0) continue;
    const diagonal = row[k] > 0 ? -norm : norm;
    const normal = row[k] - diagonal;
    for (let j = k + 1; j < width; j++) {
      const factor = (normal * row[j] + dot(columns[k], columns[j])) / (diagonal * normal);
      row[j] += factor * normal;
      for (let i = 0; i < columns[k].length; i++) columns[j][i] += factor * columns[k][i];
    }
    row[k] = diagonal;
  }
}

/**
 * The x that minimises |Ax − b|² + Σ_k (ridge |column k| x_k)²; columns of zeros get x_k = 0. The factor is used up.
 *
 * A ridge far above the rounding of R and far below what data resolve picks a small solution where columns depend on each other.
 */
export function solveLeastSquares(factor: TriangularFactor, ridge: number): Float64Array {
  const { entries, size } = factor;
  const at = (row: number, column: number) => entries[row * (size + 1) + column];
  const penalty = Array.from({ length: size + 1 }, () => new Float64Array(size));
  for (let k = 0; k < size; k++) {
    let square = 0;
    for (let i = 0; i <= k; i++) square += at(i, k) * at(i, k);
    penalty[k][k] = square === 0 ? 1 : ridge * Math.sqrt(square);
  }
  appendRows(factor, penalty);
  const solution = new Float64Array(size);
  for (let k = size - 1; k >= 0; k--) {
    let value = at(k, size);
    for (let j = k + 1; j < size; j++) value -= at(k, j) * solution[j];
    solution[k] = value / at(k, k);
  }
  return solution;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
