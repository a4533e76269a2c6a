/**
 * Quaternions q0 + i q·σ for the twins of kernels/spectrum/: four numbers in a row of an array. The product is c0 = a0 b0 − a·b,
 * c = a0 b + b0 a − a × b. Terms are added in the order in which the vector lanes of the kernels add them.
 */

/** target_t = a_i b_k; `t`, `i`, `k` are offsets of first components. */
export function setProduct(
  target: Float64Array,
  t: number,
  a: Float64Array,
  i: number,
  b: Float64Array,
  k: number,
): void {
  const a0 = a[i];
  const a1 = a[i + 1];
  const a2 = a[i + 2];
  const a3 = a[i + 3];
  const b0 = b[k];
  const b1 = b[k + 1];
  const b2 = b[k + 2];
  const b3 = b[k + 3];
  target[t] = a0 * b0 - a1 * b1 + (-a2 * b2 - a3 * b3);
  target[t + 1] = a1 * b0 + a0 * b1 + (a3 * b2 - a2 * b3);
  target[t + 2] = a2 * b0 - a3 * b1 + (a1 * b3 + a0 * b2);
  target[t + 3] = a3 * b0 + a2 * b1 + (a0 * b3 - a1 * b2);
}

/** target_t −= a_i b_k. */
export function subtractProduct(
  target: Float64Array,
  t: number,
  a: Float64Array,
  i: number,
  b: Float64Array,
  k: number,
): void {
  const a0 = a[i];
  const a1 = a[i + 1];
  const a2 = a[i + 2];
  const a3 = a[i + 3];
  const b0 = b[k];
  const b1 = b[k + 1];
  const b2 = b[k + 2];
  const b3 = b[k + 3];
  target[t] -= a0 * b0 - a1 * b1 + (-a2 * b2 - a3 * b3);
  target[t + 1] -= a1 * b0 + a0 * b1 + (a3 * b2 - a2 * b3);
  target[t + 2] -= a2 * b0 - a3 * b1 + (a1 * b3 + a0 * b2);
  target[t + 3] -= a3 * b0 + a2 * b1 + (a0 * b3 - a1 * b2);
}

/** target_t += a_i b_k. */
export function addProduct(
  target: Float64Array,
  t: number,
  a: Float64Array,
  i: number,
  b: Float64Array,
  k: number,
): void {
  const a0 = a[i];
  const a1 = a[i + 1];
  const a2 = a[i + 2];
  const a3 = a[i + 3];
  const b0 = b[k];
  const b1 = b[k + 1];
  const b2 = b[k + 2];
  const b3 = b[k + 3];
  target[t] += a0 * b0 - a1 * b1 + (-a2 * b2 - a3 * b3);
  target[t + 1] += a1 * b0 + a0 * b1 + (a3 * b2 - a2 * b3);
  target[t + 2] += a2 * b0 - a3 * b1 + (a1 * b3 + a0 * b2);
  target[t + 3] += a3 * b0 + a2 * b1 + (a0 * b3 - a1 * b2);
}

/** target_t −= a_i α + b_i β, where α and β are the two quaternions of `factor`. */
export function subtractTwoProducts(
  target: Float64Array,
  t: number,
  a: Float64Array,
  b: Float64Array,
  i: number,
  factor: Float64Array,
): void {
  const a0 = a[i];
  const a1 = a[i + 1];
  const a2 = a[i + 2];
  const a3 = a[i + 3];
  const b0 = b[i];
  const b1 = b[i + 1];
  const b2 = b[i + 2];
  const b3 = b[i + 3];
  const c0 = factor[0];
  const c1 = factor[1];
  const c2 = factor[2];
  const c3 = factor[3];
  const d0 = factor[4];
  const d1 = factor[5];
  const d2 = factor[6];
  const d3 = factor[7];
  target[t] -= a0 * c0 - a1 * c1 + (-a2 * c2 - a3 * c3) + (b0 * d0 - b1 * d1 + (-b2 * d2 - b3 * d3));
  target[t + 1] -= a1 * c0 + a0 * c1 + (a3 * c2 - a2 * c3) + (b1 * d0 + b0 * d1 + (b3 * d2 - b2 * d3));
  target[t + 2] -= a2 * c0 - a3 * c1 + (a1 * c3 + a0 * c2) + (b2 * d0 - b3 * d1 + (b1 * d3 + b0 * d2));
  target[t + 3] -= a3 * c0 + a2 * c1 + (a0 * c3 - a1 * c2) + (b3 * d0 + b2 * d1 + (b0 * d3 - b1 * d2));
}

/** Adds a_i* b_k to the eight partial sums of an inner product, two lanes for each component. */
export function addConjugateProduct(sums: Float64Array, a: Float64Array, i: number, b: Float64Array, k: number): void {
  const a0 = a[i];
  const a1 = a[i + 1];
  const a2 = a[i + 2];
  const a3 = a[i + 3];
  const b0 = b[k];
  const b1 = b[k + 1];
  const b2 = b[k + 2];
  const b3 = b[k + 3];
  sums[0] += a0 * b0 + a2 * b2;
  sums[1] += a1 * b1 + a3 * b3;
  sums[2] += a0 * b1 + a2 * b3;
  sums[3] += a1 * b0 + a3 * b2;
  sums[4] += a0 * b2 - a2 * b0;
  sums[5] += a1 * b3 - a3 * b1;
  sums[6] += a0 * b3 - a2 * b1;
  sums[7] += a1 * b2 - a3 * b0;
}

/** The inner product Σ a_i* b_i from its partial sums, to offset t. */
export function collectLanes(target: Float64Array, t: number, sums: Float64Array): void {
  target[t] = sums[0] + sums[1];
  target[t + 1] = sums[2] - sums[3];
  target[t + 2] = sums[4] - sums[5];
  target[t + 3] = sums[6] + sums[7];
}

/** target_t = a_i*. */
export function setConjugate(target: Float64Array, t: number, a: Float64Array, i: number): void {
  target[t] = a[i];
  target[t + 1] = -a[i + 1];
  target[t + 2] = -a[i + 2];
  target[t + 3] = -a[i + 3];
}

/** |q_i|², in the order of the lanes. */
export function square(q: Float64Array, i: number): number {
  const even = q[i] * q[i] + q[i + 2] * q[i + 2];
  const odd = q[i + 1] * q[i + 1] + q[i + 3] * q[i + 3];
  return even + odd;
}
