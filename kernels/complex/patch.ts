/**
 * Exact single-spin updates inside a patch, as kernels/quaternion/patch.ts, with complex blocks. A spin change adds q = i h ΔS·σ to one
 * diagonal block; ratios are |det(1 + q G_aa)|².
 */
import { CHUNK } from '../pattern';
import { BLOCK, determinantNorm, multiplyLeft, scaledInverse, SCRATCH2, subtractProduct } from './algebra';

export function invertPatch(green: usize, m: i32, products: usize): usize {
  let product = f64x2.splat(1);
  for (let k = 0; k < m; k++) {
    const p = element(green, m, k, k);
    product = f64x2.mul(product, determinantNorm(p));
    if (k % CHUNK == CHUNK - 1) {
      v128.store(products, product);
      products += 16;
      product = f64x2.splat(1);
    }
    scaledInverse(p, -1, SCRATCH2);
    for (let j = 0; j < m; j++) if (j != k) multiplyLeft(element(green, m, k, j), SCRATCH2);
    negate(SCRATCH2, p);
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

/** target = −source, one block. */
function negate(source: usize, target: usize): void {
  for (let offset: usize = 0; offset < BLOCK; offset += 16) v128.store(target + offset, f64x2.neg(v128.load(source + offset)));
}

const COLUMN = memory.data(128, 16);

/** G_ij −= G_ik G_kj for all j, where G_ik itself is replaced by zero first. */
function eliminateRow(green: usize, m: i32, i: i32, k: i32): void {
  const l = element(green, m, i, k);
  memory.copy(COLUMN, l, BLOCK);
  memory.fill(l, 0, BLOCK);
  subtractRow(element(green, m, i, 0), m, COLUMN, element(green, m, k, 0));
}

/** m blocks from `target` on −= l times the m blocks from `row` on. */
function subtractRow(target: usize, m: i32, l: usize, row: usize): void {
  const end = row + BLOCK * <usize>m;
  for (let u = row; u < end; u += BLOCK) {
    subtractProduct(target, l, u);
    target += BLOCK;
  }
}

/** i (x, y, z)·σ. */
function storeSpin(block: usize, x: f64, y: f64, z: f64): void {
  memory.fill(block, 0, BLOCK);
  v128.store(block, f64x2.splat(z), 16);
  v128.store(block, f64x2.splat(y), 32);
  v128.store(block, f64x2.splat(x), 48);
  v128.store(block, f64x2.splat(-y), 64);
  v128.store(block, f64x2.splat(x), 80);
  v128.store(block, f64x2.splat(-z), 112);
}

const CHANGE = memory.data(128, 16);
const RATIO = memory.data(128, 16);
const KERNEL = memory.data(128, 16);

/** 1 + q G_aa to RATIO; −q stands in CHANGE. */
function pivotRatio(g: usize): void {
  memory.fill(RATIO, 0, BLOCK);
  v128.store(RATIO, f64x2.splat(1));
  v128.store(RATIO, f64x2.splat(1), 96);
  subtractProduct(RATIO, CHANGE, g);
}

/** |det(1 + q G_aa)|² of every shift to `ratios`, q = i (x, y, z)·σ. */
export function complexRatios(green: usize, m: i32, count: i32, a: i32, x: f64, y: f64, z: f64, ratios: usize): void {
  storeSpin(CHANGE, -x, -y, -z);
  for (let j = 0; j < count; j += 2) {
    pivotRatio(element(green, m, a, a));
    v128.store(ratios + 8 * <usize>j, determinantNorm(RATIO));
    green += BLOCK * <usize>(m * m);
  }
}

/** The change with q = i (x, y, z)·σ at patch site a has been accepted. `row`: scratch for m blocks. */
export function complexUpdate(green: usize, m: i32, count: i32, a: i32, x: f64, y: f64, z: f64, row: usize): void {
  storeSpin(CHANGE, -x, -y, -z);
  for (let j = 0; j < count; j += 2) {
    pivotRatio(element(green, m, a, a));
    scaledInverse(RATIO, -1, SCRATCH2);
    // 0 − (−(1 + qG)⁻¹)(−q) = −K with K = (1 + qG)⁻¹ q, so that 0 − (−K) G is K G.
    memory.fill(KERNEL, 0, BLOCK);
    subtractProduct(KERNEL, SCRATCH2, CHANGE);
    memory.fill(row, 0, BLOCK * <usize>m);
    subtractRow(row, m, KERNEL, element(green, m, a, 0));
    for (let i = 0; i < m; i++) {
      memory.copy(COLUMN, element(green, m, i, a), BLOCK);
      subtractRow(element(green, m, i, 0), m, COLUMN, row);
    }
    green += BLOCK * <usize>(m * m);
  }
}
