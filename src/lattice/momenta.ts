/** Wave vectors of spin structure factors. */
import type { Lattice } from './lattice.ts';
import { cells } from './sites.ts';

/**
 * All wave vectors that are periodic on the lattice: Cartesian, `dimension` numbers each, the first direction fastest.
 *
 * k = Σ_d (n_d/L_d) b_d with a_i·b_j = 2πδ_ij and n_d = 0 … L_d − 1; only n_d = 0 along open directions. A twist does not
 * enter: it belongs to the electrons.
 */
export function momenta({ spec, primitiveVectors, dimension }: Lattice): Float64Array {
  const reciprocal = reciprocalVectors(primitiveVectors);
  const counts = spec.size.map((length, d) => (spec.boundary[d] === 'periodic' ? length : 1));
  const components = Array.from({ length: dimension }, (_, c) => c);
  const momentum = (n: readonly number[]) =>
    components.map((c) => n.reduce((sum, m, d) => sum + (m / spec.size[d]) * reciprocal[d][c], 0));
  return Float64Array.from(cells(counts).flatMap(momentum));
}

/** 2π times the rows of the inverse transpose, by cofactors; up to three dimensions. */
function reciprocalVectors(vectors: readonly (readonly number[])[]): number[][] {
  const padded = Array.from({ length: 3 }, (_, d) =>
    Array.from({ length: 3 }, (_, c) => vectors[d]?.[c] ?? Number(c === d)),
  );
  const [a, b, c] = padded;
  const volume = dot(a, cross(b, c));
  const all = [cross(b, c), cross(c, a), cross(a, b)];
  return vectors.map((_, d) => all[d].slice(0, vectors.length).map((value) => (2 * Math.PI * value) / volume));
}

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, c) => sum + value * b[c], 0);

function cross([ax, ay, az]: readonly number[], [bx, by, bz]: readonly number[]): number[] {
  return [ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx];
}
