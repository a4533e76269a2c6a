/** The reciprocal lattice. */
import type { Lattice } from './lattice.ts';

/** The reciprocal vectors b_d, Cartesian: a_i·b_j = 2πδ_ij. */
export function reciprocalVectors({ primitiveVectors: vectors }: Pick<Lattice, 'primitiveVectors'>): number[][] {
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
