/**
 * Twin of kernels/spectrum/complex.ts, where the derivation stands: a complex Hermitian band matrix to a tridiagonal one, with the same operations
 * in the same order, hence bit-identical. Numbers are pairs (real, imaginary); every offset counts numbers of the array, not pairs.
 */
import type { BandShape } from './band.ts';
import { negligible } from './negligible.ts';

interface ComplexScratch {
  readonly v: Float64Array;
  readonly w: Float64Array;
  /** D v or B v. */
  readonly image: Float64Array;
  /** α and β of a rank-two update. */
  readonly factor: Float64Array;
}

export function complexScratch({ bandwidth }: BandShape): ComplexScratch {
  const vector = () => new Float64Array(2 * bandwidth);
  return { v: vector(), w: vector(), image: vector(), factor: new Float64Array(4) };
}

/** Overwrites `band` with the tridiagonal matrix in its first two rows (subdiagonal complex). */
export function reduceComplex(band: Float64Array, shape: BandShape, scratch: ComplexScratch): void {
  for (let k = 0; k < shape.size - 2; k++) chase(band, shape, k, scratch);
}

/** Step k: reflects column k on its first element below the diagonal, and the bulges that follow. */
function chase(band: Float64Array, { size, bandwidth, stride }: BandShape, k: number, scratch: ComplexScratch): void {
  const at = (i: number, j: number) => 2 * (j * stride + i - j);
  const { image, factor } = scratch;
  let { v, w } = scratch;
  let row = k + 1;
  let count = Math.min(bandwidth, size - row);
  let active = reflection(band, at(row, k), count, v);
  while (active) {
    reflectDiagonalBlock(band, at(row, row), 2 * stride, count, v, image, factor);
    const next = row + count;
    if (next >= size) break;
    const rows = Math.min(bandwidth, size - next);
    active = reflectBlockBelow(band, at(next, row), 2 * stride - 2, rows, count, v, w, image, factor);
    row = next;
    count = rows;
    [v, w] = [w, v];
  }
}

/** Reflects the vector at x on its first component and leaves v; false where there is nothing to reflect. */
export function reflection(band: Float64Array, x: number, count: number, v: Float64Array): boolean {
  if (count < 2) return false;
  let square0 = 0;
  let square1 = 0;
  for (let a = x; a < x + 2 * count; a += 2) {
    square0 += band[a] * band[a];
    square1 += band[a + 1] * band[a + 1];
  }
  const square = square0 + square1;
  if (negligible(square)) return false;
  const norm = Math.sqrt(square);
  const first = Math.sqrt(band[x] * band[x] + band[x + 1] * band[x + 1]);
  const cos = first > 0 ? band[x] / first : 1;
  const sin = first > 0 ? band[x + 1] / first : 0;
  const scale = 1 / Math.sqrt(square + norm * first);
  moveScaled(band, x, v, 2 * count, cos * scale, sin * scale);
  v[0] = (first + norm) * scale;
  v[1] = 0;
  band[x] = -(cos * norm);
  band[x + 1] = -(sin * norm);
  return true;
}

/** v ← x (c − i s), x ← 0. */
function moveScaled(band: Float64Array, x: number, v: Float64Array, length: number, c: number, s: number): void {
  for (let i = 0; i < length; i += 2) {
    const real = band[x + i];
    const imaginary = band[x + i + 1];
    v[i] = real * c + imaginary * s;
    v[i + 1] = imaginary * c - real * s;
    band[x + i] = 0;
    band[x + i + 1] = 0;
  }
}

/** D ← (1 − v v†) D (1 − v v†) = D − v w† − w v†, w = D v − v (v†Dv)/2. */
export function reflectDiagonalBlock(
  band: Float64Array,
  block: number,
  toNext: number,
  count: number,
  v: Float64Array,
  w: Float64Array,
  factor: Float64Array,
): void {
  const length = 2 * count;
  w.fill(0, 0, length);
  for (let j = 0, column = block; j < length; j += 2, column += toNext) multiplyColumn(band, column, v, w, j, length);
  removeProjection(v, w, length);
  for (let j = 0, column = block; j < length; j += 2, column += toNext) {
    setConjugate(factor, 0, w, j);
    setConjugate(factor, 2, v, j);
    subtractRankTwo(band, column, v, w, j, length, factor);
  }
}

function setConjugate(factor: Float64Array, to: number, x: Float64Array, j: number): void {
  factor[to] = x[j];
  factor[to + 1] = -x[j + 1];
}

/** Column j of the lower triangle, diagonal first: w_i += a_ij v_j, w_j += a_jj v_j + Σ_i a_ij* v_i. */
function multiplyColumn(
  band: Float64Array,
  column: number,
  v: Float64Array,
  w: Float64Array,
  j: number,
  length: number,
): void {
  const c = v[j];
  const s = v[j + 1];
  let direct0 = 0;
  let direct1 = 0;
  let crossed0 = 0;
  let crossed1 = 0;
  for (let i = j + 2, a = column + 2; i < length; i += 2, a += 2) {
    const real = band[a];
    const imaginary = band[a + 1];
    w[i] += real * c - imaginary * s;
    w[i + 1] += imaginary * c + real * s;
    direct0 += real * v[i];
    direct1 += imaginary * v[i + 1];
    crossed0 += real * v[i + 1];
    crossed1 += imaginary * v[i];
  }
  w[j] = w[j] + band[column] * c + (direct0 + direct1);
  w[j + 1] = w[j + 1] + band[column] * s + (crossed0 - crossed1);
}

/** w ← w − v (v†w)/2, v†w real. */
function removeProjection(v: Float64Array, w: Float64Array, length: number): void {
  let sum0 = 0;
  let sum1 = 0;
  for (let i = 0; i < length; i += 2) {
    sum0 += v[i] * w[i];
    sum1 += v[i + 1] * w[i + 1];
  }
  const half = 0.5 * (sum0 + sum1);
  for (let i = 0; i < length; i++) w[i] -= half * v[i];
}

/** a_i −= x_i α + y_i β for the rows of one column, the first of which is component `from`. */
function subtractRankTwo(
  band: Float64Array,
  column: number,
  x: Float64Array,
  y: Float64Array,
  from: number,
  length: number,
  factor: Float64Array,
): void {
  const [c, s, d, t] = [factor[0], factor[1], factor[2], factor[3]];
  for (let i = from, a = column; i < length; i += 2, a += 2) {
    band[a] -= x[i] * c - x[i + 1] * s + (y[i] * d - y[i + 1] * t);
    band[a + 1] -= x[i + 1] * c + x[i] * s + (y[i + 1] * d + y[i] * t);
  }
}

/** a_i −= x_i α. */
export function subtractProduct(
  band: Float64Array,
  column: number,
  x: Float64Array,
  length: number,
  factor: Float64Array,
): void {
  const [c, s] = [factor[0], factor[1]];
  for (let i = 0; i < length; i += 2) {
    band[column + i] -= x[i] * c - x[i + 1] * s;
    band[column + i + 1] -= x[i + 1] * c + x[i] * s;
  }
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
  y: Float64Array,
  factor: Float64Array,
): boolean {
  const length = 2 * rows;
  y.fill(0, 0, length);
  for (let j = 0, column = block; j < 2 * count; j += 2, column += toNext) addColumn(band, column, v, j, y, length);
  setConjugate(factor, 0, v, 0);
  subtractProduct(band, block, y, length, factor);
  const active = reflection(band, block, rows, w);
  if (!active) w.fill(0, 0, length);
  innerProduct(w, y, 0, length, factor);
  const real = factor[2];
  const imaginary = factor[3];
  for (let j = 2, column = block + toNext; j < 2 * count; j += 2, column += toNext) {
    setConjugate(factor, 0, v, j);
    innerProduct(w, band, column, length, factor);
    factor[2] -= real * factor[0] - imaginary * factor[1];
    factor[3] -= imaginary * factor[0] + real * factor[1];
    subtractRankTwo(band, column, y, w, 0, length, factor);
  }
  return active;
}

/** y_i += a_i v_j. */
function addColumn(
  band: Float64Array,
  column: number,
  v: Float64Array,
  j: number,
  y: Float64Array,
  length: number,
): void {
  const c = v[j];
  const s = v[j + 1];
  for (let i = 0; i < length; i += 2) {
    const real = band[column + i];
    const imaginary = band[column + i + 1];
    y[i] += real * c - imaginary * s;
    y[i + 1] += imaginary * c + real * s;
  }
}

/** β = Σ a_i* b_i, the components of b from `start` on. */
export function innerProduct(
  a: Float64Array,
  b: Float64Array,
  start: number,
  length: number,
  factor: Float64Array,
): void {
  let direct0 = 0;
  let direct1 = 0;
  let crossed0 = 0;
  let crossed1 = 0;
  for (let i = 0; i < length; i += 2) {
    direct0 += a[i] * b[start + i];
    direct1 += a[i + 1] * b[start + i + 1];
    crossed0 += a[i] * b[start + i + 1];
    crossed1 += a[i + 1] * b[start + i];
  }
  factor[2] = direct0 + direct1;
  factor[3] = crossed0 - crossed1;
}
