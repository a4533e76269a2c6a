/**
 * Resolvents (w_j + K)⁻¹ of a dense anti-Hermitian matrix K of n × n blocks, row by row, at shifts w_j > 0 two at a time, by Gauss-Jordan as for the patches of
 * local updates. `matrix` and `sum`: blocks of 4 or 8 numbers; `green`: the same in vectors of two shifts. Leaves Σ_j weight_j (w_j + K)⁻¹ in `sum`
 * and products of pivot norms in `products`.
 */
import { BLOCK as COMPLEX } from '../complex/algebra';
import { invertPatch as invertComplex } from '../complex/patch';
import { BLOCK as QUATERNION } from '../quaternion/algebra';
import { invertPatch as invertQuaternion } from '../quaternion/patch';

export function nodalQuaternion(matrix: usize, green: usize, n: i32, shifts: usize, weights: usize, count: i32, products: usize, sum: usize): void {
  memory.fill(sum, 0, (QUATERNION >> 1) * <usize>(n * n));
  for (let j = 0; j < count; j += 2) {
    const w = v128.load(shifts + 8 * <usize>j);
    spread(matrix, green, QUATERNION * <usize>(n * n));
    for (let k = 0; k < n; k++) addTo(green + QUATERNION * <usize>(k * n + k), w);
    products = invertQuaternion(green, n, products);
    collect(green, v128.load(weights + 8 * <usize>j), sum, QUATERNION * <usize>(n * n));
  }
}

/** The same with complex blocks [[a, b], [c, d]]. */
export function nodalComplex(matrix: usize, green: usize, n: i32, shifts: usize, weights: usize, count: i32, products: usize, sum: usize): void {
  memory.fill(sum, 0, (COMPLEX >> 1) * <usize>(n * n));
  for (let j = 0; j < count; j += 2) {
    const w = v128.load(shifts + 8 * <usize>j);
    spread(matrix, green, COMPLEX * <usize>(n * n));
    for (let k = 0; k < n; k++) {
      const block = green + COMPLEX * <usize>(k * n + k);
      addTo(block, w);
      addTo(block + 96, w);
    }
    products = invertComplex(green, n, products);
    collect(green, v128.load(weights + 8 * <usize>j), sum, COMPLEX * <usize>(n * n));
  }
}

/** Every number into both lanes; `size`: bytes of `green`. */
function spread(matrix: usize, green: usize, size: usize): void {
  for (let at: usize = 0; at < size; at += 16) v128.store(green + at, v128.load64_splat(matrix + (at >> 1)));
}

// @ts-ignore: decorator
@inline
function addTo(address: usize, w: v128): void {
  v128.store(address, f64x2.add(v128.load(address), w));
}

/** sum += weight × green, both lanes added first. */
function collect(green: usize, weight: v128, sum: usize, size: usize): void {
  for (let at: usize = 0; at < size; at += 16) {
    const both = f64x2.mul(weight, v128.load(green + at));
    const to = sum + (at >> 1);
    store<f64>(to, load<f64>(to) + (f64x2.extract_lane(both, 0) + f64x2.extract_lane(both, 1)));
  }
}
