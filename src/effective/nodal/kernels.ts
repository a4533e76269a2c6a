/** What the nodal determinant needs of an engine: products of matrices, sparse transforms and resolvents, each bound to its arrays once. */
import type { Arithmetic } from '../../exact/factor/problem.ts';
import type { Views } from '../../wasm/workspace.ts';
import type { Collection, SpinProducts, SpinProductsBack, Vertices } from './rows.ts';
import type { SparseMatrix } from './sparse.ts';

/** Arrays by name: their lengths, or what they hold from the start. */
export type Blocks = Record<string, number | Int32Array | Float64Array>;

/** A matrix in an array of the kernels: element (i, j) at start + i row + j column. */
export interface Strided {
  readonly array: Float64Array;
  readonly start: number;
  readonly row: number;
  /** 1 where it is left out; other strides on the left of a product only. */
  readonly column?: number;
}

export interface Shape {
  readonly rows: number;
  /** What is summed over. */
  readonly inner: number;
  /** An even number. */
  readonly columns: number;
}

export interface Product {
  readonly left: Strided;
  readonly right: Strided;
  readonly out: Strided;
  readonly shape: Shape;
  /** Whether the product is added to what stands in `out`. */
  readonly adds?: boolean;
  /** `out` consists of square blocks of so many rows, of which only the lower triangles are wanted. */
  readonly period?: number;
}

export interface ResolventProblem {
  readonly arithmetic: Arithmetic;
  /** The number n of blocks in a row of K. */
  readonly size: number;
  /** Blocks of K, n × n row by row, 4 or 8 numbers each. */
  readonly matrix: Float64Array;
  /** Workspace, twice as long. */
  readonly green: Float64Array;
  readonly shifts: Float64Array;
  readonly weights: Float64Array;
  /** Products of pivot norms, as `sumLogarithms` takes them. */
  readonly products: Float64Array;
  /** Σ_j weight_j (w_j + K)⁻¹. */
  readonly sum: Float64Array;
}

export interface NodalKernels<B extends Blocks> {
  readonly arrays: Views<B>;
  /** out = left × right, or out += left × right. */
  product(product: Product): () => void;
  /** `to` = matrix × `from`, rows of `width` numbers, which is even. */
  combination(matrix: SparseMatrix, from: Float64Array, to: Float64Array, width: number): () => void;
  /** Inverts w_j + K for every shift. */
  resolvents(problem: ResolventProblem): () => void;
  /** What rows.ts describes. */
  vertices(problem: Vertices): () => void;
  collection(problem: Collection): () => void;
  spinProducts(problem: SpinProducts): () => void;
  spinProductsBack(problem: SpinProductsBack): () => void;
}
