/** Twin of kernels/quaternion/invert.ts: selected inversion by the Takahashi equations. */
import type { FactorPattern } from '../../pattern/pattern.ts';
import { multiplyByNegative, scaledInverse, subtractProduct } from './algebra.ts';

export function invertSelected(pattern: FactorPattern, values: Float64Array, inverse: Float64Array): void {
  for (let k = pattern.pivotSite.length - 1; k >= 0; k--) {
    scaleRow(pattern, values, inverse, k);
    offDiagonal(pattern, values, inverse, k);
    diagonal(pattern, values, inverse, k);
  }
}

const NEGATIVE = new Float64Array(4);

/** Z_kk ← D⁻¹ for now, and Û_b = D⁻¹ U_b. */
function scaleRow({ base, rowStart }: FactorPattern, values: Float64Array, inverse: Float64Array, k: number): void {
  const degree = rowStart[k + 1] - rowStart[k];
  scaledInverse(values, 4 * base[k], 1, inverse, 4 * base[k]);
  for (let c = 0; c < 4; c++) NEGATIVE[c] = -inverse[4 * base[k] + c];
  for (let b = 0; b < degree; b++) multiplyByNegative(values, 4 * (base[k] + 1 + 2 * b), NEGATIVE, true);
  inverse.fill(0, 4 * (base[k] + 1), 4 * (base[k] + 1 + 2 * degree));
}

function offDiagonal(pattern: FactorPattern, values: Float64Array, inverse: Float64Array, k: number): void {
  const { base, rowStart, row, updateStart, update } = pattern;
  const degree = rowStart[k + 1] - rowStart[k];
  const u = (a: number) => 4 * (base[k] + 1 + 2 * a);
  const l = (a: number) => 4 * (base[k] + 2 + 2 * a);
  let pair = updateStart[k];
  for (let a = 0; a < degree; a++) {
    const z = 4 * base[row[rowStart[k] + a]];
    subtractProduct(inverse, l(a), inverse, z, values, l(a));
    subtractProduct(inverse, u(a), values, u(a), inverse, z);
    for (let b = a + 1; b < degree; b++) {
      const zab = 4 * update[pair++];
      const zba = zab + 4;
      subtractProduct(inverse, l(a), inverse, zab, values, l(b));
      subtractProduct(inverse, l(b), inverse, zba, values, l(a));
      subtractProduct(inverse, u(a), values, u(b), inverse, zba);
      subtractProduct(inverse, u(b), values, u(a), inverse, zab);
    }
  }
}

function diagonal({ base, rowStart }: FactorPattern, values: Float64Array, inverse: Float64Array, k: number): void {
  for (let a = 0; a < rowStart[k + 1] - rowStart[k]; a++) {
    const u = 4 * (base[k] + 1 + 2 * a);
    subtractProduct(inverse, 4 * base[k], values, u, inverse, u + 4);
  }
}
