/**
 * Quaternions q0 + i q·σ, for the twin of kernels/quaternion/. Product: c0 = a0 b0 − a·b, c = a0 b + b0 a − a × b.
 * Terms are added in the order in which the kernel adds them.
 */
import type { BlockAlgebra } from './block-algebra.ts';

export const quaternionAlgebra: BlockAlgebra = {
  size: 4,
  one: [1, 0, 0, 0],
  spin: (x, y, z) => [0, x, y, z],
  subtractProduct,
  norm,
  scaledInverse,
};

function subtractProduct(
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

function norm(values: Float64Array, q: number): number {
  const q0 = values[q];
  const q1 = values[q + 1];
  const q2 = values[q + 2];
  const q3 = values[q + 3];
  return q0 * q0 + q1 * q1 + (q2 * q2 + q3 * q3);
}

/** Conjugate over |q|². */
function scaledInverse(values: Float64Array, q: number, factor: number, out: Float64Array, at: number): void {
  const r = factor / norm(values, q);
  out[at] = values[q] * r;
  for (let c = 1; c < 4; c++) out[at + c] = -(values[q + c] * r);
}
