/**
 * Complex 2 × 2 blocks [[a, b], [c, d]], two poles side by side: a_re, a_im, b_re, b_im, c_re, c_im, d_re, d_im at bytes 0, 16, …, 112.
 * The order of the operations is part of the contract: the TypeScript twin repeats it.
 */
import { add, mul, sub } from '../numeric/vectors';

/** Bytes of one block. */
// @ts-ignore: decorator
@inline
export const BLOCK: usize = 128;

/** Row `t` of a block, 64 bytes, −= (p, q) u: p and q are the row of the left factor. */
// @ts-ignore: decorator
@inline
function subtractRow(t: usize, pr: v128, pi: v128, qr: v128, qi: v128, u: usize): void {
  const ar = v128.load(u), ai = v128.load(u, 16), cr = v128.load(u, 64), ci = v128.load(u, 80);
  v128.store(t, add(sub(add(sub(v128.load(t), mul(pr, ar)), mul(pi, ai)), mul(qr, cr)), mul(qi, ci)));
  v128.store(t, sub(sub(sub(sub(v128.load(t, 16), mul(pr, ai)), mul(pi, ar)), mul(qr, ci)), mul(qi, cr)), 16);
  const br = v128.load(u, 32), bi = v128.load(u, 48), dr = v128.load(u, 96), di = v128.load(u, 112);
  v128.store(t, add(sub(add(sub(v128.load(t, 32), mul(pr, br)), mul(pi, bi)), mul(qr, dr)), mul(qi, di)), 32);
  v128.store(t, sub(sub(sub(sub(v128.load(t, 48), mul(pr, bi)), mul(pi, br)), mul(qr, di)), mul(qi, dr)), 48);
}

/** target −= l u, blocks at these addresses; `target` may not overlap the others. */
// @ts-ignore: decorator
@inline
export function subtractProduct(target: usize, l: usize, u: usize): void {
  subtractRow(target, v128.load(l), v128.load(l, 16), v128.load(l, 32), v128.load(l, 48), u);
  subtractRow(target + 64, v128.load(l, 64), v128.load(l, 80), v128.load(l, 96), v128.load(l, 112), u);
}

/** |det|² of the block at p. */
export function determinantNorm(p: usize): v128 {
  const re = determinantReal(p), im = determinantImaginary(p);
  return add(mul(re, re), mul(im, im));
}

function determinantReal(p: usize): v128 {
  const ad = sub(mul(v128.load(p), v128.load(p, 96)), mul(v128.load(p, 16), v128.load(p, 112)));
  const bc = sub(mul(v128.load(p, 32), v128.load(p, 64)), mul(v128.load(p, 48), v128.load(p, 80)));
  return sub(ad, bc);
}

function determinantImaginary(p: usize): v128 {
  const ad = add(mul(v128.load(p), v128.load(p, 112)), mul(v128.load(p, 16), v128.load(p, 96)));
  const bc = add(mul(v128.load(p, 32), v128.load(p, 80)), mul(v128.load(p, 48), v128.load(p, 64)));
  return sub(ad, bc);
}

/** out = factor p⁻¹. */
export function scaledInverse(p: usize, factor: f64, out: usize): void {
  const re = determinantReal(p), im = determinantImaginary(p);
  const r = f64x2.div(f64x2.splat(factor), add(mul(re, re), mul(im, im)));
  // 1/det = conj(det)/|det|².
  const fr = mul(re, r), fi = f64x2.neg(mul(im, r));
  storeScaled(out, fr, fi, v128.load(p, 96), v128.load(p, 112));
  storeScaled(out + 32, fr, fi, f64x2.neg(v128.load(p, 32)), f64x2.neg(v128.load(p, 48)));
  storeScaled(out + 64, fr, fi, f64x2.neg(v128.load(p, 64)), f64x2.neg(v128.load(p, 80)));
  storeScaled(out + 96, fr, fi, v128.load(p), v128.load(p, 16));
}

/** out = f z. */
// @ts-ignore: decorator
@inline
export function storeScaled(out: usize, fr: v128, fi: v128, zr: v128, zi: v128): void {
  v128.store(out, sub(mul(fr, zr), mul(fi, zi)));
  v128.store(out, add(mul(fr, zi), mul(fi, zr)), 16);
}

/** One block of scratch, and one more. */
export const SCRATCH = memory.data(128, 16);
export const SCRATCH2 = memory.data(128, 16);

/** block ← −block · factor, through `SCRATCH`. */
export function multiplyRight(block: usize, factor: usize): void {
  memory.fill(SCRATCH, 0, BLOCK);
  subtractProduct(SCRATCH, block, factor);
  memory.copy(block, SCRATCH, BLOCK);
}

/** block ← −factor · block, through `SCRATCH`. */
export function multiplyLeft(block: usize, factor: usize): void {
  memory.fill(SCRATCH, 0, BLOCK);
  subtractProduct(SCRATCH, factor, block);
  memory.copy(block, SCRATCH, BLOCK);
}
