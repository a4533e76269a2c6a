/** Selected inversion with complex blocks: the equations and the order of the sums are those of kernels/quaternion/invert.ts. */
import { at, Pattern } from '../pattern';
import { BLOCK, multiplyLeft, scaledInverse, SCRATCH2, subtractProduct } from './algebra';

export function invertSelected(pattern: Pattern, values: usize, inverse: usize): void {
  for (let k = pattern.pivotCount - 1; k >= 0; k--) {
    const start = at(pattern.base, k);
    const count = at(pattern.rowStart, k + 1) - at(pattern.rowStart, k);
    const factor = values + BLOCK * <usize>start, z = inverse + BLOCK * <usize>start;
    const end = factor + BLOCK + 2 * BLOCK * <usize>count;
    memory.fill(z + BLOCK, 0, 2 * BLOCK * <usize>count);
    scaledInverse(factor, 1, z);
    scaledInverse(factor, -1, SCRATCH2);
    for (let u = factor + BLOCK; u < end; u += 2 * BLOCK) multiplyLeft(u, SCRATCH2);
    offDiagonal(pattern, inverse, k, factor, end, z - factor);
    for (let u = factor + BLOCK; u < end; u += 2 * BLOCK) subtractProduct(z, u, u + BLOCK + (z - factor));
  }
}

/** The blocks of Z off the diagonal. `toZ`: from a block of the factors to the block of the inverse in the same slot. */
function offDiagonal(pattern: Pattern, inverse: usize, k: i32, factor: usize, end: usize, toZ: usize): void {
  let row = pattern.row + ((<usize>at(pattern.rowStart, k)) << 2);
  let update = pattern.update + ((<usize>at(pattern.updateStart, k)) << 2);
  for (let u = factor + BLOCK; u < end; u += 2 * BLOCK) {
    const l = u + BLOCK;
    const diagonal = inverse + BLOCK * <usize>at(pattern.base, load<i32>(row));
    row += 4;
    subtractProduct(l + toZ, diagonal, l);
    subtractProduct(u + toZ, u, diagonal);
    for (let b = u + 2 * BLOCK; b < end; b += 2 * BLOCK) {
      const ab = inverse + BLOCK * <usize>load<i32>(update), ba = ab + BLOCK;
      update += 4;
      subtractProduct(l + toZ, ab, b + BLOCK);
      subtractProduct(b + BLOCK + toZ, ba, l);
      subtractProduct(u + toZ, b, ba);
      subtractProduct(b + toZ, u, ab);
    }
  }
}
