/**
 * Resolvents of w + i(H − E) at pairs of energies E, as plane waves and sites see them; no site is eliminated in closed form, so that pivots are sites.
 * Twin: src/exact/factor/twin/spectral.ts, with the same operations in the same order.
 */
import { add, mul, sub } from '../numeric/vectors';
import { at, Pattern, valueAt } from '../pattern';
import { BLOCK, multiplyLeft, scaledInverse, SCRATCH2, subtractProduct } from './algebra';
import { addDirect } from './assemble';
import { factorise } from './factorise';
import { invertSelected } from './invert';

/**
 * For each pair of energies, vectors of two lanes: Re Σ_i φ_i* tr (G φ)_i of every wave φ, then Re tr G_ii of every site.
 * `waves`: a pair (real, imaginary) for each site; `work`: a block for each site; `products`: as `complexFactors` leaves of one pair.
 */
export function complexSpectral(
  pattern: Pattern, values: usize, inverse: usize, work: usize, spins: usize, halves: usize, levels: usize,
  w: f64, energies: usize, count: i32, waves: usize, waveCount: i32, products: usize, out: usize,
): void {
  for (let j = 0; j < count; j += 2) {
    assembleAt(pattern, values, spins, halves, levels, w, v128.load(energies + 8 * <usize>j));
    factorise(pattern, values, products);
    for (let m = 0; m < waveCount; m++) {
      const wave = waves + 16 * <usize>(m * pattern.siteCount);
      solve(pattern, values, wave, work);
      v128.store(out, overlap(pattern, wave, work));
      out += 16;
    }
    invertSelected(pattern, values, inverse);
    for (let k = 0; k < pattern.pivotCount; k++) {
      const block = inverse + BLOCK * <usize>at(pattern.base, k);
      v128.store(out + 16 * <usize>at(pattern.pivotSite, k), add(v128.load(block), v128.load(block, 96)));
    }
    out += 16 * <usize>pattern.siteCount;
  }
}

function assembleAt(pattern: Pattern, values: usize, spins: usize, halves: usize, levels: usize, w: f64, energy: v128): void {
  memory.fill(values, 0, BLOCK * <usize>pattern.slotCount);
  for (let k = 0; k < pattern.pivotCount; k++) {
    const site = at(pattern.pivotSite, k);
    const spin = spins + 24 * <usize>site, h = valueAt(halves, site);
    const x = h * load<f64>(spin), y = h * load<f64>(spin, 8), z = h * load<f64>(spin, 16);
    const level = sub(f64x2.splat(valueAt(levels, site)), energy);
    const block = values + BLOCK * <usize>at(pattern.base, k);
    v128.store(block, f64x2.splat(w));
    v128.store(block, add(level, f64x2.splat(z)), 16);
    v128.store(block, f64x2.splat(y), 32);
    v128.store(block, f64x2.splat(x), 48);
    v128.store(block, f64x2.splat(-y), 64);
    v128.store(block, f64x2.splat(x), 80);
    v128.store(block, f64x2.splat(w), 96);
    v128.store(block, sub(level, f64x2.splat(z)), 112);
  }
  addDirect(pattern, values);
}

/** work ← (w + i(H − E))⁻¹ φ ⊗ 1 from the factors, blocks in the order of pivots. */
function solve(pattern: Pattern, values: usize, wave: usize, work: usize): void {
  memory.fill(work, 0, BLOCK * <usize>pattern.pivotCount);
  for (let k = 0; k < pattern.pivotCount; k++) {
    const value = wave + 16 * <usize>at(pattern.pivotSite, k);
    const re = f64x2.splat(load<f64>(value)), im = f64x2.splat(load<f64>(value, 8));
    const block = work + BLOCK * <usize>k;
    v128.store(block, re);
    v128.store(block, im, 16);
    v128.store(block, re, 96);
    v128.store(block, im, 112);
  }
  for (let k = 0; k < pattern.pivotCount; k++) forward(pattern, values, work, k);
  for (let k = pattern.pivotCount - 1; k >= 0; k--) backward(pattern, values, work, k);
}

/** y_b −= L_bk y_k. */
function forward(pattern: Pattern, values: usize, work: usize, k: i32): void {
  const y = work + BLOCK * <usize>k;
  const end = at(pattern.rowStart, k + 1);
  let l = values + BLOCK * <usize>(at(pattern.base, k) + 2);
  for (let a = at(pattern.rowStart, k); a < end; a++, l += 2 * BLOCK)
    subtractProduct(work + BLOCK * <usize>at(pattern.row, a), l, y);
}

/** x_k = D_k⁻¹ (y_k − Σ U_kb x_b). */
function backward(pattern: Pattern, values: usize, work: usize, k: i32): void {
  const x = work + BLOCK * <usize>k;
  const end = at(pattern.rowStart, k + 1);
  const pivot = values + BLOCK * <usize>at(pattern.base, k);
  let u = pivot + BLOCK;
  for (let a = at(pattern.rowStart, k); a < end; a++, u += 2 * BLOCK)
    subtractProduct(x, u, work + BLOCK * <usize>at(pattern.row, a));
  scaledInverse(pivot, -1, SCRATCH2);
  multiplyLeft(x, SCRATCH2);
}

/** Re Σ φ* tr x over all sites, in the order of pivots. */
function overlap(pattern: Pattern, wave: usize, work: usize): v128 {
  let sum = f64x2.splat(0);
  for (let k = 0; k < pattern.pivotCount; k++) {
    const value = wave + 16 * <usize>at(pattern.pivotSite, k), block = work + BLOCK * <usize>k;
    const re = f64x2.splat(load<f64>(value)), im = f64x2.splat(load<f64>(value, 8));
    const real = mul(re, add(v128.load(block), v128.load(block, 96)));
    sum = add(sum, add(real, mul(im, add(v128.load(block, 16), v128.load(block, 112)))));
  }
  return sum;
}
