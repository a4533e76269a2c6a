/**
 * Singular values of a quaternion anti-Hermitian tridiagonal matrix T, first part: T = U B V† with B bidiagonal. The phases of B can be
 * moved into U and V, so only the moduli of its elements matter.
 *
 * Rotations from the left make T upper triangular with two superdiagonals. Then, row by row, a rotation of columns j, j + 1 removes the outer
 * element and leaves one below the diagonal, a rotation of rows j, j + 1 removes that one and leaves one in the third superdiagonal two rows
 * further down, and so on to the end (H. Rutishauser's chase). T is never squared, so small levels keep all their digits.
 *
 * A rotation has a real cosine c and a quaternion sine s, c² + |s|² = 1. Element (i, j) of the work matrix is number 4i + j + 1,
 * (q0, q1), (q2, q3) in two vectors. The order of the operations is part of the contract: src/exact/spectrum/bidiagonal.ts repeats it.
 */
import { clear, negligible, swap } from './lanes';

/** Bytes of one element. */
const SIZE: usize = 32;

/**
 * Makes T bidiagonal. `band`: T as reduceQuaternion leaves it. `squares`: the 2n − 1 numbers |B_00|², |B_01|², |B_11|², |B_12|², …
 * `scratch`: 5n + 6 elements.
 */
export function bidiagonalise(band: usize, stride: i32, n: i32, squares: usize, scratch: usize): void {
  const rotation = scratch, work = scratch + 2 * SIZE;
  unpack(band, stride, n, work);
  for (let k = 0; k + 1 < n; k++) rotateRows(work, k, min(2, n - 1 - k), rotation);
  for (let k = 0; k + 2 < n; k++) {
    let row = k;
    for (let j = k + 1; j + 1 < n; j += 2) {
      if (!rotateColumns(work, row, j, rotation)) break;
      if (!rotateRows(work, j, min(3, n - 1 - j), rotation)) break;
      row = j;
    }
  }
  for (let k = 0; k < n; k++) {
    store<f64>(squares + 16 * <usize>k, square(at(work, k, k)));
    if (k + 1 < n) store<f64>(squares + 16 * <usize>k + 8, square(at(work, k, k + 1)));
  }
}

// @ts-ignore: decorator
@inline
function at(work: usize, i: i32, j: i32): usize {
  return work + SIZE * <usize>(4 * i + j + 1);
}

/** Writes T into the work matrix; the upper triangle is minus the conjugate of the lower. */
function unpack(band: usize, stride: i32, n: i32, work: usize): void {
  clear(work, SIZE * <usize>(5 * n + 4));
  for (let k = 0; k < n; k++) {
    const source = band + SIZE * <usize>(k * stride);
    const target = at(work, k, k);
    v128.store(target, v128.load(source));
    v128.store(target, v128.load(source, 16), 16);
    if (k + 1 == n) break;
    const low = v128.load(source, 32), high = v128.load(source, 48);
    const below = at(work, k + 1, k);
    v128.store(below, low);
    v128.store(below, high, 16);
    v128.store(target, f64x2.mul(low, f64x2(-1, 1)), 32);
    v128.store(target, high, 48);
  }
}

/** |q|². */
// @ts-ignore: decorator
@inline
function square(q: usize): f64 {
  const low = v128.load(q), high = v128.load(q, 16);
  const sum = f64x2.add(f64x2.mul(low, low), f64x2.mul(high, high));
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}

/**
 * Writes to `rotation` the s and c of the rotation that moves b into a, with r² = |a|² + |b|², c = |a|/r, and s = a* b / (|a| r) for columns (`side` 1) or
 * b a* / (|a| r) for rows (`side` −1). Then a becomes a r/|a| and b zero. False where b vanishes.
 */
// @ts-ignore: decorator
@inline
function prepare(a: usize, b: usize, side: f64, rotation: usize): bool {
  const squareB = square(b);
  if (negligible(squareB)) return false;
  const squareA = square(a);
  const r = sqrt(squareA + squareB);
  if (negligible(squareA)) {
    store4(rotation, f64x2(1, 0), f64x2.splat(0));
    store<f64>(rotation, 0, 32);
    store4(a, v128.load(b), v128.load(b, 16));
    store4(b, f64x2.splat(0), f64x2.splat(0));
    return true;
  }
  const sizeA = sqrt(squareA);
  const inverse = 1.0 / (sizeA * r);
  const a0 = load<f64>(a), a1 = load<f64>(a, 8), a2 = load<f64>(a, 16), a3 = load<f64>(a, 24);
  const b0 = load<f64>(b), b1 = load<f64>(b, 8), b2 = load<f64>(b, 16), b3 = load<f64>(b, 24);
  // a* b and b a* differ in the sign of the cross product.
  const sign = side * inverse;
  store<f64>(rotation, (a0 * b0 + a1 * b1 + (a2 * b2 + a3 * b3)) * inverse);
  store<f64>(rotation, (a0 * b1 - a1 * b0) * inverse + (a2 * b3 - a3 * b2) * sign, 8);
  store<f64>(rotation, (a0 * b2 - a2 * b0) * inverse + (a3 * b1 - a1 * b3) * sign, 16);
  store<f64>(rotation, (a0 * b3 - a3 * b0) * inverse + (a1 * b2 - a2 * b1) * sign, 24);
  store<f64>(rotation, sizeA / r, 32);
  const growth = f64x2.splat(r / sizeA);
  store4(a, f64x2.mul(v128.load(a), growth), f64x2.mul(v128.load(a, 16), growth));
  store4(b, f64x2.splat(0), f64x2.splat(0));
  return true;
}

// @ts-ignore: decorator
@inline
function store4(target: usize, low: v128, high: v128): void {
  v128.store(target, low);
  v128.store(target, high, 16);
}

/** (−q, q). */
// @ts-ignore: decorator
@inline
function alternate(q: f64): v128 {
  return f64x2.replace_lane(f64x2.splat(q), 0, -q);
}

/** Removes (k + 1, k) by (x, y) → (c x + s* y, c y − s x) on rows k, k + 1; `count` columns right of k follow. */
function rotateRows(work: usize, k: i32, count: i32, rotation: usize): bool {
  const a = at(work, k, k);
  if (!prepare(a, a + 4 * SIZE, -1, rotation)) return false;
  const c = f64x2.splat(load<f64>(rotation, 32));
  const k0 = f64x2.splat(load<f64>(rotation)), k1 = alternate(load<f64>(rotation, 8));
  const k2 = f64x2.splat(load<f64>(rotation, 16)), k3 = alternate(load<f64>(rotation, 24));
  const end = a + SIZE * <usize>count;
  for (let x = a + SIZE; x <= end; x += SIZE) {
    const y = x + 4 * SIZE;
    const xl = v128.load(x), xh = v128.load(x, 16), yl = v128.load(y), yh = v128.load(y, 16);
    // s = s0 + iσ·s: s y = s0 y + (iσ·s) y and s* y = s0 y − (iσ·s) y.
    const ysl = f64x2.sub(f64x2.mul(swap(yl), k1), f64x2.sub(f64x2.mul(yh, k2), f64x2.mul(swap(yh), k3)));
    const ysh = f64x2.sub(f64x2.add(f64x2.mul(yl, k2), f64x2.mul(swap(yl), k3)), f64x2.mul(swap(yh), k1));
    const xsl = f64x2.sub(f64x2.mul(swap(xl), k1), f64x2.sub(f64x2.mul(xh, k2), f64x2.mul(swap(xh), k3)));
    const xsh = f64x2.sub(f64x2.add(f64x2.mul(xl, k2), f64x2.mul(swap(xl), k3)), f64x2.mul(swap(xh), k1));
    v128.store(x, f64x2.add(f64x2.mul(xl, c), f64x2.sub(f64x2.mul(yl, k0), ysl)));
    v128.store(x, f64x2.add(f64x2.mul(xh, c), f64x2.sub(f64x2.mul(yh, k0), ysh)), 16);
    v128.store(y, f64x2.sub(f64x2.mul(yl, c), f64x2.add(f64x2.mul(xl, k0), xsl)));
    v128.store(y, f64x2.sub(f64x2.mul(yh, c), f64x2.add(f64x2.mul(xh, k0), xsh)), 16);
  }
  return true;
}

/** Removes (row, j + 1) by (x, y) → (x c + y s*, y c − x s) on columns j, j + 1; the rows down to j + 1 follow. */
function rotateColumns(work: usize, row: i32, j: i32, rotation: usize): bool {
  const a = at(work, row, j);
  if (!prepare(a, a + SIZE, 1, rotation)) return false;
  const c = f64x2.splat(load<f64>(rotation, 32));
  const k0 = f64x2.splat(load<f64>(rotation)), k1 = alternate(load<f64>(rotation, 8));
  const k2 = alternate(load<f64>(rotation, 16)), k3 = f64x2.splat(load<f64>(rotation, 24));
  const end = at(work, j + 1, j);
  for (let x = a + 4 * SIZE; x <= end; x += 4 * SIZE) {
    const xl = v128.load(x), xh = v128.load(x, 16), yl = v128.load(x, 32), yh = v128.load(x, 48);
    const ysl = f64x2.add(f64x2.mul(swap(yl), k1), f64x2.sub(f64x2.mul(yh, k2), f64x2.mul(swap(yh), k3)));
    const ysh = f64x2.add(f64x2.mul(swap(yh), k1), f64x2.sub(f64x2.mul(swap(yl), k3), f64x2.mul(yl, k2)));
    const xsl = f64x2.add(f64x2.mul(swap(xl), k1), f64x2.sub(f64x2.mul(xh, k2), f64x2.mul(swap(xh), k3)));
    const xsh = f64x2.add(f64x2.mul(swap(xh), k1), f64x2.sub(f64x2.mul(swap(xl), k3), f64x2.mul(xl, k2)));
    v128.store(x, f64x2.add(f64x2.mul(xl, c), f64x2.sub(f64x2.mul(yl, k0), ysl)));
    v128.store(x, f64x2.add(f64x2.mul(xh, c), f64x2.sub(f64x2.mul(yh, k0), ysh)), 16);
    v128.store(x, f64x2.sub(f64x2.mul(yl, c), f64x2.add(f64x2.mul(xl, k0), xsl)), 32);
    v128.store(x, f64x2.sub(f64x2.mul(yh, c), f64x2.add(f64x2.mul(xh, k0), xsh)), 48);
  }
  return true;
}
