/** Inner products of the columns of a tall matrix. */

/** Rows taken at a time, so that two pairs of columns stay in the first-level cache. */
const BLOCK = 512;

/**
 * The lower triangle of AᵀA, n × n row by row, for A given by its n columns of equal length.
 *
 * Columns are multiplied two by two: four products for four loads, with the sums in registers.
 */
export function gramMatrix(columns: readonly Float64Array[]): Float64Array {
  const n = columns.length;
  const gram = new Float64Array(n * n);
  const rows = n === 0 ? 0 : columns[0].length;
  for (let start = 0; start < rows; start += BLOCK) {
    const end = Math.min(start + BLOCK, rows);
    for (let i = 0; i < n; i += 2) for (let j = 0; j <= i; j += 2) addTile(columns, i, j, start, end, gram);
  }
  return gram;
}

/** Adds the products of columns i, i + 1 with columns j, j + 1 over rows start … end − 1; at the rim of an odd n a column stands in for the missing one. */
function addTile(
  columns: readonly Float64Array[],
  i: number,
  j: number,
  start: number,
  end: number,
  gram: Float64Array,
): void {
  const n = columns.length;
  const iNext = Math.min(i + 1, n - 1);
  const jNext = Math.min(j + 1, n - 1);
  const [a0, a1, b0, b1] = [columns[i], columns[iNext], columns[j], columns[jNext]];
  let [s00, s01, s10, s11] = [0, 0, 0, 0];
  for (let r = start; r < end; r++) {
    s00 += a0[r] * b0[r];
    s01 += a0[r] * b1[r];
    s10 += a1[r] * b0[r];
    s11 += a1[r] * b1[r];
  }
  gram[i * n + j] += s00;
  if (jNext > j && jNext <= i) gram[i * n + jNext] += s01;
  if (iNext > i) gram[iNext * n + j] += s10;
  if (iNext > i && jNext > j) gram[iNext * n + jNext] += s11;
}
