/**
 * A complex Hermitian band matrix to a tridiagonal one, by Householder reflections that chase the bulge
 * (K. Murata and K. Horikoshi, 1975; B. Lang, SIAM J. Sci. Comput. 14 (1993) 1320). With bandwidth n − 1 there is no bulge, and
 * what remains is the classical reduction of a full matrix.
 *
 * Step k reflects the rows of column k below the diagonal, r = k + 1 … r + count − 1, count ≤ bandwidth, on their first. That reflection 1 − v v†, v†v = 2,
 * acts on the diagonal block D of these rows from both sides and on the block B below it from the right, which fills B.
 * The first column of B gets the next reflection, and so on to the end of the matrix; the rest of B waits for the steps to come.
 * Hence 2·bandwidth rows are stored for every column.
 *
 * An element is (real, imaginary) in the two lanes; element (i, j), i ≥ j, of the lower triangle is number j·stride + i − j.
 * The order of the operations is part of the contract: src/exact/spectrum/complex-reduction.ts repeats it.
 */
import { clear, negligible, swap } from './lanes';

/** Bytes of one element. */
export const SIZE: usize = 16;

/** Overwrites `band` with the tridiagonal matrix in its first two rows (subdiagonal complex). `scratch`: 4·bandwidth elements. */
export function reduceComplex(band: usize, stride: i32, n: i32, bandwidth: i32, scratch: usize): void {
  const length = SIZE * <usize>bandwidth;
  const image = scratch + 2 * length;
  for (let k = 0; k < n - 2; k++) {
    let v = scratch, w = scratch + length;
    let row = k + 1;
    let count = min(bandwidth, n - row);
    let active = reflection(at(band, stride, row, k), count, v);
    while (active) {
      reflectDiagonalBlock(at(band, stride, row, row), stride, count, v, image);
      const next = row + count;
      if (next >= n) break;
      const rows = min(bandwidth, n - next);
      active = reflectBlockBelow(at(band, stride, next, row), stride, rows, count, v, w, image);
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
export function at(band: usize, stride: i32, i: i32, j: i32): usize {
  return band + SIZE * <usize>(j * stride + i - j);
}

/** Reflects the vector x on its first component and leaves v; false where there is nothing to reflect. */
export function reflection(x: usize, count: i32, v: usize): bool {
  if (count < 2) return false;
  let sum = f64x2.splat(0);
  const end = x + SIZE * <usize>count;
  for (let a = x; a < end; a += SIZE) {
    const element = v128.load(a);
    sum = f64x2.add(sum, f64x2.mul(element, element));
  }
  const square = f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
  if (negligible(square)) return false;
  const norm = sqrt(square);
  const real = load<f64>(x), imaginary = load<f64>(x, 8);
  const first = sqrt(real * real + imaginary * imaginary);
  const cos = first > 0 ? real / first : 1.0;
  const sin = first > 0 ? imaginary / first : 0.0;
  const scale = 1.0 / sqrt(square + norm * first);
  const c = f64x2.splat(cos * scale);
  const s = f64x2.replace_lane(f64x2.splat(sin * scale), 1, -(sin * scale));
  const toV = v - x;
  for (let a = x; a < end; a += SIZE) {
    const element = v128.load(a);
    v128.store(a + toV, f64x2.add(f64x2.mul(element, c), f64x2.mul(swap(element), s)));
    v128.store(a, f64x2.splat(0));
  }
  store<f64>(v, (first + norm) * scale);
  store<f64>(v, 0, 8);
  store<f64>(x, -(cos * norm));
  store<f64>(x, -(sin * norm), 8);
  return true;
}

/** D ← (1 − v v†) D (1 − v v†) = D − v w† − w v†, w = D v − v (v†Dv)/2. */
export function reflectDiagonalBlock(block: usize, stride: i32, count: i32, v: usize, w: usize): void {
  const length = SIZE * <usize>count;
  const toNext = SIZE * <usize>stride;
  clear(w, length);
  let column = block;
  for (let j: usize = 0; j < length; j += SIZE) {
    multiplyColumn(column, v + j, w + j, length - j);
    column += toNext;
  }
  removeProjection(v, w, length);
  column = block;
  for (let j: usize = 0; j < length; j += SIZE) {
    subtractRankTwo(column, v + j, w + j, length - j, conjugate(v128.load(w + j)), conjugate(v128.load(v + j)));
    column += toNext;
  }
}

/** Column j of the lower triangle, diagonal first: w_i += a_ij v_j, w_j += a_jj v_j + Σ_i a_ij* v_i. `v`, `w` point to component j. */
// @ts-ignore: decorator
@inline
function multiplyColumn(column: usize, v: usize, w: usize, length: usize): void {
  const x = v128.load(v);
  const c = f64x2.splat(f64x2.extract_lane(x, 0));
  const s = f64x2.mul(f64x2.splat(f64x2.extract_lane(x, 1)), f64x2(-1, 1));
  let direct = f64x2.splat(0), crossed = f64x2.splat(0);
  for (let i = SIZE; i < length; i += SIZE) {
    const a = v128.load(column + i), y = v128.load(v + i);
    v128.store(w + i, f64x2.add(v128.load(w + i), f64x2.add(f64x2.mul(a, c), f64x2.mul(swap(a), s))));
    direct = f64x2.add(direct, f64x2.mul(a, y));
    crossed = f64x2.add(crossed, f64x2.mul(a, swap(y)));
  }
  const own = f64x2.add(v128.load(w), f64x2.mul(f64x2.splat(load<f64>(column)), x));
  v128.store(w, f64x2.add(own, conjugateProduct(direct, crossed)));
}

/** a* b from the sums of (a_r b_r, a_i b_i) and (a_r b_i, a_i b_r). */
// @ts-ignore: decorator
@inline
function conjugateProduct(direct: v128, crossed: v128): v128 {
  return f64x2(
    f64x2.extract_lane(direct, 0) + f64x2.extract_lane(direct, 1),
    f64x2.extract_lane(crossed, 0) - f64x2.extract_lane(crossed, 1),
  );
}

/** w ← w − v (v†w)/2, v†w real. */
function removeProjection(v: usize, w: usize, length: usize): void {
  let sum = f64x2.splat(0);
  for (let i: usize = 0; i < length; i += SIZE) sum = f64x2.add(sum, f64x2.mul(v128.load(v + i), v128.load(w + i)));
  const half = f64x2.splat(0.5 * (f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1)));
  for (let i: usize = 0; i < length; i += SIZE)
    v128.store(w + i, f64x2.sub(v128.load(w + i), f64x2.mul(half, v128.load(v + i))));
}

// @ts-ignore: decorator
@inline
export function conjugate(a: v128): v128 {
  return f64x2.mul(a, f64x2(1, -1));
}

/** a_i −= x_i α + y_i β for the rows of one column. */
// @ts-ignore: decorator
@inline
function subtractRankTwo(column: usize, x: usize, y: usize, length: usize, alpha: v128, beta: v128): void {
  const c = f64x2.splat(f64x2.extract_lane(alpha, 0)), s = f64x2.mul(f64x2.splat(f64x2.extract_lane(alpha, 1)), f64x2(-1, 1));
  const d = f64x2.splat(f64x2.extract_lane(beta, 0)), t = f64x2.mul(f64x2.splat(f64x2.extract_lane(beta, 1)), f64x2(-1, 1));
  for (let i: usize = 0; i < length; i += SIZE) {
    const p = v128.load(x + i), q = v128.load(y + i);
    const first = f64x2.add(f64x2.mul(p, c), f64x2.mul(swap(p), s));
    const second = f64x2.add(f64x2.mul(q, d), f64x2.mul(swap(q), t));
    v128.store(column + i, f64x2.sub(v128.load(column + i), f64x2.add(first, second)));
  }
}

/** a_i −= x_i α. */
// @ts-ignore: decorator
@inline
export function subtractProduct(column: usize, x: usize, length: usize, alpha: v128): void {
  const c = f64x2.splat(f64x2.extract_lane(alpha, 0)), s = f64x2.mul(f64x2.splat(f64x2.extract_lane(alpha, 1)), f64x2(-1, 1));
  for (let i: usize = 0; i < length; i += SIZE) {
    const p = v128.load(x + i);
    v128.store(column + i, f64x2.sub(v128.load(column + i), f64x2.add(f64x2.mul(p, c), f64x2.mul(swap(p), s))));
  }
}

/**
 * B ← (1 − w w†) B (1 − v v†), w chosen so that the first column becomes a multiple of its first component: with y = B v and
 * z = w†(B − y v†), B ← B − y v† − w z. False where w is not needed; then w = 0. `rows` × `count`.
 */
function reflectBlockBelow(block: usize, stride: i32, rows: i32, count: i32, v: usize, w: usize, y: usize): bool {
  const length = SIZE * <usize>rows;
  const toNext = SIZE * <usize>(stride - 1);
  const end = SIZE * <usize>count;
  clear(y, length);
  let column = block;
  for (let j: usize = 0; j < end; j += SIZE) {
    addColumn(column, v128.load(v + j), y, length);
    column += toNext;
  }
  subtractProduct(block, y, length, conjugate(v128.load(v)));
  const active = reflection(block, rows, w);
  if (!active) clear(w, length);
  const overlap = innerProduct(w, y, length);
  column = block + toNext;
  for (let j = SIZE; j < end; j += SIZE) {
    const alpha = conjugate(v128.load(v + j));
    const z = f64x2.sub(innerProduct(w, column, length), product(overlap, alpha));
    subtractRankTwo(column, y, w, length, alpha, z);
    column += toNext;
  }
  return active;
}

/** y_i += a_i x. */
// @ts-ignore: decorator
@inline
function addColumn(column: usize, x: v128, y: usize, length: usize): void {
  const c = f64x2.splat(f64x2.extract_lane(x, 0)), s = f64x2.mul(f64x2.splat(f64x2.extract_lane(x, 1)), f64x2(-1, 1));
  for (let i: usize = 0; i < length; i += SIZE) {
    const a = v128.load(column + i);
    v128.store(y + i, f64x2.add(v128.load(y + i), f64x2.add(f64x2.mul(a, c), f64x2.mul(swap(a), s))));
  }
}

/** Σ a_i* b_i. */
// @ts-ignore: decorator
@inline
export function innerProduct(a: usize, b: usize, length: usize): v128 {
  let direct = f64x2.splat(0), crossed = f64x2.splat(0);
  for (let i: usize = 0; i < length; i += SIZE) {
    const x = v128.load(a + i), y = v128.load(b + i);
    direct = f64x2.add(direct, f64x2.mul(x, y));
    crossed = f64x2.add(crossed, f64x2.mul(x, swap(y)));
  }
  return conjugateProduct(direct, crossed);
}

// @ts-ignore: decorator
@inline
function product(a: v128, b: v128): v128 {
  const c = f64x2.splat(f64x2.extract_lane(b, 0)), s = f64x2.mul(f64x2.splat(f64x2.extract_lane(b, 1)), f64x2(-1, 1));
  return f64x2.add(f64x2.mul(a, c), f64x2.mul(swap(a), s));
}
