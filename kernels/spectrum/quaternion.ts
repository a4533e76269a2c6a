/**
 * A quaternion anti-Hermitian band matrix to a tridiagonal one: the algorithm of complex.ts over the quaternions q0 + i q·σ
 * (in the gauge of class C a hopping is a real off-diagonal element, a spin a pure diagonal one).
 *
 * An element is (q0, q1), (q2, q3) in two vectors; element (i, j), i ≥ j, of the lower triangle is number j·stride + i − j, and the
 * upper one is minus its conjugate. The product is c0 = a0 b0 − a·b, c = a0 b + b0 a − a × b.
 * The order of the operations is part of the contract: src/exact/spectrum/quaternion-reduction.ts repeats it.
 */
import { clear, negligible, swap } from './lanes';

/** Bytes of one element. */
const SIZE: usize = 32;

/** Overwrites `band` with the tridiagonal matrix in its first two rows (subdiagonal quaternion). `scratch`: 4·bandwidth elements. */
export function reduceQuaternion(band: usize, stride: i32, n: i32, bandwidth: i32, scratch: usize): void {
  const length = SIZE * <usize>bandwidth;
  const image = scratch + 2 * length, factor = scratch + 3 * length;
  for (let k = 0; k < n - 2; k++) {
    let v = scratch, w = scratch + length;
    let row = k + 1;
    let count = min(bandwidth, n - row);
    let active = reflection(at(band, stride, row, k), count, v);
    while (active) {
      reflectDiagonalBlock(at(band, stride, row, row), stride, count, v, image, factor);
      const next = row + count;
      if (next >= n) break;
      const rows = min(bandwidth, n - next);
      active = reflectBlockBelow(at(band, stride, next, row), stride, rows, count, v, w, image, factor);
      row = next;
      count = rows;
      const spare = v;
      v = w;
      w = spare;
    }
  }
}

// @ts-ignore: decorator
@inline
function at(band: usize, stride: i32, i: i32, j: i32): usize {
  return band + SIZE * <usize>(j * stride + i - j);
}

/** Reflects the vector x on its first component and leaves v; false where there is nothing to reflect. */
function reflection(x: usize, count: i32, v: usize): bool {
  if (count < 2) return false;
  let low = f64x2.splat(0), high = f64x2.splat(0);
  const end = x + SIZE * <usize>count;
  for (let a = x; a < end; a += SIZE) {
    const l = v128.load(a), h = v128.load(a, 16);
    low = f64x2.add(low, f64x2.mul(l, l));
    high = f64x2.add(high, f64x2.mul(h, h));
  }
  const sum = f64x2.add(low, high);
  const square = f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
  if (negligible(square)) return false;
  const norm = sqrt(square);
  const l = v128.load(x), h = v128.load(x, 16);
  const squares = f64x2.add(f64x2.mul(l, l), f64x2.mul(h, h));
  const first = sqrt(f64x2.extract_lane(squares, 0) + f64x2.extract_lane(squares, 1));
  const unitLow = first > 0 ? f64x2.div(l, f64x2.splat(first)) : f64x2(1, 0);
  const unitHigh = first > 0 ? f64x2.div(h, f64x2.splat(first)) : f64x2.splat(0);
  const scale = f64x2.splat(1.0 / sqrt(square + norm * first));
  store4(v, conjugateLow(f64x2.mul(unitLow, scale)), f64x2.neg(f64x2.mul(unitHigh, scale)));
  const k0 = f64x2.splat(load<f64>(v)), k1 = alternate(load<f64>(v, 8)), k2 = alternate(load<f64>(v, 16)), k3 = f64x2.splat(load<f64>(v, 24));
  const toV = v - x;
  for (let a = x + SIZE; a < end; a += SIZE) {
    const low = v128.load(a), high = v128.load(a, 16);
    store4(a + toV, productLow(low, high, k0, k1, k2, k3), productHigh(low, high, k0, k1, k2, k3));
    store4(a, f64x2.splat(0), f64x2.splat(0));
  }
  store4(v, f64x2.mul(f64x2(first + norm, 0), scale), f64x2.splat(0));
  const minus = f64x2.splat(-norm);
  store4(x, f64x2.mul(unitLow, minus), f64x2.mul(unitHigh, minus));
  return true;
}

// @ts-ignore: decorator
@inline
function store4(target: usize, low: v128, high: v128): void {
  v128.store(target, low);
  v128.store(target, high, 16);
}

// @ts-ignore: decorator
@inline
function conjugateLow(a: v128): v128 {
  return f64x2.mul(a, f64x2(1, -1));
}

/** (−q, q). */
// @ts-ignore: decorator
@inline
function alternate(q: f64): v128 {
  return f64x2.replace_lane(f64x2.splat(q), 0, -q);
}

/** Components 0, 1 of a k, the right factor spread as k0 = (k0, k0), k1 = (−k1, k1), k2 = (−k2, k2), k3 = (k3, k3). */
// @ts-ignore: decorator
@inline
function productLow(low: v128, high: v128, k0: v128, k1: v128, k2: v128, k3: v128): v128 {
  const complex = f64x2.add(f64x2.mul(low, k0), f64x2.mul(swap(low), k1));
  return f64x2.add(complex, f64x2.sub(f64x2.mul(high, k2), f64x2.mul(swap(high), k3)));
}

/** Components 2, 3 of the same product. */
// @ts-ignore: decorator
@inline
function productHigh(low: v128, high: v128, k0: v128, k1: v128, k2: v128, k3: v128): v128 {
  const complex = f64x2.add(f64x2.mul(high, k0), f64x2.mul(swap(high), k1));
  return f64x2.add(complex, f64x2.sub(f64x2.mul(swap(low), k3), f64x2.mul(low, k2)));
}

/** D ← (1 − v v†) D (1 − v v†) = D − w v† + v w†, w = D v − v (v†Dv)/2. */
function reflectDiagonalBlock(block: usize, stride: i32, count: i32, v: usize, w: usize, factor: usize): void {
  const length = SIZE * <usize>count;
  const toNext = SIZE * <usize>stride;
  clear(w, length);
  let column = block;
  for (let j: usize = 0; j < length; j += SIZE) {
    multiplyColumn(column, v + j, w + j, length - j);
    column += toNext;
  }
  removeProjection(v, w, length, factor);
  column = block;
  for (let j: usize = 0; j < length; j += SIZE) {
    store4(factor, conjugateLow(v128.load(v + j)), f64x2.neg(v128.load(v + j, 16)));
    // −w_j*
    store4(factor + SIZE, f64x2.mul(v128.load(w + j), f64x2(-1, 1)), v128.load(w + j, 16));
    subtractRankTwo(column, w + j, v + j, length - j, factor);
    column += toNext;
  }
}

/** Column j of the lower triangle, diagonal first: w_i += a_ij v_j, w_j += a_jj v_j − Σ_i a_ij* v_i. `v`, `w` point to component j. */
// @ts-ignore: decorator
@inline
function multiplyColumn(column: usize, v: usize, w: usize, length: usize): void {
  const k0 = f64x2.splat(load<f64>(v)), k1 = alternate(load<f64>(v, 8)), k2 = alternate(load<f64>(v, 16)), k3 = f64x2.splat(load<f64>(v, 24));
  let s0 = f64x2.splat(0), s1 = f64x2.splat(0), s2 = f64x2.splat(0), s3 = f64x2.splat(0);
  for (let i = SIZE; i < length; i += SIZE) {
    const low = v128.load(column + i), high = v128.load(column + i, 16);
    v128.store(w + i, f64x2.add(v128.load(w + i), productLow(low, high, k0, k1, k2, k3)));
    v128.store(w + i, f64x2.add(v128.load(w + i, 16), productHigh(low, high, k0, k1, k2, k3)), 16);
    const l = v128.load(v + i), h = v128.load(v + i, 16);
    s0 = f64x2.add(s0, f64x2.add(f64x2.mul(low, l), f64x2.mul(high, h)));
    s1 = f64x2.add(s1, f64x2.add(f64x2.mul(low, swap(l)), f64x2.mul(high, swap(h))));
    s2 = f64x2.add(s2, f64x2.sub(f64x2.mul(low, h), f64x2.mul(high, l)));
    s3 = f64x2.add(s3, f64x2.sub(f64x2.mul(low, swap(h)), f64x2.mul(high, swap(l))));
  }
  const low = v128.load(column), high = v128.load(column, 16);
  const ownLow = f64x2.add(v128.load(w), productLow(low, high, k0, k1, k2, k3));
  const ownHigh = f64x2.add(v128.load(w, 16), productHigh(low, high, k0, k1, k2, k3));
  store4(w, f64x2.sub(ownLow, conjugateProductLow(s0, s1)), f64x2.sub(ownHigh, conjugateProductHigh(s2, s3)));
}

/** Components 0, 1 of a* b from the four sums of innerProduct. */
// @ts-ignore: decorator
@inline
function conjugateProductLow(s0: v128, s1: v128): v128 {
  return f64x2(f64x2.extract_lane(s0, 0) + f64x2.extract_lane(s0, 1), f64x2.extract_lane(s1, 0) - f64x2.extract_lane(s1, 1));
}

// @ts-ignore: decorator
@inline
function conjugateProductHigh(s2: v128, s3: v128): v128 {
  return f64x2(f64x2.extract_lane(s2, 0) - f64x2.extract_lane(s2, 1), f64x2.extract_lane(s3, 0) + f64x2.extract_lane(s3, 1));
}

/** w ← w − v (v†w)/2. */
function removeProjection(v: usize, w: usize, length: usize, factor: usize): void {
  innerProduct(v, w, length, factor);
  const half = f64x2.splat(0.5);
  store4(factor, f64x2.mul(v128.load(factor), half), f64x2.mul(v128.load(factor, 16), half));
  subtractProduct(w, v, length, factor);
}

/** a_i −= x_i α; α stands at `factor`. */
// @ts-ignore: decorator
@inline
function subtractProduct(column: usize, x: usize, length: usize, factor: usize): void {
  const k0 = f64x2.splat(load<f64>(factor)), k1 = alternate(load<f64>(factor, 8)), k2 = alternate(load<f64>(factor, 16)), k3 = f64x2.splat(load<f64>(factor, 24));
  for (let i: usize = 0; i < length; i += SIZE) {
    const low = v128.load(x + i), high = v128.load(x + i, 16);
    v128.store(column + i, f64x2.sub(v128.load(column + i), productLow(low, high, k0, k1, k2, k3)));
    v128.store(column + i, f64x2.sub(v128.load(column + i, 16), productHigh(low, high, k0, k1, k2, k3)), 16);
  }
}

/** result = Σ a_i* b_i. */
// @ts-ignore: decorator
@inline
function innerProduct(a: usize, b: usize, length: usize, result: usize): void {
  let s0 = f64x2.splat(0), s1 = f64x2.splat(0), s2 = f64x2.splat(0), s3 = f64x2.splat(0);
  for (let i: usize = 0; i < length; i += SIZE) {
    const low = v128.load(a + i), high = v128.load(a + i, 16);
    const l = v128.load(b + i), h = v128.load(b + i, 16);
    s0 = f64x2.add(s0, f64x2.add(f64x2.mul(low, l), f64x2.mul(high, h)));
    s1 = f64x2.add(s1, f64x2.add(f64x2.mul(low, swap(l)), f64x2.mul(high, swap(h))));
    s2 = f64x2.add(s2, f64x2.sub(f64x2.mul(low, h), f64x2.mul(high, l)));
    s3 = f64x2.add(s3, f64x2.sub(f64x2.mul(low, swap(h)), f64x2.mul(high, swap(l))));
  }
  store4(result, conjugateProductLow(s0, s1), conjugateProductHigh(s2, s3));
}

/** a_i −= x_i α + y_i β for the rows of one column; α, β stand at `factor`. */
// @ts-ignore: decorator
@inline
function subtractRankTwo(column: usize, x: usize, y: usize, length: usize, factor: usize): void {
  const k0 = f64x2.splat(load<f64>(factor)), k1 = alternate(load<f64>(factor, 8)), k2 = alternate(load<f64>(factor, 16)), k3 = f64x2.splat(load<f64>(factor, 24));
  const m0 = f64x2.splat(load<f64>(factor, 32)), m1 = alternate(load<f64>(factor, 40)), m2 = alternate(load<f64>(factor, 48)), m3 = f64x2.splat(load<f64>(factor, 56));
  for (let i: usize = 0; i < length; i += SIZE) {
    const xl = v128.load(x + i), xh = v128.load(x + i, 16);
    const yl = v128.load(y + i), yh = v128.load(y + i, 16);
    const low = f64x2.add(productLow(xl, xh, k0, k1, k2, k3), productLow(yl, yh, m0, m1, m2, m3));
    const high = f64x2.add(productHigh(xl, xh, k0, k1, k2, k3), productHigh(yl, yh, m0, m1, m2, m3));
    v128.store(column + i, f64x2.sub(v128.load(column + i), low));
    v128.store(column + i, f64x2.sub(v128.load(column + i, 16), high), 16);
  }
}

/**
 * B ← (1 − w w†) B (1 − v v†), w chosen so that the first column becomes a multiple of its first component: with y = B v and
 * z = w†(B − y v†), B ← B − y v† − w z. False where w is not needed; then w = 0. `rows` × `count`.
 */
function reflectBlockBelow(block: usize, stride: i32, rows: i32, count: i32, v: usize, w: usize, y: usize, factor: usize): bool {
  const length = SIZE * <usize>rows;
  const toNext = SIZE * <usize>(stride - 1);
  const end = SIZE * <usize>count;
  clear(y, length);
  let column = block;
  for (let j: usize = 0; j < end; j += SIZE) {
    addColumn(column, v + j, y, length);
    column += toNext;
  }
  store4(factor, conjugateLow(v128.load(v)), f64x2.neg(v128.load(v, 16)));
  subtractProduct(block, y, length, factor);
  const active = reflection(block, rows, w);
  if (!active) clear(w, length);
  const overlap = factor + 2 * SIZE;
  innerProduct(w, y, length, overlap);
  const overlapLow = v128.load(overlap), overlapHigh = v128.load(overlap, 16);
  column = block + toNext;
  for (let j = SIZE; j < end; j += SIZE) {
    const low = conjugateLow(v128.load(v + j)), high = f64x2.neg(v128.load(v + j, 16));
    store4(factor, low, high);
    const k0 = f64x2.splat(load<f64>(factor)), k1 = alternate(load<f64>(factor, 8)), k2 = alternate(load<f64>(factor, 16)), k3 = f64x2.splat(load<f64>(factor, 24));
    innerProduct(w, column, length, factor + SIZE);
    v128.store(factor, f64x2.sub(v128.load(factor, 32), productLow(overlapLow, overlapHigh, k0, k1, k2, k3)), 32);
    v128.store(factor, f64x2.sub(v128.load(factor, 48), productHigh(overlapLow, overlapHigh, k0, k1, k2, k3)), 48);
    subtractRankTwo(column, y, w, length, factor);
    column += toNext;
  }
  return active;
}

/** y_i += a_i x. */
// @ts-ignore: decorator
@inline
function addColumn(column: usize, x: usize, y: usize, length: usize): void {
  const k0 = f64x2.splat(load<f64>(x)), k1 = alternate(load<f64>(x, 8)), k2 = alternate(load<f64>(x, 16)), k3 = f64x2.splat(load<f64>(x, 24));
  for (let i: usize = 0; i < length; i += SIZE) {
    const low = v128.load(column + i), high = v128.load(column + i, 16);
    v128.store(y + i, f64x2.add(v128.load(y + i), productLow(low, high, k0, k1, k2, k3)));
    v128.store(y + i, f64x2.add(v128.load(y + i, 16), productHigh(low, high, k0, k1, k2, k3)), 16);
  }
}
