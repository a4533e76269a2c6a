/**
 * From the diagonal blocks G_ii = g0 + i g·σ of the resolvent of every site to what the physics needs:
 * vectors_i += −2 a_j g (the trace of iσ G_ii, weighted by pole) and the trace 2 Σ_i g0 of each pole.
 *
 * Eliminated sites follow from their neighbours: G_bb = D⁻¹ − D⁻¹ X D⁻¹ with X = Σ T_ba G_ac T_cb.
 */
import { at, Pattern, valueAt } from '../pattern';
import { BLOCK, minusProduct0, minusProduct1, minusProduct2, minusProduct3 } from './algebra';

/** Contracts the diagonal. `vectors`: 3N vectors, one lane per pole of the pair, added to. `trace`: one vector, overwritten. */
export function contract(pattern: Pattern, inverse: usize, spins: usize, halves: usize, w: v128, weight: v128, vectors: usize, trace: usize): void {
  const factor = f64x2.mul(f64x2.splat(-2), weight);
  let sum = f64x2.splat(0);
  for (let k = 0; k < pattern.pivotCount; k++) {
    const g = inverse + BLOCK * <usize>at(pattern.base, k);
    sum = f64x2.add(sum, v128.load(g));
    accumulate(vectors + 48 * <usize>at(pattern.pivotSite, k), factor, v128.load(g, 16), v128.load(g, 32), v128.load(g, 48));
  }
  const square = f64x2.mul(w, w);
  const zero = f64x2.splat(0);
  for (let b = 0; b < pattern.eliminatedCount; b++) {
    const number = at(pattern.eliminatedSite, b);
    const site = <usize>number;
    const spin = spins + 24 * site, h = valueAt(halves, number);
    const norm = f64x2.add(square, f64x2.splat(h * h));
    const scalar = f64x2.div(w, norm);
    const vector = f64x2.div(f64x2.splat(-h), norm);
    const d1 = f64x2.mul(vector, f64x2.splat(load<f64>(spin)));
    const d2 = f64x2.mul(vector, f64x2.splat(load<f64>(spin, 8)));
    const d3 = f64x2.mul(vector, f64x2.splat(load<f64>(spin, 16)));
    let x0 = zero, x1 = zero, x2 = zero, x3 = zero;
    const end = at(pattern.targetStart, b + 1);
    for (let e = at(pattern.targetStart, b); e < end; e++) {
      const g = inverse + BLOCK * <usize>at(pattern.target, e);
      const c = f64x2.splat(valueAt(pattern.targetReal, e));
      x0 = f64x2.add(x0, f64x2.mul(c, v128.load(g)));
      x1 = f64x2.add(x1, f64x2.mul(c, v128.load(g, 16)));
      x2 = f64x2.add(x2, f64x2.mul(c, v128.load(g, 32)));
      x3 = f64x2.add(x3, f64x2.mul(c, v128.load(g, 48)));
    }
    // −X D⁻¹, then D⁻¹ − D⁻¹ X D⁻¹ = D⁻¹ − D⁻¹ (X D⁻¹).
    const y0 = f64x2.neg(minusProduct0(zero, x0, x1, x2, x3, scalar, d1, d2, d3));
    const y1 = f64x2.neg(minusProduct1(zero, x0, x1, x2, x3, scalar, d1, d2, d3));
    const y2 = f64x2.neg(minusProduct2(zero, x0, x1, x2, x3, scalar, d1, d2, d3));
    const y3 = f64x2.neg(minusProduct3(zero, x0, x1, x2, x3, scalar, d1, d2, d3));
    sum = f64x2.add(sum, minusProduct0(scalar, scalar, d1, d2, d3, y0, y1, y2, y3));
    accumulate(
      vectors + 48 * site,
      factor,
      minusProduct1(d1, scalar, d1, d2, d3, y0, y1, y2, y3),
      minusProduct2(d2, scalar, d1, d2, d3, y0, y1, y2, y3),
      minusProduct3(d3, scalar, d1, d2, d3, y0, y1, y2, y3),
    );
  }
  v128.store(trace, f64x2.mul(f64x2.splat(2), sum));
}

function accumulate(target: usize, factor: v128, x: v128, y: v128, z: v128): void {
  v128.store(target, f64x2.add(v128.load(target), f64x2.mul(factor, x)));
  v128.store(target, f64x2.add(v128.load(target, 16), f64x2.mul(factor, y)), 16);
  v128.store(target, f64x2.add(v128.load(target, 32), f64x2.mul(factor, z)), 32);
}
