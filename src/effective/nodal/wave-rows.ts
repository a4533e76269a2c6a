/** Rows by wave. What commutes with translations multiplies each by a number. */

/** out_k = factor_k × row k, rows of `width` numbers. */
export function scaleRows(factor: Float64Array, rows: Float64Array, width: number, out: Float64Array): void {
  for (let k = 0, at = 0; k < factor.length; k++) {
    const value = factor[k];
    for (let c = 0; c < width; c++, at++) out[at] = value * rows[at];
  }
}

/** Where row k of a product goes, with which factor, and the row of the left side that row k of the right side belongs to. */
interface RowProducts {
  readonly into: Int32Array;
  readonly factor: Float64Array;
  readonly column: Int32Array;
}

/** Adds factor_k Σ_c a_jc b_kc, j = column_k, to out[into_k]; rows with a negative number are left out. */
export function addRowProducts(
  { into, factor, column }: RowProducts,
  a: Float64Array,
  b: Float64Array,
  width: number,
  out: Float64Array,
): void {
  for (let k = 0; k < into.length; k++) {
    if (into[k] < 0) continue;
    let sum = 0;
    for (let c = 0, i = column[k] * width, j = k * width; c < width; c++, i++, j++) sum += a[i] * b[j];
    out[into[k]] += factor[k] * sum;
  }
}
