/** Vectors of single sites in fields of x y z site after site; that of site i begins at 3i. */

/** a · b. */
export function dotAt(a: Float64Array, b: Float64Array, at: number): number {
  return a[at] * b[at] + a[at + 1] * b[at + 1] + a[at + 2] * b[at + 2];
}

/** target += factor · vector. */
export function addScaledAt(target: Float64Array, at: number, factor: number, vector: Float64Array): void {
  for (let c = at; c < at + 3; c++) target[c] += factor * vector[c];
}

/** Scales a vector to length 1. */
export function normaliseAt(vector: Float64Array, at: number): void {
  const inverse = 1 / Math.sqrt(dotAt(vector, vector, at));
  for (let c = at; c < at + 3; c++) vector[c] *= inverse;
}
