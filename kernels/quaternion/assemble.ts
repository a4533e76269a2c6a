/**
 * The reduced matrix w + Q in its slots: retained diagonal blocks (w, h S_a) with h = J_a/2 from `halves`, and for each eliminated site b
 * its closed-form contribution c · (w, −h S_b)/(w² + h²), c = T_ab T_bc, to every pair of its neighbours.
 */
import { at, Pattern, valueAt } from '../pattern';
import { BLOCK } from './algebra';

export function assemble(pattern: Pattern, values: usize, spins: usize, halves: usize, w: v128): void {
  memory.fill(values, 0, BLOCK * <usize>pattern.slotCount);
  for (let k = 0; k < pattern.pivotCount; k++) {
    const block = values + BLOCK * <usize>at(pattern.base, k);
    const site = at(pattern.pivotSite, k);
    const spin = spins + 24 * <usize>site, h = valueAt(halves, site);
    v128.store(block, w);
    v128.store(block, f64x2.splat(h * load<f64>(spin)), 16);
    v128.store(block, f64x2.splat(h * load<f64>(spin, 8)), 32);
    v128.store(block, f64x2.splat(h * load<f64>(spin, 16)), 48);
  }
  const square = f64x2.mul(w, w);
  for (let b = 0; b < pattern.eliminatedCount; b++) {
    const site = at(pattern.eliminatedSite, b);
    const spin = spins + 24 * <usize>site, h = valueAt(halves, site);
    const norm = f64x2.add(square, f64x2.splat(h * h));
    const scalar = f64x2.div(w, norm);
    const vector = f64x2.div(f64x2.splat(-h), norm);
    const x = f64x2.mul(vector, f64x2.splat(load<f64>(spin)));
    const y = f64x2.mul(vector, f64x2.splat(load<f64>(spin, 8)));
    const z = f64x2.mul(vector, f64x2.splat(load<f64>(spin, 16)));
    addToTargets(pattern, values, b, scalar, x, y, z);
  }
}

function addToTargets(pattern: Pattern, values: usize, b: i32, q0: v128, q1: v128, q2: v128, q3: v128): void {
  const end = at(pattern.targetStart, b + 1);
  for (let e = at(pattern.targetStart, b); e < end; e++) {
    const block = values + BLOCK * <usize>at(pattern.target, e);
    const c = f64x2.splat(valueAt(pattern.targetReal, e));
    v128.store(block, f64x2.add(v128.load(block), f64x2.mul(c, q0)));
    v128.store(block, f64x2.add(v128.load(block, 16), f64x2.mul(c, q1)), 16);
    v128.store(block, f64x2.add(v128.load(block, 32), f64x2.mul(c, q2)), 32);
    v128.store(block, f64x2.add(v128.load(block, 48), f64x2.mul(c, q3)), 48);
  }
}
