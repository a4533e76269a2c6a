/** Sparse real matrices: the stages of a transform. */

/** Row i holds value[e] in column[e] for rowStart[i] ≤ e < rowStart[i + 1]. */
export interface SparseMatrix {
  readonly rowStart: Int32Array;
  readonly column: Int32Array;
  readonly value: Float64Array;
}

/** A place and what stands there. */
export type Entry = readonly [column: number, value: number];

export function sparseMatrix(rows: readonly (readonly Entry[])[]): SparseMatrix {
  const rowStart = new Int32Array(rows.length + 1);
  rows.forEach((row, i) => {
    rowStart[i + 1] = rowStart[i] + row.length;
  });
  const entries = rows.flat();
  return {
    rowStart,
    column: Int32Array.from(entries, ([column]) => column),
    value: Float64Array.from(entries, ([, value]) => value),
  };
}

/** The transpose of a square matrix. */
export function transpose({ rowStart, column, value }: SparseMatrix): SparseMatrix {
  const rows: Entry[][] = Array.from({ length: rowStart.length - 1 }, () => []);
  for (let i = 0; i + 1 < rowStart.length; i++)
    for (let e = rowStart[i]; e < rowStart[i + 1]; e++) rows[column[e]].push([i, value[e]]);
  return sparseMatrix(rows);
}

/** A diagonal matrix; `value` is kept, so that what is written into it later counts. */
export function diagonal(value: Float64Array): SparseMatrix {
  return {
    rowStart: Int32Array.from({ length: value.length + 1 }, (_, i) => i),
    column: Int32Array.from(value.keys()),
    value,
  };
}
