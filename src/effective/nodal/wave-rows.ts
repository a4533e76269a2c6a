/** Rows by wave. What commutes with translations multiplies each by a number. */

/** out_k = factor_k × row k, rows of `width` numbers. */
export function scaleRows(factor: Float64Array, rows: Float64Array, width: number, out: Float64Array): void {
  for (let k = 0, at = 0; k < factor.length; k++) {
    const value = factor[k];
    for (let c = 0; c < width; c++, at++) out[at] = value * rows[at];
  }
}

/** Σ_c a_kc b_kc of row k, added to out[into[k]] with a factor; rows with a negative number are left out. */
export function addRowProducts(
  into: Int32Array,
  factor: Float64Array,
  a: Float64Array,
  b: Float64Array,
  width: number,
  out: Float64Array,
): void {
  for (let k = 0; k < into.length; k++) {
    if (into[k] < 0) continue;
    let sum = 0;
    for (let at = k * width; at < (k + 1) * width; at++) sum += a[at] * b[at];
    out[into[k]] += factor[k] * sum;
  }
}
