/** The products of complex matrices that second order needs; element (a, b) at a · columns + b. */

export interface ComplexMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
}

export function newMatrix(rows: number, columns: number): ComplexMatrix {
  return { rows, columns, real: new Float64Array(rows * columns), imaginary: new Float64Array(rows * columns) };
}

/** The lower triangle of V D V† into `out`, with D real and diagonal and the columns `from` … `to` − 1 of V alone. */
export function congruence(
  v: ComplexMatrix,
  diagonal: Float64Array,
  from: number,
  to: number,
  out: ComplexMatrix,
): void {
  const { columns, real, imaginary } = v;
  for (let a = 0; a < v.rows; a++)
    for (let b = 0; b <= a; b++) {
      let x = 0;
      let y = 0;
      for (let q = from, p = a * columns + from, r = b * columns + from; q < to; q++, p++, r++) {
        x += diagonal[q] * (real[p] * real[r] + imaginary[p] * imaginary[r]);
        y += diagonal[q] * (imaginary[p] * real[r] - real[p] * imaginary[r]);
      }
      out.real[a * out.columns + b] = x;
      out.imaginary[a * out.columns + b] = y;
    }
}

/** A += factor B, lower triangles. */
export function addLower(matrix: ComplexMatrix, factor: number, other: ComplexMatrix): void {
  for (let a = 0; a < matrix.rows; a++)
    for (let p = a * matrix.columns; p <= a * matrix.columns + a; p++) {
      matrix.real[p] += factor * other.real[p];
      matrix.imaginary[p] += factor * other.imaginary[p];
    }
}

/** Tr AB of Hermitian matrices, from their lower triangles. */
export function traceOfProduct(left: ComplexMatrix, right: ComplexMatrix): number {
  let sum = 0;
  for (let a = 0; a < left.rows; a++) {
    const diagonal = a * left.columns + a;
    sum += left.real[diagonal] * right.real[diagonal];
    for (let p = a * left.columns; p < diagonal; p++)
      sum += 2 * (left.real[p] * right.real[p] + left.imaginary[p] * right.imaginary[p]);
  }
  return sum;
}

/** out = A B, the rows of B two at a time: A has an even number of columns. */
export function multiply(left: ComplexMatrix, right: ComplexMatrix, out: ComplexMatrix): void {
  const { columns, real, imaginary } = right;
  out.real.fill(0);
  out.imaginary.fill(0);
  for (let a = 0; a < left.rows; a++)
    for (let b = 0; b < left.columns; b += 2) {
      const entry = a * left.columns + b;
      const x = left.real[entry];
      const y = left.imaginary[entry];
      const u = left.real[entry + 1];
      const v = left.imaginary[entry + 1];
      for (let q = 0, p = a * columns, r = b * columns, s = r + columns; q < columns; q++, p++, r++, s++) {
        out.real[p] += x * real[r] - y * imaginary[r] + (u * real[s] - v * imaginary[s]);
        out.imaginary[p] += x * imaginary[r] + y * real[r] + (u * imaginary[s] + v * real[s]);
      }
    }
}
