/**
 * Sparse LU of w + i(H − μ) in 2 × 2 complex blocks, as kernels/quaternion/factorise.ts: its Hermitian part is w > 0 too, so no pivoting.
 * The products are of |det D_k|².
 */
import { at, CHUNK, Pattern } from '../pattern';
import { BLOCK, determinantNorm, multiplyRight, scaledInverse, SCRATCH2, subtractProduct } from './algebra';

export function factorise(pattern: Pattern, values: usize, products: usize): usize {
  let product = f64x2.splat(1);
  for (let k = 0; k < pattern.leadingCount; k++) {
    const pivot = values + BLOCK * <usize>at(pattern.base, k);
    product = f64x2.mul(product, determinantNorm(pivot));
    if (k % CHUNK == CHUNK - 1) {
      v128.store(products, product);
      products += 16;
      product = f64x2.splat(1);
    }
    scaledInverse(pivot, -1, SCRATCH2);
    const end = pivot + BLOCK + 2 * BLOCK * <usize>(at(pattern.rowStart, k + 1) - at(pattern.rowStart, k));
    for (let l = pivot + 2 * BLOCK; l < end; l += 2 * BLOCK) multiplyRight(l, SCRATCH2);
    updateLater(pattern, values, k, pivot, end);
  }
  v128.store(products, product);
  return products + 16;
}

function updateLater(pattern: Pattern, values: usize, k: i32, pivot: usize, end: usize): void {
  let row = pattern.row + ((<usize>at(pattern.rowStart, k)) << 2);
  let update = pattern.update + ((<usize>at(pattern.updateStart, k)) << 2);
  for (let u = pivot + BLOCK; u < end; u += 2 * BLOCK) {
    const l = u + BLOCK;
    subtractProduct(values + BLOCK * <usize>at(pattern.base, load<i32>(row)), l, u);
    row += 4;
    for (let b = u + 2 * BLOCK; b < end; b += 2 * BLOCK) {
      const target = values + BLOCK * <usize>load<i32>(update);
      subtractProduct(target, l, b);
      subtractProduct(target + BLOCK, b + BLOCK, u);
      update += 4;
    }
  }
}
