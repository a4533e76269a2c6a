/**
 * Exact single-spin updates inside a patch of m sites: G = (w + Q)⁻¹ restricted to the patch, one m × m matrix of blocks per pair of shifts,
 * row by row. It is the inverse of the Schur complement that the factorisation leaves when the patch is ordered last.
 *
 * A spin change at patch site a adds q = (0, h ΔS) to one diagonal block: det changes by |1 + q G_aa|²,
 * and G by −G e_a (1 + q G_aa)⁻¹ q e_aᵀ G (Sherman-Morrison-Woodbury).
 */
import { CHUNK } from '../pattern';
import { BLOCK, minusProduct0, minusProduct1, minusProduct2, minusProduct3, subtractProduct } from './algebra';

/** Gauss-Jordan in place, without pivoting for the same reason as the LU; products of pivot norms as in factorise.ts. */
export function invertPatch(green: usize, m: i32, products: usize): usize {
  let product = f64x2.splat(1);
  for (let k = 0; k < m; k++) {
    product = f64x2.mul(product, invertDiagonal(green, m, k));
    if (k % CHUNK == CHUNK - 1) {
      v128.store(products, product);
      products += 16;
      product = f64x2.splat(1);
    }
    for (let i = 0; i < m; i++) if (i != k) eliminateRow(green, m, i, k);
  }
  v128.store(products, product);
  return products + 16;
}

// @ts-ignore: decorator
@inline
function element(green: usize, m: i32, i: i32, j: i32): usize {
  return green + BLOCK * <usize>(i * m + j);
}

/** G_kk ← G_kk⁻¹ and G_kj ← G_kk⁻¹ G_kj; returns the norm of the pivot. */
function invertDiagonal(green: usize, m: i32, k: i32): v128 {
  const p = element(green, m, k, k);
  const p0 = v128.load(p), p1 = v128.load(p, 16), p2 = v128.load(p, 32), p3 = v128.load(p, 48);
  const norm = f64x2.add(f64x2.add(f64x2.mul(p0, p0), f64x2.mul(p1, p1)), f64x2.add(f64x2.mul(p2, p2), f64x2.mul(p3, p3)));
  const r = f64x2.div(f64x2.splat(-1), norm);
  const q0 = f64x2.mul(p0, r), q1 = f64x2.neg(f64x2.mul(p1, r)), q2 = f64x2.neg(f64x2.mul(p2, r)), q3 = f64x2.neg(f64x2.mul(p3, r));
  const zero = f64x2.splat(0);
  for (let j = 0; j < m; j++) {
    if (j == k) continue;
    const x = element(green, m, k, j);
    const a0 = v128.load(x), a1 = v128.load(x, 16), a2 = v128.load(x, 32), a3 = v128.load(x, 48);
    v128.store(x, minusProduct0(zero, q0, q1, q2, q3, a0, a1, a2, a3));
    v128.store(x, minusProduct1(zero, q0, q1, q2, q3, a0, a1, a2, a3), 16);
    v128.store(x, minusProduct2(zero, q0, q1, q2, q3, a0, a1, a2, a3), 32);
    v128.store(x, minusProduct3(zero, q0, q1, q2, q3, a0, a1, a2, a3), 48);
  }
  v128.store(p, f64x2.neg(q0));
  v128.store(p, f64x2.neg(q1), 16);
  v128.store(p, f64x2.neg(q2), 32);
  v128.store(p, f64x2.neg(q3), 48);
  return norm;
}

/** G_ij −= G_ik G_kj for all j, where G_ik itself is replaced by zero first. */
function eliminateRow(green: usize, m: i32, i: i32, k: i32): void {
  const l = element(green, m, i, k);
  const l0 = v128.load(l), l1 = v128.load(l, 16), l2 = v128.load(l, 32), l3 = v128.load(l, 48);
  memory.fill(l, 0, BLOCK);
  subtractRow(element(green, m, i, 0), m, l0, l1, l2, l3, element(green, m, k, 0));
}

/** m blocks from `target` on −= l times the m blocks from `row` on. */
function subtractRow(target: usize, m: i32, l0: v128, l1: v128, l2: v128, l3: v128, row: usize): void {
  const end = row + BLOCK * <usize>m;
  for (let u = row; u < end; u += BLOCK) {
    subtractProduct(target, l0, l1, l2, l3, v128.load(u), v128.load(u, 16), v128.load(u, 32), v128.load(u, 48));
    target += BLOCK;
  }
}

/** 1 + q G_aa of one pair of shifts, to `out`; returns its norm. */
function pivotRatio(g: usize, x: v128, y: v128, z: v128, out: usize): v128 {
  const g0 = v128.load(g), g1 = v128.load(g, 16), g2 = v128.load(g, 32), g3 = v128.load(g, 48);
  const zero = f64x2.splat(0);
  // 1 − (−q) G
  const a = f64x2.neg(x), b = f64x2.neg(y), c = f64x2.neg(z);
  const r0 = minusProduct0(f64x2.splat(1), zero, a, b, c, g0, g1, g2, g3);
  const r1 = minusProduct1(zero, zero, a, b, c, g0, g1, g2, g3);
  const r2 = minusProduct2(zero, zero, a, b, c, g0, g1, g2, g3);
  const r3 = minusProduct3(zero, zero, a, b, c, g0, g1, g2, g3);
  v128.store(out, r0);
  v128.store(out, r1, 16);
  v128.store(out, r2, 32);
  v128.store(out, r3, 48);
  return f64x2.add(f64x2.add(f64x2.mul(r0, r0), f64x2.mul(r1, r1)), f64x2.add(f64x2.mul(r2, r2), f64x2.mul(r3, r3)));
}

const RATIO = memory.data(64, 16);

/** |1 + q G_aa|² of every shift to `ratios`, q = (0, x, y, z). */
export function quaternionRatios(green: usize, m: i32, count: i32, a: i32, x: f64, y: f64, z: f64, ratios: usize): void {
  for (let j = 0; j < count; j += 2) {
    const norm = pivotRatio(element(green, m, a, a), f64x2.splat(x), f64x2.splat(y), f64x2.splat(z), RATIO);
    v128.store(ratios + 8 * <usize>j, norm);
    green += BLOCK * <usize>(m * m);
  }
}

/** The change with q = (0, x, y, z) at patch site a has been accepted. `row`: scratch for m blocks. */
export function quaternionUpdate(green: usize, m: i32, count: i32, a: i32, x: f64, y: f64, z: f64, row: usize): void {
  for (let j = 0; j < count; j += 2) {
    updateOne(green, m, a, f64x2.splat(x), f64x2.splat(y), f64x2.splat(z), row);
    green += BLOCK * <usize>(m * m);
  }
}

function updateOne(green: usize, m: i32, a: i32, x: v128, y: v128, z: v128, row: usize): void {
  const norm = pivotRatio(element(green, m, a, a), x, y, z, RATIO);
  const r = f64x2.div(f64x2.splat(-1), norm);
  // −(1 + qG)⁻¹; then 0 − (−(1 + qG)⁻¹)(−q) = −K with K = (1 + qG)⁻¹ q, so that 0 − (−K) G is K G.
  const i0 = f64x2.mul(v128.load(RATIO), r), i1 = f64x2.neg(f64x2.mul(v128.load(RATIO, 16), r));
  const i2 = f64x2.neg(f64x2.mul(v128.load(RATIO, 32), r)), i3 = f64x2.neg(f64x2.mul(v128.load(RATIO, 48), r));
  const zero = f64x2.splat(0), b = f64x2.neg(x), c = f64x2.neg(y), d = f64x2.neg(z);
  const k0 = minusProduct0(zero, i0, i1, i2, i3, zero, b, c, d);
  const k1 = minusProduct1(zero, i0, i1, i2, i3, zero, b, c, d);
  const k2 = minusProduct2(zero, i0, i1, i2, i3, zero, b, c, d);
  const k3 = minusProduct3(zero, i0, i1, i2, i3, zero, b, c, d);
  memory.fill(row, 0, BLOCK * <usize>m);
  subtractRow(row, m, k0, k1, k2, k3, element(green, m, a, 0));
  for (let i = 0; i < m; i++) {
    const l = element(green, m, i, a);
    const l0 = v128.load(l), l1 = v128.load(l, 16), l2 = v128.load(l, 32), l3 = v128.load(l, 48);
    subtractRow(element(green, m, i, 0), m, l0, l1, l2, l3, row);
  }
}
