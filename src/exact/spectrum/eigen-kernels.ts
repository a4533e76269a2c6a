/** The expensive parts of eigenvectors by either engine, bit-identical. */
import { createWorkspace } from '../../wasm/workspace.ts';
import { innerProduct, reflectDiagonalBlock, reflection, subtractProduct } from './complex-reduction.ts';

/** Numbers are pairs (real, imaginary) where nothing else is said. */
export interface EigenKernels {
  /** The lower triangle, element (a, b), a ≥ b, at b·size + a − b; `reduce` makes it tridiagonal. */
  readonly matrix: Float64Array;
  /** Vectors of the real tridiagonal matrix as rows of real numbers. */
  readonly real: Float64Array;
  readonly rotations: Rotations;
  /** `reflectBack` takes these from vectors of the tridiagonal matrix to those of the full one. */
  readonly vectors: Float64Array;
  reduce(): void;
  /** Applies the first rotations to `real`. */
  rotate(count: number): void;
  reflectBack(): void;
}

/** Rotation r turns rows i = rows[r] and i + 1 by the angle whose cosine and sine are a pair of `angles`. */
export interface Rotations {
  readonly rows: Int32Array;
  readonly angles: Float64Array;
}

/** Rotations that are applied together: the rows of vectors are read once for all of them. */
export const BATCH = 4096;

export function wasmEigenKernels(size: number): EigenKernels {
  const { kernels, views } = createWorkspace({
    matrix: 2 * size * size,
    reflections: size * (size - 1),
    image: 2 * size,
    real: size * size,
    vectors: 2 * size * size,
    rows: new Int32Array(BATCH),
    angles: 2 * BATCH,
  });
  const { matrix, reflections, image, real, vectors, rows, angles } = views;
  return {
    matrix,
    real,
    vectors,
    rotations: { rows, angles },
    reduce: () => kernels.reduceKeeping(matrix.byteOffset, size, reflections.byteOffset, image.byteOffset),
    rotate: (count) => kernels.rotateRows(real.byteOffset, size, rows.byteOffset, angles.byteOffset, count),
    reflectBack: () => kernels.reflectBack(vectors.byteOffset, size, reflections.byteOffset),
  };
}

/** Twin of kernels/spectrum/vectors.ts: every element sees the same operations in the same order. */
export function typescriptEigenKernels(size: number): EigenKernels {
  const matrix = new Float64Array(2 * size * size);
  const real = new Float64Array(size * size);
  const vectors = new Float64Array(2 * size * size);
  const rotations = { rows: new Int32Array(BATCH), angles: new Float64Array(2 * BATCH) };
  const reflections = Array.from({ length: Math.max(0, size - 2) }, (_, k) => new Float64Array(2 * (size - 1 - k)));
  return {
    matrix,
    real,
    vectors,
    rotations,
    reduce: () => reduceKeeping(matrix, size, reflections),
    rotate: (count) => rotateRows(real, size, rotations, count),
    reflectBack: () => reflectBack(vectors, size, reflections),
  };
}

function reduceKeeping(matrix: Float64Array, size: number, reflections: readonly Float64Array[]): void {
  const image = new Float64Array(2 * size);
  const factor = new Float64Array(4);
  for (const [k, v] of reflections.entries()) {
    const below = 2 * (k * size + 1);
    const block = 2 * (k + 1) * size;
    const count = size - 1 - k;
    if (reflection(matrix, below, count, v)) reflectDiagonalBlock(matrix, block, 2 * size, count, v, image, factor);
    else v.fill(0);
  }
}

function rotateRows(real: Float64Array, size: number, { rows, angles }: Rotations, count: number): void {
  for (let r = 0; r < count; r++) {
    const [cos, sin] = [angles[2 * r], angles[2 * r + 1]];
    for (let a = rows[r] * size; a < (rows[r] + 1) * size; a++) {
      const upper = real[a];
      const lower = real[a + size];
      real[a] = cos * upper - sin * lower;
      real[a + size] = sin * upper + cos * lower;
    }
  }
}

function reflectBack(vectors: Float64Array, size: number, reflections: readonly Float64Array[]): void {
  const factor = new Float64Array(4);
  for (let start = 0; start < vectors.length; start += 2 * size)
    for (let k = reflections.length - 1; k >= 0; k--) {
      const v = reflections[k];
      const x = start + 2 * (k + 1);
      innerProduct(v, vectors, x, v.length, factor);
      subtractFrom(vectors, x, v, factor);
    }
}

/** x_a −= v_a β, β in the second half of `factor`. */
function subtractFrom(vectors: Float64Array, x: number, v: Float64Array, factor: Float64Array): void {
  factor[0] = factor[2];
  factor[1] = factor[3];
  subtractProduct(vectors, x, v, v.length, factor);
}
