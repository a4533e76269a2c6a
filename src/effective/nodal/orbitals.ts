/** A real basis of the manifold, and real propagators through the levels outside. */
import type { Lattice } from '../../lattice/lattice.ts';
import { cellOf } from '../../lattice/sites.ts';
import { cosTurns, sinTurns } from '../../numeric/elementary.ts';
import type { Manifold } from './manifold.ts';

/** A real symmetric function of two sites, row by row. */
export type SiteMatrix = Float64Array;

/** Components of projected site vectors below this are rounding errors. */
const NOTHING = 1e-10;

/**
 * K(i, j) = Σ_k f_k cos k·(r_i − r_j)/N over momenta by number, k = Σ_d (n_d + θ_d)/L_d b_d: the operator Σ_k f_k |k⟩⟨k| where f_k = f_−k.
 */
export function operatorOf(
  lattice: Lattice,
  waveNumbers: readonly (readonly number[])[],
  momenta: Int32Array,
  factor: (index: number) => number,
): SiteMatrix {
  const { siteCount, spec } = lattice;
  const cells = Array.from({ length: siteCount }, (_, site) => cellOf(lattice, site));
  const matrix = new Float64Array(siteCount * siteCount);
  momenta.forEach((k, index) => {
    const value = factor(index) / siteCount;
    if (value === 0) return;
    const turns = cells.map((cell) =>
      cell.reduce((sum, x, d) => sum + ((waveNumbers[k][d] + spec.twist[d]) * x) / spec.size[d], 0),
    );
    addWave(value, Float64Array.from(turns, cosTurns), Float64Array.from(turns, sinTurns), matrix);
  });
  return matrix;
}

/** Adds a plane wave by cos(a − b) = cos a cos b + sin a sin b. */
function addWave(value: number, cos: Float64Array, sin: Float64Array, matrix: SiteMatrix): void {
  for (let i = 0, p = 0; i < cos.length; i++) {
    const x = value * cos[i];
    const y = value * sin[i];
    for (let j = 0; j < cos.length; j++, p++) matrix[p] += x * cos[j] + y * sin[j];
  }
}

/**
 * Orthonormal real orbitals that span the manifold, (m × N) row by row: projected sites, made orthogonal one by one, the longest first. Where the projector
 * keeps sublattices apart, as it does with perfect nesting, so do they.
 */
export function realOrbitals(projector: SiteMatrix, siteCount: number, { momenta }: Manifold): Float64Array[] {
  const rest = Array.from({ length: siteCount }, (_, i) => projector.slice(i * siteCount, (i + 1) * siteCount));
  return Array.from(momenta, () => {
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
