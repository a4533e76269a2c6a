/** Small complex matrices; element (a, b) at a · columns + b. */

export interface ComplexMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
}

export function newMatrix(rows: number, columns: number): ComplexMatrix {
  return { rows, columns, real: new Float64Array(rows * columns), imaginary: new Float64Array(rows * columns) };
}
