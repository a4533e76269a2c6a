/** Matrix elements between two sets of vectors. Twin: src/exact/spectrum/eigenvectors-twin.ts, which adds up in the same order. */
import { SIZE } from './complex';
import { swap } from './lanes';

/** Vectors on the right that stay in the cache while those on the left pass. */
const GROUP: i32 = 16;

/** out[m·n + k] = Σ_a x_m,a* y_k,a for all pairs of n vectors with n components each. n is even. */
export function matrixElements(x: usize, y: usize, n: i32, out: usize): void {
  const toNext = SIZE * <usize>n;
  for (let first = 0; first < n; first += GROUP) {
    const last = min(first + GROUP, n);
    for (let m = 0; m < n; m += 2) {
      const left = x + toNext * <usize>m;
      for (let k = first; k < last; k += 2)
        fourElements(left, y + toNext * <usize>k, toNext, out + SIZE * <usize>(m * n + k), toNext);
    }
  }
}

/** Two vectors on each side at once, so that every number that is loaded serves twice. */
// @ts-ignore: decorator
@inline
function fourElements(x: usize, y: usize, length: usize, out: usize, toNext: usize): void {
  let d00 = f64x2.splat(0), c00 = f64x2.splat(0), d01 = f64x2.splat(0), c01 = f64x2.splat(0);
  let d10 = f64x2.splat(0), c10 = f64x2.splat(0), d11 = f64x2.splat(0), c11 = f64x2.splat(0);
  for (let a: usize = 0; a < length; a += SIZE) {
    const p = v128.load(x + a), q = v128.load(x + length + a);
    const u = v128.load(y + a), v = v128.load(y + length + a);
    const crossedU = swap(u), crossedV = swap(v);
    d00 = f64x2.add(d00, f64x2.mul(p, u));
    c00 = f64x2.add(c00, f64x2.mul(p, crossedU));
    d01 = f64x2.add(d01, f64x2.mul(p, v));
    c01 = f64x2.add(c01, f64x2.mul(p, crossedV));
    d10 = f64x2.add(d10, f64x2.mul(q, u));
    c10 = f64x2.add(c10, f64x2.mul(q, crossedU));
    d11 = f64x2.add(d11, f64x2.mul(q, v));
    c11 = f64x2.add(c11, f64x2.mul(q, crossedV));
  }
  storeElement(out, d00, c00);
  storeElement(out + SIZE, d01, c01);
  storeElement(out + toNext, d10, c10);
  storeElement(out + toNext + SIZE, d11, c11);
}

/** a* b from the sums of (a_r b_r, a_i b_i) and (a_r b_i, a_i b_r). */
// @ts-ignore: decorator
@inline
function storeElement(out: usize, direct: v128, crossed: v128): void {
  store<f64>(out, f64x2.extract_lane(direct, 0) + f64x2.extract_lane(direct, 1));
  store<f64>(out, f64x2.extract_lane(crossed, 0) - f64x2.extract_lane(crossed, 1), 8);
}
