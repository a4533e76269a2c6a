/** Twin of the kernels' invert.ts, for either arithmetic: selected inversion by the Takahashi equations. */
import type { FactorPattern } from '../../pattern/pattern.ts';
import { type BlockAlgebra, multiplyLeft } from './block-algebra.ts';

export function invertSelected(
  algebra: BlockAlgebra,
  pattern: FactorPattern,
  values: Float64Array,
  inverse: Float64Array,
): void {
  for (let k = pattern.pivotSite.length - 1; k >= 0; k--) {
    scaleRow(algebra, pattern, values, inverse, k);
    offDiagonal(algebra, pattern, values, inverse, k);
    diagonal(algebra, pattern, values, inverse, k);
  }
}

/** Z_kk ← D⁻¹ for now, and Û_b = D⁻¹ U_b. */
function scaleRow(
  algebra: BlockAlgebra,
  { base, rowStart }: FactorPattern,
  values: Float64Array,
  inverse: Float64Array,
  k: number,
): void {
  const { size } = algebra;
  const degree = rowStart[k + 1] - rowStart[k];
  const negative = new Float64Array(size);
  const scratch = new Float64Array(size);
  algebra.scaledInverse(values, size * base[k], 1, inverse, size * base[k]);
  algebra.scaledInverse(values, size * base[k], -1, negative, 0);
  for (let b = 0; b < degree; b++) multiplyLeft(algebra, values, size * (base[k] + 1 + 2 * b), negative, scratch);
  inverse.fill(0, size * (base[k] + 1), size * (base[k] + 1 + 2 * degree));
}

function offDiagonal(
  { size, subtractProduct }: BlockAlgebra,
  pattern: FactorPattern,
  values: Float64Array,
  inverse: Float64Array,
  k: number,
): void {
  const { base, rowStart, row, updateStart, update } = pattern;
  const degree = rowStart[k + 1] - rowStart[k];
  const u = (a: number) => size * (base[k] + 1 + 2 * a);
  const l = (a: number) => size * (base[k] + 2 + 2 * a);
  let pair = updateStart[k];
  for (let a = 0; a < degree; a++) {
    const z = size * base[row[rowStart[k] + a]];
    subtractProduct(inverse, l(a), inverse, z, values, l(a));
    subtractProduct(inverse, u(a), values, u(a), inverse, z);
    for (let b = a + 1; b < degree; b++) {
      const zab = size * update[pair++];
      const zba = zab + size;
      subtractProduct(inverse, l(a), inverse, zab, values, l(b));
      subtractProduct(inverse, l(b), inverse, zba, values, l(a));
      subtractProduct(inverse, u(a), values, u(b), inverse, zba);
      subtractProduct(inverse, u(b), values, u(a), inverse, zab);
    }
  }
}

function diagonal(
  { size, subtractProduct }: BlockAlgebra,
  { base, rowStart }: FactorPattern,
  values: Float64Array,
  inverse: Float64Array,
  k: number,
): void {
  for (let a = 0; a < rowStart[k + 1] - rowStart[k]; a++) {
    const u = size * (base[k] + 1 + 2 * a);
    subtractProduct(inverse, size * base[k], values, u, inverse, u + size);
  }
}
