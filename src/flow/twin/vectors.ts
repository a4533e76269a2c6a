/** Vectors x, y, z; those of sites stand one after the other in arrays. */

export type Vector = Float64Array;

/** A zero vector. */
export const createVector = (): Vector => new Float64Array(3);

export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** a · b of the vectors that begin at these numbers. */
export const dotAt = (a: Float64Array, at: number, b: Float64Array, other: number): number =>
  a[at] * b[other] + a[at + 1] * b[other + 1] + a[at + 2] * b[other + 2];

/** Adds `factor` times the vector that begins at number `other` to the one that begins at number `at`. */
export function addScaledAt(
  target: Float64Array,
  at: number,
  factor: number,
  vector: Float64Array,
  other: number,
): void {
  target[at] += factor * vector[other];
  target[at + 1] += factor * vector[other + 1];
  target[at + 2] += factor * vector[other + 2];
}

/** Copies the vector that begins at number `other` to number `at`. */
export function copyAt(target: Float64Array, at: number, vector: Float64Array, other: number): void {
  target[at] = vector[other];
  target[at + 1] = vector[other + 1];
  target[at + 2] = vector[other + 2];
}

/** Scales to length 1. */
export function normalise(vector: Vector): void {
  const inverse = 1 / Math.sqrt(dot(vector, vector));
  vector[0] *= inverse;
  vector[1] *= inverse;
  vector[2] *= inverse;
}
