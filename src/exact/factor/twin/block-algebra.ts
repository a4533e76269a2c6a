/** Arithmetic of the blocks of a factor, held as `size` consecutive numbers of an array. */
export interface BlockAlgebra {
  readonly size: number;
  readonly one: readonly number[];
  /** The block i (x, y, z)·σ. */
  spin(x: number, y: number, z: number): number[];
  /** values[target] −= left[l] · right[u]; indices are those of first components. */
  subtractProduct(
    values: Float64Array,
    target: number,
    left: Float64Array,
    l: number,
    right: Float64Array,
    u: number,
  ): void;
  /** What the log-determinant is made of: |q|² of a quaternion, |det|² of a complex block. */
  norm(values: Float64Array, q: number): number;
  /** out[at …] = factor × inverse of values[q]. */
  scaledInverse(values: Float64Array, q: number, factor: number, out: Float64Array, at: number): void;
}

/** values[q] ← −values[q] · factor; `scratch` holds one block. */
export function multiplyRight(
  { size, subtractProduct }: BlockAlgebra,
  values: Float64Array,
  q: number,
  factor: Float64Array,
  scratch: Float64Array,
): void {
  scratch.fill(0);
  subtractProduct(scratch, 0, values, q, factor, 0);
  for (let c = 0; c < size; c++) values[q + c] = scratch[c];
}

/** values[q] ← −factor · values[q]. */
export function multiplyLeft(
  { size, subtractProduct }: BlockAlgebra,
  values: Float64Array,
  q: number,
  factor: Float64Array,
  scratch: Float64Array,
): void {
  scratch.fill(0);
  subtractProduct(scratch, 0, factor, 0, values, q);
  for (let c = 0; c < size; c++) values[q + c] = scratch[c];
}
