/** The two products of complex matrices that second order needs; element (a, b) at a · columns + b. */

export interface ComplexMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
}

export function newMatrix(rows: number, columns: number): ComplexMatrix {
  return { rows, columns, real: new Float64Array(rows * columns), imaginary: new Float64Array(rows * columns) };
}

/** H −= V C V† with C diagonal and real; H is square, and both triangles are kept. */
export function subtractCongruence(matrix: ComplexMatrix, vertex: ComplexMatrix, diagonal: Float64Array): void {
  const { columns, real, imaginary } = vertex;
  for (let a = 0; a < vertex.rows; a++)
    for (let b = 0; b <= a; b++) {
      let x = 0;
      let y = 0;
      for (let q = 0, p = a * columns, r = b * columns; q < columns; q++, p++, r++) {
        x += diagonal[q] * (real[p] * real[r] + imaginary[p] * imaginary[r]);
        y += diagonal[q] * (imaginary[p] * real[r] - real[p] * imaginary[r]);
      }
      matrix.real[a * matrix.columns + b] -= x;
      matrix.imaginary[a * matrix.columns + b] -= y;
      if (a === b) continue;
      matrix.real[b * matrix.columns + a] -= x;
      matrix.imaginary[b * matrix.columns + a] += y;
    }
}

/** out = A B. */
export function multiply(left: ComplexMatrix, right: ComplexMatrix, out: ComplexMatrix): void {
  const { columns } = right;
  out.real.fill(0);
  out.imaginary.fill(0);
  for (let a = 0; a < left.rows; a++)
    for (let b = 0; b < left.columns; b++) {
      const x = left.real[a * left.columns + b];
      const y = left.imaginary[a * left.columns + b];
      for (let q = 0, p = a * columns, r = b * columns; q < columns; q++, p++, r++) {
        out.real[p] += x * right.real[r] - y * right.imaginary[r];
        out.imaginary[p] += x * right.imaginary[r] + y * right.real[r];
      }
    }
}
