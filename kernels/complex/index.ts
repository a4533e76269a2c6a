/** Entry points of the complex route; arguments as in kernels/quaternion/index.ts. */
import { gatherPatch, Pattern } from '../pattern';
import { BLOCK } from './algebra';
import { assemble } from './assemble';
import { contract } from './contract';
import { factorise } from './factorise';
import { invertSelected } from './invert';
import { invertPatch } from './patch';

export { complexRatios, complexUpdate } from './patch';
export { complexSpectral } from './spectral';

export function complexFactors(pattern: Pattern, values: usize, spins: usize, halves: usize, levels: usize, shifts: usize, count: i32, products: usize): void {
  for (let j = 0; j < count; j += 2) {
    assemble(pattern, values, spins, halves, levels, v128.load(shifts + 8 * <usize>j));
    products = factorise(pattern, values, products);
  }
}

export function complexResolvents(
  pattern: Pattern, values: usize, inverse: usize, spins: usize, halves: usize, levels: usize,
  shifts: usize, weights: usize, count: i32, products: usize, vectors: usize, traces: usize,
): void {
  memory.fill(vectors, 0, 48 * <usize>pattern.siteCount);
  for (let j = 0; j < count; j += 2) {
    const w = v128.load(shifts + 8 * <usize>j), weight = v128.load(weights + 8 * <usize>j);
    assemble(pattern, values, spins, halves, levels, w);
    products = factorise(pattern, values, products);
    invertSelected(pattern, values, inverse);
    contract(pattern, inverse, spins, halves, levels, w, weight, vectors, traces + 8 * <usize>j, 8 * <usize>count);
  }
}

/** Opens a patch: its inverse for every pair of shifts to `green`; products of the norms of all pivots, those of the patch last. */
export function complexPatch(
  pattern: Pattern, values: usize, green: usize, spins: usize, halves: usize, levels: usize, shifts: usize, count: i32, products: usize,
): void {
  const m = pattern.pivotCount - pattern.leadingCount;
  for (let j = 0; j < count; j += 2) {
    assemble(pattern, values, spins, halves, levels, v128.load(shifts + 8 * <usize>j));
    products = factorise(pattern, values, products);
    gatherPatch(pattern, values, green, BLOCK);
    products = invertPatch(green, m, products);
    green += BLOCK * <usize>(m * m);
  }
}
