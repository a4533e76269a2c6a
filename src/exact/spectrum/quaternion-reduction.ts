/**
 * Twin of kernels/spectrum/quaternion.ts: a quaternion anti-Hermitian band matrix to a tridiagonal one, with the same operations in the same
 * order, hence bit-identical. Quaternions are four numbers in a row; every offset counts numbers of the array, not quaternions.
 */
import type { BandShape } from './band.ts';
import { negligible } from './negligible.ts';
import {
  addConjugateProduct,
  addProduct,
  collectLanes,
  setConjugate,
  setProduct,
  square,
  subtractProduct,
  subtractTwoProducts,
} from './quaternion-algebra.ts';

interface QuaternionScratch {
  readonly v: Float64Array;
  readonly w: Float64Array;
  /** D v or B v. */
  readonly image: Float64Array;
  /** α and β of a rank-two update, and one quaternion more. */
  readonly factor: Float64Array;
  /** Partial sums of an inner product. */
  readonly sums: Float64Array;
}

export function quaternionScratch({ bandwidth }: BandShape): QuaternionScratch {
  const vector = () => new Float64Array(4 * bandwidth);
  return { v: vector(), w: vector(), image: vector(), factor: new Float64Array(12), sums: new Float64Array(8) };
}

/** Overwrites `band` with the tridiagonal matrix in its first two rows (subdiagonal quaternion). */
export function reduceQuaternion(band: Float64Array, shape: BandShape, scratch: QuaternionScratch): void {
  for (let k = 0; k < shape.size - 2; k++) chase(band, shape, k, scratch);
}

/** Step k: reflects column k on its first element below the diagonal, and the bulges that follow. */
function chase(
  band: Float64Array,
  { size, bandwidth, stride }: BandShape,
  k: number,
  scratch: QuaternionScratch,
): void {
  const at = (i: number, j: number) => 4 * (j * stride + i - j);
  let { v, w } = scratch;
  let row = k + 1;
  let count = Math.min(bandwidth, size - row);
  let active = reflection(band, at(row, k), count, v);
  while (active) {
    reflectDiagonalBlock(band, at(row, row), 4 * stride, count, v, scratch);
    const next = row + count;
    if (next >= size) break;
    const rows = Math.min(bandwidth, size - next);
    active = reflectBlockBelow(band, at(next, row), 4 * stride - 4, rows, count, v, w, scratch);
    row = next;
    count = rows;
    [v, w] = [w, v];
  }
}

/** Reflects the vector at x on its first component and leaves v; false where there is nothing to reflect. */
function reflection(band: Float64Array, x: number, count: number, v: Float64Array): boolean {
  if (count < 2) return false;
  const total = squareOfVector(band, x, x + 4 * count);
  if (negligible(total)) return false;
  const norm = Math.sqrt(total);
  const first = Math.sqrt(square(band, x));
  const scale = 1 / Math.sqrt(total + norm * first);
  const unit = [0, 1, 2, 3].map((c) => (first > 0 ? band[x + c] / first : c === 0 ? 1 : 0));
  for (let c = 0; c < 4; c++) v[c] = c === 0 ? unit[c] * scale : -(unit[c] * scale);
  for (let i = 4; i < 4 * count; i += 4) setProduct(v, i, band, x + i, v, 0);
  v[0] = (first + norm) * scale;
  v.fill(0, 1, 4);
  band.fill(0, x, x + 4 * count);
  for (let c = 0; c < 4; c++) band[x + c] = unit[c] * -norm;
  return true;
}

function squareOfVector(x: Float64Array, from: number, to: number): number {
  let square0 = 0;
  let square1 = 0;
  let square2 = 0;
  let square3 = 0;
  for (let a = from; a < to; a += 4) {
    square0 += x[a] * x[a];
    square1 += x[a + 1] * x[a + 1];
    square2 += x[a + 2] * x[a + 2];
    square3 += x[a + 3] * x[a + 3];
  }
  return square0 + square2 + (square1 + square3);
}

/** D ← (1 − v v†) D (1 − v v†) = D − w v† + v w†, w = D v − v (v†Dv)/2. */
function reflectDiagonalBlock(
  band: Float64Array,
  block: number,
  toNext: number,
  count: number,
  v: Float64Array,
  { image: w, factor, sums }: QuaternionScratch,
): void {
  const length = 4 * count;
  w.fill(0, 0, length);
  for (let j = 0, column = block; j < length; j += 4, column += toNext)
    multiplyColumn(band, column, v, w, j, length, sums);
  removeProjection(v, w, length, factor, sums);
  for (let j = 0, column = block; j < length; j += 4, column += toNext) {
    setConjugate(factor, 0, v, j);
    setConjugate(factor, 4, w, j);
    for (let c = 4; c < 8; c++) factor[c] = -factor[c];
    for (let i = j, a = column; i < length; i += 4, a += 4) subtractTwoProducts(band, a, w, v, i, factor);
  }
}

/** Column j of the lower triangle, diagonal first: w_i += a_ij v_j, w_j += a_jj v_j − Σ_i a_ij* v_i. */
function multiplyColumn(
  band: Float64Array,
  column: number,
  v: Float64Array,
  w: Float64Array,
  j: number,
  length: number,
  sums: Float64Array,
): void {
  sums.fill(0);
  for (let i = j + 4, a = column + 4; i < length; i += 4, a += 4) {
    addProduct(w, i, band, a, v, j);
    addConjugateProduct(sums, band, a, v, i);
  }
  addProduct(w, j, band, column, v, j);
  w[j] -= sums[0] + sums[1];
  w[j + 1] -= sums[2] - sums[3];
  w[j + 2] -= sums[4] - sums[5];
  w[j + 3] -= sums[6] + sums[7];
}

/** w ← w − v (v†w)/2. */
function removeProjection(
  v: Float64Array,
  w: Float64Array,
  length: number,
  factor: Float64Array,
  sums: Float64Array,
): void {
  innerProduct(v, w, 0, length, factor, 0, sums);
  for (let c = 0; c < 4; c++) factor[c] *= 0.5;
  for (let i = 0; i < length; i += 4) subtractProduct(w, i, v, i, factor, 0);
}

/** Σ a_i* b_i, the components of b from `start` on, to offset t of `target`. */
function innerProduct(
  a: Float64Array,
  b: Float64Array,
  start: number,
  length: number,
  target: Float64Array,
  t: number,
  sums: Float64Array,
): void {
  sums.fill(0);
  for (let i = 0; i < length; i += 4) addConjugateProduct(sums, a, i, b, start + i);
  collectLanes(target, t, sums);
}

/**
 * B ← (1 − w w†) B (1 − v v†), w chosen so that the first column becomes a multiple of its first component: with y = B v and
 * z = w†(B − y v†), B ← B − y v† − w z. False where w is not needed; then w = 0. `rows` × `count`.
 */
function reflectBlockBelow(
  band: Float64Array,
  block: number,
  toNext: number,
  rows: number,
  count: number,
  v: Float64Array,
  w: Float64Array,
  { image: y, factor, sums }: QuaternionScratch,
): boolean {
  const length = 4 * rows;
  y.fill(0, 0, length);
  for (let j = 0, column = block; j < 4 * count; j += 4, column += toNext)
    for (let i = 0; i < length; i += 4) addProduct(y, i, band, column + i, v, j);
  setConjugate(factor, 0, v, 0);
  for (let i = 0; i < length; i += 4) subtractProduct(band, block + i, y, i, factor, 0);
  const active = reflection(band, block, rows, w);
  if (!active) w.fill(0, 0, length);
  innerProduct(w, y, 0, length, factor, 8, sums);
  for (let j = 4, column = block + toNext; j < 4 * count; j += 4, column += toNext) {
    setConjugate(factor, 0, v, j);
    innerProduct(w, band, column, length, factor, 4, sums);
    subtractProduct(factor, 4, factor, 8, factor, 0);
    for (let i = 0; i < length; i += 4) subtractTwoProducts(band, column + i, y, w, i, factor);
  }
  return active;
}
