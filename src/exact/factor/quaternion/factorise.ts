/** Twin of kernels/quaternion/factorise.ts. */
import type { FactorPattern } from '../../pattern/pattern.ts';
import { CHUNK } from '../pole-factors.ts';
import { multiplyByNegative, norm2, scaledInverse, subtractProduct } from './algebra.ts';

/** Leaves D, scaled L and U in `values`; writes products of pivot norms to every second place of `products` from `start` on. */
export function factorise(pattern: FactorPattern, values: Float64Array, products: Float64Array, start: number): void {
  const leading = pattern.pivotSite.length - pattern.patchSize;
  let product = 1;
  let place = start;
  for (let k = 0; k < leading; k++) {
    product *= norm2(values, 4 * pattern.base[k]);
    if (k % CHUNK === CHUNK - 1) {
      products[place] = product;
      place += 2;
      product = 1;
    }
    scaleColumn(pattern, values, k);
    updateLater(pattern, values, k);
  }
  products[place] = product;
}

const INVERSE = new Float64Array(4);

/** L_a ← L_a D⁻¹. */
function scaleColumn({ base, rowStart }: FactorPattern, values: Float64Array, k: number): void {
  scaledInverse(values, 4 * base[k], -1, INVERSE);
  for (let a = 0; a < rowStart[k + 1] - rowStart[k]; a++) {
    multiplyByNegative(values, 4 * (base[k] + 2 + 2 * a), INVERSE, false);
  }
}

function updateLater(pattern: FactorPattern, values: Float64Array, k: number): void {
  const { base, rowStart, row, updateStart, update } = pattern;
  const degree = rowStart[k + 1] - rowStart[k];
  const u = (a: number) => 4 * (base[k] + 1 + 2 * a);
  const l = (a: number) => 4 * (base[k] + 2 + 2 * a);
  let pair = updateStart[k];
  for (let a = 0; a < degree; a++) {
    subtractProduct(values, 4 * base[row[rowStart[k] + a]], values, l(a), values, u(a));
    for (let b = a + 1; b < degree; b++) {
      const target = 4 * update[pair++];
      subtractProduct(values, target, values, l(a), values, u(b));
      subtractProduct(values, target + 4, values, l(b), values, u(a));
    }
  }
}
