/** A real basis of the manifold, and dense matrices of what commutes with translations. */

import { combine } from './nodal-twin.ts';
import { diagonal, type SparseMatrix } from './sparse.ts';
import type { Transform } from './transform.ts';

/** A real symmetric function of two sites, row by row. */
export type SiteMatrix = Float64Array;

/** Components of projected site vectors below this are rounding errors. */
const NOTHING = 1e-10;

/** The matrix between sites that multiplies every wave by its `factor`. */
export function operatorOf({ forward, backward }: Transform, factor: Float64Array): SiteMatrix {
  const count = factor.length;
  const identity = new Float64Array(count * count);
  for (let i = 0; i < count; i++) identity[i * count + i] = 1;
  return applyAll([...forward, diagonal(factor), ...backward], identity, count);
}

/** Matrices one after the other, on `width` columns. */
export function applyAll(matrices: readonly SparseMatrix[], rows: Float64Array, width: number): Float64Array {
  return matrices.reduce((from, matrix) => {
    const to = new Float64Array(from.length);
    combine(matrix, from, to, width);
    return to;
  }, rows);
}

/**
 * Orthonormal real orbitals that span the manifold, one vector of N numbers each: projected sites, made orthogonal one by one, the longest first. Where the projector
 * keeps sublattices apart, as it does with perfect nesting, so do they.
 */
export function realOrbitals(projector: SiteMatrix, siteCount: number, count: number): Float64Array[] {
  const rest = Array.from({ length: siteCount }, (_, i) => projector.slice(i * siteCount, (i + 1) * siteCount));
  return Array.from({ length: count }, () => {
    const longest = rest.reduce((best, vector) => (norm(vector) > norm(best) + NOTHING ? vector : best));
    const length = norm(longest);
    const orbital = longest.map((value) => (Math.abs(value) < NOTHING ? 0 : value / length));
    for (const vector of rest) removePart(vector, orbital);
    return orbital;
  });
}

function removePart(vector: Float64Array, unit: Float64Array): void {
  const along = dot(vector, unit);
  for (let i = 0; i < vector.length; i++) vector[i] -= along * unit[i];
}

const norm = (vector: Float64Array): number => Math.sqrt(dot(vector, vector));

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
