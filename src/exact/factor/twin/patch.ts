/** Twin of the kernels' patch.ts, for either arithmetic: one matrix G of m × m blocks per shift, row by row. */
import type { FactorPattern } from '../../pattern/pattern.ts';
import { CHUNK } from '../pole-factors.ts';
import { type BlockAlgebra, multiplyLeft } from './block-algebra.ts';

/** Copies the Schur complement left in the slots of the patch's pivots to a dense matrix. */
export function gatherPatch({ size }: BlockAlgebra, pattern: FactorPattern, values: Float64Array, green: Float64Array) {
  const m = pattern.patchSize;
  const leading = pattern.pivotSite.length - m;
  const copy = (slot: number, i: number, j: number) => {
    green.set(values.subarray(size * slot, size * (slot + 1)), size * (i * m + j));
  };
  for (let a = 0; a < m; a++) {
    const base = pattern.base[leading + a];
    copy(base, a, a);
    for (let b = a + 1; b < m; b++) {
      copy(base + 2 * (b - a) - 1, a, b);
      copy(base + 2 * (b - a), b, a);
    }
  }
}

/** Gauss-Jordan in place; writes products of pivot norms to every second place of `products` from `start` on. */
export function invertPatch(
  algebra: BlockAlgebra,
  green: Float64Array,
  m: number,
  products: Float64Array,
  start: number,
): void {
  const { size } = algebra;
  const inverse = new Float64Array(size);
  const scratch = new Float64Array(size);
  let product = 1;
  let place = start;
  for (let k = 0; k < m; k++) {
    const pivot = size * (k * m + k);
    product *= algebra.norm(green, pivot);
    if (k % CHUNK === CHUNK - 1) {
      products[place] = product;
      place += 2;
      product = 1;
    }
    algebra.scaledInverse(green, pivot, -1, inverse, 0);
    for (let j = 0; j < m; j++) if (j !== k) multiplyLeft(algebra, green, size * (k * m + j), inverse, scratch);
    for (let c = 0; c < size; c++) green[pivot + c] = -inverse[c];
    for (let i = 0; i < m; i++) if (i !== k) eliminateRow(algebra, green, m, i, k, scratch);
  }
  products[place] = product;
}

/** G_ij −= G_ik G_kj for all j, where G_ik itself is replaced by zero first. */
function eliminateRow(
  algebra: BlockAlgebra,
  green: Float64Array,
  m: number,
  i: number,
  k: number,
  scratch: Float64Array,
): void {
  const { size } = algebra;
  const block = size * (i * m + k);
  for (let c = 0; c < size; c++) scratch[c] = green[block + c];
  green.fill(0, block, block + size);
  for (let j = 0; j < m; j++) algebra.subtractProduct(green, size * (i * m + j), scratch, 0, green, size * (k * m + j));
}

/** out = 1 + q G_aa, for `negative` = −q. */
export function pivotRatio(
  algebra: BlockAlgebra,
  green: Float64Array,
  m: number,
  a: number,
  negative: Float64Array,
  out: Float64Array,
): void {
  out.set(algebra.one);
  algebra.subtractProduct(out, 0, negative, 0, green, algebra.size * (a * m + a));
}

/** G −= G e_a (1 + q G_aa)⁻¹ q e_aᵀ G, for `negative` = −q. */
export function updatePatch(
  algebra: BlockAlgebra,
  green: Float64Array,
  m: number,
  a: number,
  negative: Float64Array,
): void {
  const { size } = algebra;
  const ratio = new Float64Array(size);
  const inverse = new Float64Array(size);
  const kernel = new Float64Array(size);
  const row = new Float64Array(size * m);
  pivotRatio(algebra, green, m, a, negative, ratio);
  algebra.scaledInverse(ratio, 0, -1, inverse, 0);
  algebra.subtractProduct(kernel, 0, inverse, 0, negative, 0);
  for (let j = 0; j < m; j++) algebra.subtractProduct(row, size * j, kernel, 0, green, size * (a * m + j));
  const column = new Float64Array(size);
  for (let i = 0; i < m; i++) {
    for (let c = 0; c < size; c++) column[c] = green[size * (i * m + a) + c];
    for (let j = 0; j < m; j++) algebra.subtractProduct(green, size * (i * m + j), column, 0, row, size * j);
  }
}
