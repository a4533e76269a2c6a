/**
 * Quaternions q0 + i q·σ in four consecutive numbers of an array, for the twin of kernels/quaternion/.
 * Product: c0 = a0 b0 − a·b, c = a0 b + b0 a − a × b. Terms are added in the order in which the kernel adds them.
 */

/** values[target] −= left[l] · right[u], indices of first components. */
export function subtractProduct(
  values: Float64Array,
  target: number,
  left: Float64Array,
  l: number,
  right: Float64Array,
  u: number,
): void {
  const l0 = left[l];
  const l1 = left[l + 1];
  const l2 = left[l + 2];
  const l3 = left[l + 3];
  const u0 = right[u];
  const u1 = right[u + 1];
  const u2 = right[u + 2];
  const u3 = right[u + 3];
  values[target] = values[target] - l0 * u0 + l1 * u1 + l2 * u2 + l3 * u3;
  values[target + 1] = values[target + 1] - l0 * u1 - l1 * u0 + l2 * u3 - l3 * u2;
  values[target + 2] = values[target + 2] - l0 * u2 - l1 * u3 - l2 * u0 + l3 * u1;
  values[target + 3] = values[target + 3] - l0 * u3 + l1 * u2 - l2 * u1 - l3 * u0;
}

/** |q|². */
export function norm2(values: Float64Array, q: number): number {
  const q0 = values[q];
  const q1 = values[q + 1];
  const q2 = values[q + 2];
  const q3 = values[q + 3];
  return q0 * q0 + q1 * q1 + (q2 * q2 + q3 * q3);
}

/** out[at …] = factor × conjugate of q / |q|²: the inverse for factor 1. */
export function scaledInverse(values: Float64Array, q: number, factor: number, out: Float64Array, at = 0): void {
  const r = factor / norm2(values, q);
  out[at] = values[q] * r;
  for (let c = 1; c < 4; c++) out[at + c] = -(values[q + c] * r);
}

/** values[q] ← −values[q] · factor (or −factor · values[q] with `fromLeft`). */
export function multiplyByNegative(values: Float64Array, q: number, factor: Float64Array, fromLeft: boolean): void {
  PRODUCT.fill(0);
  if (fromLeft) subtractProduct(PRODUCT, 0, factor, 0, values, q);
  else subtractProduct(PRODUCT, 0, values, q, factor, 0);
  for (let c = 0; c < 4; c++) values[q + c] = PRODUCT[c];
}

const PRODUCT = new Float64Array(4);
