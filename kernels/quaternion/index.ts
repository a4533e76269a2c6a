/**
 * Entry points of the quaternion route. `shifts` are w_j, an even number of them; lane l of vector p holds shift 2p + l.
 * `levels` (T_ii − μ) vanish in class C; the argument keeps the signature of the complex route.
 */
import { gatherPatch, Pattern } from '../pattern';
import { BLOCK } from './algebra';
import { assemble } from './assemble';
import { contract } from './contract';
import { factorise } from './factorise';
import { invertSelected } from './invert';
import { invertPatch } from './patch';

export { quaternionRatios, quaternionUpdate } from './patch';

/** Products of pivot norms of all pairs of shifts, to `products`. */
export function quaternionFactors(pattern: Pattern, values: usize, spins: usize, halves: usize, levels: usize, shifts: usize, count: i32, products: usize): void {
  for (let j = 0; j < count; j += 2) {
    assemble(pattern, values, spins, halves, v128.load(shifts + 8 * <usize>j));
    products = factorise(pattern, values, products);
  }
}

/** The same, and the diagonal of the inverse contracted: see contract.ts; `vectors` is zeroed first. */
export function quaternionResolvents(
  pattern: Pattern, values: usize, inverse: usize, spins: usize, halves: usize, levels: usize,
  shifts: usize, weights: usize, count: i32, products: usize, vectors: usize, traces: usize,
): void {
  memory.fill(vectors, 0, 48 * <usize>pattern.siteCount);
  for (let j = 0; j < count; j += 2) {
    const w = v128.load(shifts + 8 * <usize>j);
    assemble(pattern, values, spins, halves, w);
    products = factorise(pattern, values, products);
    invertSelected(pattern, values, inverse);
    contract(pattern, inverse, spins, halves, w, v128.load(weights + 8 * <usize>j), vectors, traces + 8 * <usize>j);
  }
}

/** Opens a patch: its inverse for every pair of shifts to `green`; products of the norms of all pivots, those of the patch last. */
export function quaternionPatch(
  pattern: Pattern, values: usize, green: usize, spins: usize, halves: usize, levels: usize, shifts: usize, count: i32, products: usize,
): void {
  const m = pattern.pivotCount - pattern.leadingCount;
  for (let j = 0; j < count; j += 2) {
    assemble(pattern, values, spins, halves, v128.load(shifts + 8 * <usize>j));
    products = factorise(pattern, values, products);
    gatherPatch(pattern, values, green, BLOCK);
    products = invertPatch(green, m, products);
    green += BLOCK * <usize>(m * m);
  }
}
