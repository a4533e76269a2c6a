/**
 * Twin of kernels/spectrum/bidiagonal.ts, where the derivation stands: from a quaternion anti-Hermitian tridiagonal matrix to the squared
 * moduli of a bidiagonal one with the same singular values, with the same operations in the same order, hence bit-identical.
 */
import type { BandShape } from './band.ts';
import { negligible } from './negligible.ts';
import { square } from './quaternion-algebra.ts';

interface BidiagonalScratch {
  /** Element (i, j), −1 ≤ j − i ≤ 3, is quaternion number 4i + j + 1. */
  readonly work: Float64Array;
  /** The s and c of a rotation. */
  readonly rotation: Float64Array;
  /** (iσ·s) y and (iσ·s) x, or the same from the right. */
  readonly products: Float64Array;
}

/** A rotation acts on columns, from the right, or on rows, from the left: then cross products have the other sign. */
type Side = 1 | -1;

const at = (i: number, j: number) => 4 * (4 * i + j + 1);

export function bidiagonalScratch({ size }: BandShape): BidiagonalScratch {
  return { work: new Float64Array(4 * (5 * size + 4)), rotation: new Float64Array(5), products: new Float64Array(8) };
}

/** Makes a tridiagonal matrix bidiagonal. `band`: as reduceQuaternion leaves it; `squares`: the 2·size − 1 numbers |B_00|², |B_01|², |B_11|², |B_12|², … */
export function bidiagonalise(
  band: Float64Array,
  { size, stride }: BandShape,
  squares: Float64Array,
  scratch: BidiagonalScratch,
): void {
  const { work } = scratch;
  unpack(band, size, stride, work);
  for (let k = 0; k + 1 < size; k++) rotateRows(k, Math.min(2, size - 1 - k), scratch);
  for (let k = 0; k + 2 < size; k++) chase(k, size, scratch);
  for (let k = 0; k < size; k++) {
    squares[2 * k] = square(work, at(k, k));
    if (k + 1 < size) squares[2 * k + 1] = square(work, at(k, k + 1));
  }
}

/** Removes the outer superdiagonal element of row k, and the bulges that follow. */
function chase(k: number, size: number, scratch: BidiagonalScratch): void {
  let row = k;
  for (let j = k + 1; j + 1 < size; j += 2) {
    if (!rotateColumns(row, j, scratch)) break;
    if (!rotateRows(j, Math.min(3, size - 1 - j), scratch)) break;
    row = j;
  }
}

/** Writes T into the work matrix; the upper triangle is minus the conjugate of the lower. */
function unpack(band: Float64Array, size: number, stride: number, work: Float64Array): void {
  work.fill(0);
  for (let k = 0; k < size; k++) {
    const source = 4 * k * stride;
    work.set(band.subarray(source, source + 4), at(k, k));
    if (k + 1 === size) break;
    work.set(band.subarray(source + 4, source + 8), at(k + 1, k));
    work.set(band.subarray(source + 4, source + 8), at(k, k + 1));
    work[at(k, k + 1)] *= -1;
  }
}

/** The rotation that moves b into a, as in the kernel; false where b vanishes. */
function prepare(work: Float64Array, a: number, b: number, side: Side, rotation: Float64Array): boolean {
  const squareB = square(work, b);
  if (negligible(squareB)) return false;
  const squareA = square(work, a);
  const r = Math.sqrt(squareA + squareB);
  if (negligible(squareA)) {
    rotation.set([1, 0, 0, 0, 0]);
    work.copyWithin(a, b, b + 4);
  } else {
    const sizeA = Math.sqrt(squareA);
    setSine(work, a, b, side, 1 / (sizeA * r), rotation);
    rotation[4] = sizeA / r;
    for (let c = a; c < a + 4; c++) work[c] *= r / sizeA;
  }
  work.fill(0, b, b + 4);
  return true;
}

/** Sets the sine of a rotation: a* b for columns, b a* for rows, times `inverse`. */
function setSine(work: Float64Array, a: number, b: number, side: Side, inverse: number, rotation: Float64Array): void {
  const sign = side * inverse;
  const a0 = work[a];
  const a1 = work[a + 1];
  const a2 = work[a + 2];
  const a3 = work[a + 3];
  const b0 = work[b];
  const b1 = work[b + 1];
  const b2 = work[b + 2];
  const b3 = work[b + 3];
  rotation[0] = (a0 * b0 + a1 * b1 + (a2 * b2 + a3 * b3)) * inverse;
  rotation[1] = (a0 * b1 - a1 * b0) * inverse + (a2 * b3 - a3 * b2) * sign;
  rotation[2] = (a0 * b2 - a2 * b0) * inverse + (a3 * b1 - a1 * b3) * sign;
  rotation[3] = (a0 * b3 - a3 * b0) * inverse + (a1 * b2 - a2 * b1) * sign;
}

/** Removes (k + 1, k) by (x, y) → (c x + s* y, c y − s x) on rows k, k + 1; `count` columns right of k follow. */
function rotateRows(k: number, count: number, scratch: BidiagonalScratch): boolean {
  const a = at(k, k);
  if (!prepare(scratch.work, a, a + 16, -1, scratch.rotation)) return false;
  for (let x = a + 4; x <= a + 4 * count; x += 4) rotate(x, x + 16, -1, scratch);
  return true;
}

/** Removes (row, j + 1) by (x, y) → (x c + y s*, y c − x s) on columns j, j + 1; the rows down to j + 1 follow. */
function rotateColumns(row: number, j: number, scratch: BidiagonalScratch): boolean {
  const a = at(row, j);
  if (!prepare(scratch.work, a, a + 4, 1, scratch.rotation)) return false;
  for (let x = a + 16; x <= at(j + 1, j); x += 16) rotate(x, x + 4, 1, scratch);
  return true;
}

function rotate(x: number, y: number, side: Side, { work, rotation, products }: BidiagonalScratch): void {
  vectorProduct(products, 0, rotation, work, y, side);
  vectorProduct(products, 4, rotation, work, x, side);
  const s0 = rotation[0];
  const cosine = rotation[4];
  for (let c = 0; c < 4; c++) {
    const xc = work[x + c];
    const yc = work[y + c];
    work[x + c] = xc * cosine + (yc * s0 - products[c]);
    work[y + c] = yc * cosine - (xc * s0 + products[4 + c]);
  }
}

/** The product q (iσ·s) for columns, (iσ·s) q for rows. */
function vectorProduct(target: Float64Array, t: number, s: Float64Array, q: Float64Array, i: number, side: Side): void {
  target[t] = -q[i + 1] * s[1] - (q[i + 2] * s[2] + q[i + 3] * s[3]);
  target[t + 1] = q[i] * s[1] + side * (q[i + 3] * s[2] - q[i + 2] * s[3]);
  target[t + 2] = q[i] * s[2] + side * q[i + 1] * s[3] - side * q[i + 3] * s[1];
  target[t + 3] = q[i] * s[3] - side * q[i + 1] * s[2] + side * q[i + 2] * s[1];
}
