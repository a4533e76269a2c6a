/** Lattices with hopping, and spin patterns with a known spectrum. */
import { edges, type HoppingMatrix, hoppingMatrix } from '../../../src/exact/hopping.ts';
import { bipartition } from '../../../src/lattice/bipartition.ts';
import { createLattice } from '../../../src/lattice/create.ts';
import type { LatticeSpec } from '../../../src/lattice/lattice.ts';

export interface LatticeSystem {
  readonly siteCount: number;
  readonly hopping: HoppingMatrix;
  readonly sublattice: Int8Array | undefined;
}

export function latticeSystem(spec: LatticeSpec, amplitudes: readonly number[] = [1]): LatticeSystem {
  const lattice = createLattice(spec);
  const hopping = hoppingMatrix(lattice, amplitudes);
  return { siteCount: lattice.siteCount, hopping, sublattice: bipartition(lattice.siteCount, edges(hopping)) };
}

export const torus = (length: number): LatticeSystem => latticeSystem({ kind: 'square', size: [length, length] });

/** ε_k = −2 cos k_x − 2 cos k_y on an L × L torus, or −2 cos k on a ring. */
export function bandEnergies(length: number, dimension: 1 | 2): number[] {
  const ring = Array.from({ length }, (_, k) => -2 * Math.cos((2 * Math.PI * k) / length));
  return dimension === 1 ? ring : ring.flatMap((x) => ring.map((y) => x + y));
}

/** All spins along one axis that is no coordinate axis, times the sign of the site. */
export function collinear(signs: ArrayLike<number>): Float64Array {
  const axis = [1 / 3, -2 / 3, 2 / 3];
  return Float64Array.from({ length: 3 * signs.length }, (_, k) => signs[Math.floor(k / 3)] * axis[k % 3]);
}

export const ferromagnet = (siteCount: number): Float64Array => collinear(new Array(siteCount).fill(1));

export const sorted = (levels: readonly number[]): Float64Array => Float64Array.from(levels).sort();

export const difference = (a: Float64Array, b: ArrayLike<number>): number =>
  a.length === b.length ? a.reduce((d, value, k) => Math.max(d, Math.abs(value - b[k])), 0) : Number.POSITIVE_INFINITY;
