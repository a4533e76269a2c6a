import { describe, expect, it } from 'vitest';
import { createLattice } from '../../src/lattice/create.ts';
import type { LatticeKind } from '../../src/lattice/kinds/index.ts';
import type { Lattice, LatticeSpec } from '../../src/lattice/lattice.ts';
import { combine, crystals, distance, grid } from './infinite.ts';

const torus = (kind: LatticeSpec['kind'], ...size: number[]): Lattice => createLattice({ kind, size });

describe('square tori', () => {
  it.each([
    [2, 2],
    [3, 2],
    [4, 5],
    [6, 9],
    [8, 14],
    [10, 20],
  ])('%i × %i has %i shells', (length, count) => {
    const shells = torus('square', length, length).minimalImageShells;
    expect(shells.length).toBe(count);
    expect(new Set(shells).size).toBe(count);
  });

  it('6 × 6 skips (4,0) and (4,1), which are shorter than (3,3)', () => {
    expect(torus('square', 6, 6).minimalImageShells).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 11]);
  });
});

it('one cell has no two sites', () => {
  expect(torus('cubic', 1, 1, 1).minimalImageShells).toEqual([]);
  expect(torus('chain', 1).minimalImageShells).toEqual([]);
});

/** Shortest distance of two sites among all windings up to `most`, in floating point. */
function shortest({ positions, dimension, spec }: Lattice, from: number, to: number, most: number): number {
  const counts = spec.boundary.map((boundary) => (boundary === 'open' ? 0 : most));
  const periods = crystals[spec.kind as LatticeKind].vectors.map((vector, d) =>
    vector.map((value) => value * spec.size[d]),
  );
  const [a, b] = [from, to].map((site) => [...positions.subarray(dimension * site, dimension * (site + 1))]);
  const windings = grid(
    counts.map((n) => -n),
    counts,
  );
  return Math.min(...windings.map((n) => distance(a, combine(periods, n, b))));
}

const length = (vector: readonly number[]): number => Math.hypot(...vector);

/** Every shell with a bond as long as the distance of its sites, and nothing shorter left beyond the last one. */
function bruteForce(lattice: Lattice, most: number): number[] {
  const sites = Array.from({ length: lattice.siteCount }, (_, i) => i);
  const distances = sites.map((from) => sites.map((to) => shortest(lattice, from, to, most)));
  const reach = Math.max(...distances.flat());
  const numbers: number[] = [];
  const infinite = torus(lattice.spec.kind, ...lattice.spec.size);
  for (let shell = 1; length(infinite.bonds(shell)[0].displacement) < reach + 1e-9; shell++) {
    const isMinimal = lattice
      .bonds(shell)
      .some(({ from, to, displacement }) => Math.abs(length(displacement) - distances[from][to]) < 1e-9);
    if (isMinimal) numbers.push(shell);
  }
  return numbers;
}

describe('shells of minimal images are those of a search through many windings', () => {
  it.each([
    { kind: 'chain', size: [7] },
    { kind: 'square', size: [5, 3] },
    { kind: 'square', size: [4, 3], boundary: ['open', 'periodic'] },
    { kind: 'square', size: [5, 4], boundary: ['open', 'open'] },
    { kind: 'triangular', size: [4, 4] },
    // Skew and long: the shortest way between two sites winds several times around the short direction.
    { kind: 'triangular', size: [2, 12] },
    { kind: 'triangular', size: [12, 1] },
    { kind: 'triangular', size: [6, 2], boundary: ['open', 'periodic'] },
    { kind: 'honeycomb', size: [1, 7] },
    { kind: 'honeycomb', size: [3, 3], boundary: ['periodic', 'open'] },
    { kind: 'kagome', size: [3, 2] },
    { kind: 'kagome', size: [1, 6] },
    { kind: 'cubic', size: [3, 2, 4] },
  ] as const)('$kind $size $boundary', (spec) => {
    const lattice = createLattice(spec);
    expect(lattice.minimalImageShells).toEqual(bruteForce(lattice, 8));
  });
});
