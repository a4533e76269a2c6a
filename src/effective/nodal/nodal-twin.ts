/** The kernels of the nodal determinant in plain TypeScript: the operations of kernels/nodal/ in their order, hence bit-identical. */
import { CHUNK } from '../../exact/factor/pole-factors.ts';
import { complexAlgebra } from '../../exact/factor/twin/complex.ts';
import { invertPatch } from '../../exact/factor/twin/patch.ts';
import { quaternionAlgebra } from '../../exact/factor/twin/quaternion.ts';
import type { Views } from '../../wasm/workspace.ts';
import type { Blocks, NodalKernels, Product, ResolventProblem } from './kernels.ts';
import { collectVertices, fillSpinProducts, fillVertices, spinProductsBack } from './rows.ts';
import type { SparseMatrix } from './sparse.ts';

export function typescriptNodal<B extends Blocks>(blocks: B): NodalKernels<B> {
  const arrays = Object.fromEntries(
    Object.entries(blocks).map(([name, block]) => [
      name,
      typeof block === 'number' ? new Float64Array(block) : block.slice(),
    ]),
  );
  return {
    arrays: arrays as Views<B>,
    product: (product) => () => multiply(product),
    combination: (matrix, from, to, width) => () => combine(matrix, from, to, width),
    resolvents: (problem) => () => invert(problem),
    vertices: (problem) => () => fillVertices(problem),
    collection: (problem) => () => collectVertices(problem),
    spinProducts: (problem) => () => fillSpinProducts(problem),
    spinProductsBack: (problem) => () => spinProductsBack(problem),
  };
}

function multiply({ left, right, out, shape: { rows, inner, columns }, adds = false }: Product): void {
  const { column = 1 } = left;
  for (let p = 0; p < rows; p++) {
    const start = out.start + p * out.row;
    if (!adds) out.array.fill(0, start, start + columns);
    for (let k = 0; k < inner; k++) {
      const factor = left.array[left.start + p * left.row + k * column];
      const source = right.start + k * right.row;
      for (let q = 0; q < columns; q++) out.array[start + q] += factor * right.array[source + q];
    }
  }
}

/** `to` = matrix × `from`, rows of `width` numbers. */
export function combine(
  { rowStart, column, value }: SparseMatrix,
  from: Float64Array,
  to: Float64Array,
  width: number,
): void {
  for (let i = 0; i + 1 < rowStart.length; i++) {
    const start = i * width;
    to.fill(0, start, start + width);
    for (let e = rowStart[i]; e < rowStart[i + 1]; e++) {
      const source = column[e] * width;
      for (let q = 0; q < width; q++) to[start + q] += value[e] * from[source + q];
    }
  }
}

const ALGEBRA = { quaternion: quaternionAlgebra, complex: complexAlgebra };
/** Components of a block that a shift is added to: the scalar, or the real parts on the diagonal. */
const DIAGONAL = { quaternion: [0], complex: [0, 6] };

function invert({ arithmetic, size, matrix, green, shifts, weights, products, sum }: ResolventProblem): void {
  const algebra = ALGEBRA[arithmetic];
  const chunks = Math.floor(size / CHUNK) + 1;
  const lanes = [green.subarray(0, matrix.length), green.subarray(matrix.length)];
  sum.fill(0);
  for (let j = 0; j < shifts.length; j += 2) {
    lanes.forEach((lane, l) => {
      lane.set(matrix);
      for (let k = 0; k < size; k++)
        for (const c of DIAGONAL[arithmetic]) lane[algebra.size * (k * size + k) + c] += shifts[j + l];
      invertPatch(algebra, lane, size, products, j * chunks + l);
    });
    const [even, odd] = lanes;
    for (let e = 0; e < sum.length; e++) sum[e] += weights[j] * even[e] + weights[j + 1] * odd[e];
  }
}
