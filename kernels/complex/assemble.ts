/**
 * The reduced matrix w + i(H − μ) in its slots. Retained diagonal blocks w + iε_a + ih S·σ with ε = T_aa − μ, h = J_a/2 from `halves`; couplings iT_ac;
 * each eliminated site b adds T_ab T_bc (ω − ih S_b·σ)/(ω² + h²), ω = w + iε_b, to every pair of its neighbours.
 */
import { add, mul, sub } from '../numeric/vectors';
import { at, Pattern, valueAt } from '../pattern';
import { BLOCK, SCRATCH2, storeScaled } from './algebra';

export function assemble(pattern: Pattern, values: usize, spins: usize, halves: usize, levels: usize, w: v128): void {
  memory.fill(values, 0, BLOCK * <usize>pattern.slotCount);
  for (let k = 0; k < pattern.pivotCount; k++) {
    const site = at(pattern.pivotSite, k);
    storeSite(values + BLOCK * <usize>at(pattern.base, k), spins + 24 * <usize>site, valueAt(halves, site), w, valueAt(levels, site));
  }
  addDirect(pattern, values);
  for (let b = 0; b < pattern.eliminatedCount; b++) {
    eliminatedInverse(pattern, spins, halves, levels, w, b, SCRATCH2);
    const end = at(pattern.targetStart, b + 1);
    for (let e = at(pattern.targetStart, b); e < end; e++) {
      addScaled(values + BLOCK * <usize>at(pattern.target, e), valueAt(pattern.targetReal, e), valueAt(pattern.targetImaginary, e), SCRATCH2);
    }
  }
}

/** w + iε + ih S·σ. */
function storeSite(block: usize, spin: usize, h: f64, w: v128, level: f64): void {
  const x = h * load<f64>(spin), y = h * load<f64>(spin, 8), z = h * load<f64>(spin, 16);
  v128.store(block, w);
  v128.store(block, f64x2.splat(level + z), 16);
  v128.store(block, f64x2.splat(y), 32);
  v128.store(block, f64x2.splat(x), 48);
  v128.store(block, f64x2.splat(-y), 64);
  v128.store(block, f64x2.splat(x), 80);
  v128.store(block, w, 96);
  v128.store(block, f64x2.splat(level - z), 112);
}

export function addDirect(pattern: Pattern, values: usize): void {
  for (let e = 0; e < pattern.directCount; e++) {
    const re = valueAt(pattern.directReal, e), im = valueAt(pattern.directImaginary, e);
    storeScalar(values + BLOCK * <usize>at(pattern.direct, 2 * e), -im, re);
    storeScalar(values + BLOCK * <usize>at(pattern.direct, 2 * e + 1), im, re);
  }
}

function storeScalar(block: usize, re: f64, im: f64): void {
  v128.store(block, f64x2.splat(re));
  v128.store(block, f64x2.splat(im), 16);
  v128.store(block, f64x2.splat(re), 96);
  v128.store(block, f64x2.splat(im), 112);
}

/** (ω − ih S_b·σ)/(ω² + h²). */
export function eliminatedInverse(pattern: Pattern, spins: usize, halves: usize, levels: usize, w: v128, b: i32, out: usize): void {
  const site = at(pattern.eliminatedSite, b);
  const spin = spins + 24 * <usize>site, h = valueAt(halves, site), level = valueAt(levels, site);
  const x = h * load<f64>(spin), y = h * load<f64>(spin, 8), z = h * load<f64>(spin, 16);
  const re = add(mul(w, w), f64x2.splat(h * h - level * level));
  const im = mul(f64x2.splat(2 * level), w);
  const norm = add(mul(re, re), mul(im, im));
  const fr = f64x2.div(re, norm), fi = f64x2.neg(f64x2.div(im, norm));
  storeScaled(out, fr, fi, w, f64x2.splat(level - z));
  storeScaled(out + 32, fr, fi, f64x2.splat(-y), f64x2.splat(-x));
  storeScaled(out + 64, fr, fi, f64x2.splat(y), f64x2.splat(-x));
  storeScaled(out + 96, fr, fi, w, f64x2.splat(level + z));
}

/** block += (re + i im) source. */
export function addScaled(block: usize, re: f64, im: f64, source: usize): void {
  const cr = f64x2.splat(re), ci = f64x2.splat(im);
  for (let offset: usize = 0; offset < BLOCK; offset += 32) {
    const zr = v128.load(source + offset), zi = v128.load(source + offset, 16);
    const target = block + offset;
    v128.store(target, add(v128.load(target), sub(mul(cr, zr), mul(ci, zi))));
    v128.store(target, add(v128.load(target, 16), add(mul(cr, zi), mul(ci, zr))), 16);
  }
}
