/**
 * Eigenvectors of a full Hermitian matrix: the reduction that keeps its reflections, the rotations of QL on real vectors, and the way back.
 *
 *
 * An element is (real, imaginary); reflection number k has n − 1 − k components, from k + 1 on.
 * The order of the operations on every element is part of the contract: src/exact/spectrum/eigenvectors-twin.ts repeats it.
 */
import { at, innerProduct, reflectDiagonalBlock, reflection, SIZE, subtractProduct } from './complex';
import { clear } from './lanes';

/** Bytes from the beginning to the k-th reflection. */
// @ts-ignore: decorator
@inline
function offset(n: i32, k: i32): usize {
  return SIZE * <usize>(k * (n - 1) - (k * (k - 1)) / 2);
}

/** Overwrites the full lower triangle (stride n) with the tridiagonal matrix in its first two rows. `reflections`: (n − 1)n/2 elements; `image`: n. */
export function reduceKeeping(matrix: usize, n: i32, reflections: usize, image: usize): void {
  for (let k = 0; k < n - 2; k++) {
    const count = n - 1 - k;
    const v = reflections + offset(n, k);
    if (reflection(at(matrix, n, k + 1, k), count, v))
      reflectDiagonalBlock(at(matrix, n, k + 1, k + 1), n, count, v, image);
    else clear(v, SIZE * <usize>count);
  }
}

/** Components of a row that are turned at a time: 2 KiB of every row, so that the rows of a sweep stay in the cache. */
const COLUMNS: i32 = 256;

/**
 * Turns rows of real numbers, n each, in pairs: (q_i, q_{i+1}) ← (c q_i − s q_{i+1}, s q_i + c q_{i+1}) for rotations 0 … count − 1 in turn.
 * `rows`: i of each; `angles`: (c, s) of each. n is even.
 */
export function rotateRows(vectors: usize, n: i32, rows: usize, angles: usize, count: i32): void {
  for (let from = 0; from < n; from += COLUMNS) {
    const length = 8 * <usize>min(COLUMNS, n - from);
    const block = vectors + 8 * <usize>from;
    for (let r = 0; r < count; r++) {
      const upper = block + 8 * <usize>n * <usize>load<i32>(rows + ((<usize>r) << 2));
      const angle = angles + ((<usize>r) << 4);
      rotate(upper, upper + 8 * <usize>n, length, load<f64>(angle), load<f64>(angle, 8));
    }
  }
}

// @ts-ignore: decorator
@inline
function rotate(upper: usize, lower: usize, length: usize, cos: f64, sin: f64): void {
  const c = f64x2.splat(cos), s = f64x2.splat(sin);
  for (let a: usize = 0; a < length; a += 16) {
    const x = v128.load(upper + a), y = v128.load(lower + a);
    v128.store(upper + a, f64x2.sub(f64x2.mul(c, x), f64x2.mul(s, y)));
    v128.store(lower + a, f64x2.add(f64x2.mul(s, x), f64x2.mul(c, y)));
  }
}

/** Vectors that one reflection serves before the next is read. */
const GROUP: i32 = 8;

/** x ← Q x for n complex vectors one after the other, Q the product of all reflections. */
export function reflectBack(vectors: usize, n: i32, reflections: usize): void {
  const toNext = SIZE * <usize>n;
  for (let first = 0; first < n; first += GROUP) {
    const last = min(first + GROUP, n);
    for (let k = n - 3; k >= 0; k--) {
      const v = reflections + offset(n, k);
      const length = SIZE * <usize>(n - 1 - k);
      for (let m = first; m < last; m++) {
        const x = vectors + toNext * <usize>m + SIZE * <usize>(k + 1);
        subtractProduct(x, v, length, innerProduct(v, x, length));
      }
    }
  }
}
