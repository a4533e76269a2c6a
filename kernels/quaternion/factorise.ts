/**
 * Sparse LU of w + Q on a static pattern, without pivoting: the Hermitian part of every Schur complement is at least w > 0.
 *
 * Right-looking: pivot k scales its column, L = L D⁻¹, and subtracts L_a U_b from the block of every pair of its structure. The inner loop runs near
 * the limit of two multiplications and two additions a cycle, so joining pivots of equal structure (less memory traffic) does not pay.
 */
import { at, CHUNK, Pattern } from '../pattern';
import { BLOCK, minusProduct0, minusProduct1, minusProduct2, minusProduct3, subtractProduct } from './algebra';

/** Leaves D, scaled L and U in the slots, and products of pivot norms from `products` on; returns where they end. */
export function factorise(pattern: Pattern, values: usize, products: usize): usize {
  let product = f64x2.splat(1);
  for (let k = 0; k < pattern.leadingCount; k++) {
    product = f64x2.mul(product, scaleColumn(pattern, values, k));
    if (k % CHUNK == CHUNK - 1) {
      v128.store(products, product);
      products += 16;
      product = f64x2.splat(1);
    }
    updateLater(pattern, values, k);
  }
  v128.store(products, product);
  return products + 16;
}

/** L_a ← L_a D⁻¹ for all rows of pivot k; returns |D|². */
function scaleColumn(pattern: Pattern, values: usize, k: i32): v128 {
  const pivot = values + BLOCK * <usize>at(pattern.base, k);
  const p0 = v128.load(pivot), p1 = v128.load(pivot, 16), p2 = v128.load(pivot, 32), p3 = v128.load(pivot, 48);
  const norm = f64x2.add(f64x2.add(f64x2.mul(p0, p0), f64x2.mul(p1, p1)), f64x2.add(f64x2.mul(p2, p2), f64x2.mul(p3, p3)));
  const r = f64x2.div(f64x2.splat(-1), norm);
  // −D⁻¹, so that 0 − L (−D⁻¹) is the wanted product.
  const q0 = f64x2.mul(p0, r), q1 = f64x2.neg(f64x2.mul(p1, r)), q2 = f64x2.neg(f64x2.mul(p2, r)), q3 = f64x2.neg(f64x2.mul(p3, r));
  const zero = f64x2.splat(0);
  const end = pivot + BLOCK + 2 * BLOCK * <usize>degree(pattern, k);
  for (let l = pivot + 2 * BLOCK; l < end; l += 2 * BLOCK) {
    const a0 = v128.load(l), a1 = v128.load(l, 16), a2 = v128.load(l, 32), a3 = v128.load(l, 48);
    v128.store(l, minusProduct0(zero, a0, a1, a2, a3, q0, q1, q2, q3));
    v128.store(l, minusProduct1(zero, a0, a1, a2, a3, q0, q1, q2, q3), 16);
    v128.store(l, minusProduct2(zero, a0, a1, a2, a3, q0, q1, q2, q3), 32);
    v128.store(l, minusProduct3(zero, a0, a1, a2, a3, q0, q1, q2, q3), 48);
  }
  return norm;
}

// @ts-ignore: decorator
@inline
function degree(pattern: Pattern, k: i32): i32 {
  return at(pattern.rowStart, k + 1) - at(pattern.rowStart, k);
}

function updateLater(pattern: Pattern, values: usize, k: i32): void {
  const pivot = values + BLOCK * <usize>at(pattern.base, k);
  const first = at(pattern.rowStart, k);
  const count = degree(pattern, k);
  const end = pivot + BLOCK + 2 * BLOCK * <usize>count;
  let update = pattern.update + ((<usize>at(pattern.updateStart, k)) << 2);
  for (let a = 0; a < count; a++) {
    const u = pivot + BLOCK + 2 * BLOCK * <usize>a, l = u + BLOCK;
    const l0 = v128.load(l), l1 = v128.load(l, 16), l2 = v128.load(l, 32), l3 = v128.load(l, 48);
    const u0 = v128.load(u), u1 = v128.load(u, 16), u2 = v128.load(u, 32), u3 = v128.load(u, 48);
    const diagonal = values + BLOCK * <usize>at(pattern.base, at(pattern.row, first + a));
    subtractProduct(diagonal, l0, l1, l2, l3, u0, u1, u2, u3);
    for (let b = u + 2 * BLOCK; b < end; b += 2 * BLOCK) {
      const target = values + BLOCK * <usize>load<i32>(update);
      subtractProduct(target, l0, l1, l2, l3, v128.load(b), v128.load(b, 16), v128.load(b, 32), v128.load(b, 48));
      subtractProduct(target + BLOCK, v128.load(b, 64), v128.load(b, 80), v128.load(b, 96), v128.load(b, 112), u0, u1, u2, u3);
      update += 4;
    }
  }
}
