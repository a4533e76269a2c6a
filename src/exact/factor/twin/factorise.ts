/** Twin of the kernels' factorise.ts, for either arithmetic. */
import type { FactorPattern } from '../../pattern/pattern.ts';
import { CHUNK } from '../pole-factors.ts';
import { type BlockAlgebra, multiplyRight } from './block-algebra.ts';

/** Leaves D, scaled L and U in `values`; writes products of pivot norms to every second place of `products` from `start` on. */
export function factorise(
  algebra: BlockAlgebra,
  pattern: FactorPattern,
  values: Float64Array,
  products: Float64Array,
  start: number,
): void {
  const leading = pattern.pivotSite.length - pattern.patchSize;
  const inverse = new Float64Array(algebra.size);
  const scratch = new Float64Array(algebra.size);
  let product = 1;
  let place = start;
  for (let k = 0; k < leading; k++) {
    const pivot = algebra.size * pattern.base[k];
    product *= algebra.norm(values, pivot);
    if (k % CHUNK === CHUNK - 1) {
      products[place] = product;
      place += 2;
      product = 1;
    }
    algebra.scaledInverse(values, pivot, -1, inverse, 0);
    for (let a = 0; a < pattern.rowStart[k + 1] - pattern.rowStart[k]; a++) {
      multiplyRight(algebra, values, pivot + algebra.size * (2 + 2 * a), inverse, scratch);
    }
    updateLater(algebra, pattern, values, k);
  }
  products[place] = product;
}

function updateLater(
  { size, subtractProduct }: BlockAlgebra,
  pattern: FactorPattern,
  values: Float64Array,
  k: number,
): void {
  const { base, rowStart, row, updateStart, update } = pattern;
  const degree = rowStart[k + 1] - rowStart[k];
  const u = (a: number) => size * (base[k] + 1 + 2 * a);
  const l = (a: number) => size * (base[k] + 2 + 2 * a);
  let pair = updateStart[k];
  for (let a = 0; a < degree; a++) {
    subtractProduct(values, size * base[row[rowStart[k] + a]], values, l(a), values, u(a));
    for (let b = a + 1; b < degree; b++) {
      const target = size * update[pair++];
      subtractProduct(values, target, values, l(a), values, u(b));
      subtractProduct(values, target + size, values, l(b), values, u(a));
    }
  }
}
