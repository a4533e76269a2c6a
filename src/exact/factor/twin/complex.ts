/**
 * Complex 2 × 2 blocks [[a, b], [c, d]] as a_re, a_im, b_re, b_im, c_re, c_im, d_re, d_im, for the twin of kernels/complex/.
 * Terms are added in the order in which the kernel adds them.
 */
import type { BlockAlgebra } from './block-algebra.ts';

export const complexAlgebra: BlockAlgebra = {
  size: 8,
  one: [1, 0, 0, 0, 0, 0, 1, 0],
  spin: (x, y, z) => [0, z, y, x, -y, x, 0, -z],
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
  for (let row = 0; row < 8; row += 4) {
    const pr = left[l + row];
    const pi = left[l + row + 1];
    const qr = left[l + row + 2];
    const qi = left[l + row + 3];
    for (let column = 0; column < 4; column += 2) {
      const t = target + row + column;
      const ar = right[u + column];
      const ai = right[u + column + 1];
      const cr = right[u + column + 4];
      const ci = right[u + column + 5];
      values[t] = values[t] - pr * ar + pi * ai - qr * cr + qi * ci;
      values[t + 1] = values[t + 1] - pr * ai - pi * ar - qr * ci - qi * cr;
    }
  }
}

function determinant(p: Float64Array, q: number): [number, number] {
  const real = p[q] * p[q + 6] - p[q + 1] * p[q + 7] - (p[q + 2] * p[q + 4] - p[q + 3] * p[q + 5]);
  const imaginary = p[q] * p[q + 7] + p[q + 1] * p[q + 6] - (p[q + 2] * p[q + 5] + p[q + 3] * p[q + 4]);
  return [real, imaginary];
}

function norm(values: Float64Array, q: number): number {
  const [real, imaginary] = determinant(values, q);
  return real * real + imaginary * imaginary;
}

/** Adjugate × conj(det)/|det|². */
function scaledInverse(values: Float64Array, q: number, factor: number, out: Float64Array, at: number): void {
  const [real, imaginary] = determinant(values, q);
  const r = factor / (real * real + imaginary * imaginary);
  const f: [number, number] = [real * r, -(imaginary * r)];
  storeScaled(out, at, f, values[q + 6], values[q + 7]);
  storeScaled(out, at + 2, f, -values[q + 2], -values[q + 3]);
  storeScaled(out, at + 4, f, -values[q + 4], -values[q + 5]);
  storeScaled(out, at + 6, f, values[q], values[q + 1]);
}

/** out[at] = f z. */
export function storeScaled(
  out: Float64Array,
  at: number,
  [fr, fi]: readonly [number, number],
  zr: number,
  zi: number,
): void {
  out[at] = fr * zr - fi * zi;
  out[at + 1] = fr * zi + fi * zr;
}
