/** The WebAssembly kernels of the nodal determinant. */
import { createWorkspace } from '../../wasm/workspace.ts';
import type { Blocks, NodalKernels, Strided } from './kernels.ts';

const DOUBLE = 8;
const address = ({ array, start }: Strided) => array.byteOffset + DOUBLE * start;

export function wasmNodal<B extends Blocks>(blocks: B): NodalKernels<B> {
  const { kernels, views } = createWorkspace(blocks);
  const { nodalMultiply, nodalCombine } = kernels;
  const inverse = { quaternion: kernels.nodalQuaternion, complex: kernels.nodalComplex };
  return {
    arrays: views,
    product({ left, right, out, shape: { rows, inner, columns }, adds = false, period = 0 }) {
      const [l, r, o] = [left, right, out].map(address);
      const [row, column] = [DOUBLE * left.row, DOUBLE * (left.column ?? 1)];
      const [rightRow, outRow, flag] = [DOUBLE * right.row, DOUBLE * out.row, adds ? 1 : 0];
      return () => nodalMultiply(l, row, column, r, rightRow, o, outRow, rows, inner, columns, flag, period);
    },
    combination(matrix, from, to, width) {
      const [rowStart, column, value] = [matrix.rowStart, matrix.column, matrix.value].map((table) => table.byteOffset);
      const rows = matrix.rowStart.length - 1;
      const [source, target, size] = [from.byteOffset, to.byteOffset, DOUBLE * width];
      return () => nodalCombine(rowStart, column, value, rows, source, target, size);
    },
    resolvents({ arithmetic, size, matrix, green, shifts, weights, products, sum }) {
      const [k, g, w, r, p, s] = [matrix, green, shifts, weights, products, sum].map(({ byteOffset }) => byteOffset);
      const kernel = inverse[arithmetic];
      return () => kernel(k, g, size, w, r, shifts.length, p, s);
    },
  };
}
