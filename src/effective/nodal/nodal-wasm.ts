/** The WebAssembly kernels of the nodal determinant. */
import { createWorkspace } from '../../wasm/workspace.ts';
import type { Blocks, NodalKernels, Strided } from './kernels.ts';

const DOUBLE = 8;
const addresses = (...arrays: readonly ArrayBufferView[]) => arrays.map(({ byteOffset }) => byteOffset);
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
      const [rowStart, column, value] = addresses(matrix.rowStart, matrix.column, matrix.value);
      const rows = matrix.rowStart.length - 1;
      const [source, target, size] = [from.byteOffset, to.byteOffset, DOUBLE * width];
      return () => nodalCombine(rowStart, column, value, rows, source, target, size);
    },
    resolvents({ arithmetic, size, matrix, green, shifts, weights, products, sum }) {
      const [k, g, w, r, p, s] = addresses(matrix, green, shifts, weights, products, sum);
      const kernel = inverse[arithmetic];
      return () => kernel(k, g, size, w, r, shifts.length, p, s);
    },
    vertices({ orbitals, vectors, out, siteCount, width }) {
      const [p, v, o] = addresses(orbitals, vectors, out);
      return () => kernels.nodalVertices(p, v, o, siteCount, width);
    },
    collection({ orbitals, rows, factor, out, siteCount, width }) {
      const [p, r, o] = addresses(orbitals, rows, out);
      return () => kernels.nodalCollect(p, r, factor, o, siteCount, width);
    },
    spinProducts({ rows, vectors, out, siteCount, width }) {
      const [r, v, o] = addresses(rows, vectors, out);
      return () => kernels.nodalSpinProducts(r, v, o, siteCount, width);
    },
    spinProductsBack({ transported, rows, vectors, slope, vectorSlope, siteCount, width }) {
      const [t, r, v, s, d] = addresses(transported, rows, vectors, slope, vectorSlope);
      return () => kernels.nodalSpinProductsBack(t, r, v, s, d, siteCount, width);
    },
  };
}
