/**
 * From the diagonal blocks of the resolvent, [[a, b], [c, d]] at each site, to Re tr[iσ G_ii] = −(Im(b + c), Re(b − c), Im(a − d)),
 * weighted by pole and added to `vectors`, and to tr G. Eliminated sites: D⁻¹ − D⁻¹ X D⁻¹ with X = Σ T_ba G_ac T_cb.
 */
import { add, mul, sub } from '../numeric/vectors';
import { at, Pattern, valueAt } from '../pattern';
import { BLOCK, multiplyLeft, multiplyRight, SCRATCH2 } from './algebra';
import { addScaled, eliminatedInverse } from './assemble';

/** The coupling sum X, then D⁻¹ X D⁻¹. */
const COUPLED = memory.data(128, 16);

/** Traces: real part at `trace`, imaginary part at `trace` + `imaginaryOffset`. */
export function contract(
  pattern: Pattern, inverse: usize, spins: usize, halves: usize, levels: usize,
  w: v128, weight: v128, vectors: usize, trace: usize, imaginaryOffset: usize,
): void {
  const factor = f64x2.neg(weight);
  v128.store(trace, f64x2.splat(0));
  v128.store(trace + imaginaryOffset, f64x2.splat(0));
  for (let k = 0; k < pattern.pivotCount; k++) {
    const g = inverse + BLOCK * <usize>at(pattern.base, k);
    accumulate(g, factor, vectors + 48 * <usize>at(pattern.pivotSite, k), trace, imaginaryOffset);
  }
  for (let b = 0; b < pattern.eliminatedCount; b++) {
    memory.fill(COUPLED, 0, BLOCK);
    const end = at(pattern.targetStart, b + 1);
    for (let e = at(pattern.targetStart, b); e < end; e++) {
      addScaled(COUPLED, valueAt(pattern.targetReal, e), -valueAt(pattern.targetImaginary, e), inverse + BLOCK * <usize>at(pattern.target, e));
    }
    eliminatedInverse(pattern, spins, halves, levels, w, b, SCRATCH2);
    multiplyRight(COUPLED, SCRATCH2);
    multiplyLeft(COUPLED, SCRATCH2);
    for (let offset: usize = 0; offset < BLOCK; offset += 16) {
      v128.store(COUPLED + offset, sub(v128.load(SCRATCH2 + offset), v128.load(COUPLED + offset)));
    }
    accumulate(COUPLED, factor, vectors + 48 * <usize>at(pattern.eliminatedSite, b), trace, imaginaryOffset);
  }
}

function accumulate(g: usize, factor: v128, target: usize, trace: usize, imaginaryOffset: usize): void {
  const ar = v128.load(g), ai = v128.load(g, 16), dr = v128.load(g, 96), di = v128.load(g, 112);
  v128.store(target, add(v128.load(target), mul(factor, add(v128.load(g, 48), v128.load(g, 80)))));
  v128.store(target, add(v128.load(target, 16), mul(factor, sub(v128.load(g, 32), v128.load(g, 64)))), 16);
  v128.store(target, add(v128.load(target, 32), mul(factor, sub(ai, di))), 32);
  v128.store(trace, add(v128.load(trace), add(ar, dr)));
  const imaginary = trace + imaginaryOffset;
  v128.store(imaginary, add(v128.load(imaginary), add(ai, di)));
}
