import { describe, expect, it } from 'vitest';
import { bipartition } from '../../src/lattice/bipartition.ts';
import { createLattice } from '../../src/lattice/create.ts';
import type { LatticeSpec } from '../../src/lattice/lattice.ts';

const ring = (n: number): [number, number][] => Array.from({ length: n }, (_, i) => [i, (i + 1) % n]);

describe('graphs', () => {
  it('colours even rings, not odd ones', () => {
    expect(bipartition(6, ring(6))).toEqual(Int8Array.of(1, -1, 1, -1, 1, -1));
    expect(bipartition(5, ring(5))).toBeUndefined();
  });

  it('gives +1 to the smallest site of every part, whatever the order of the edges', () => {
    const edges = [
      [5, 1],
      [4, 5],
      [3, 6],
    ] as const;
    expect(bipartition(8, edges)).toEqual(Int8Array.of(1, 1, 1, 1, 1, -1, -1, 1));
  });

  it('finds the odd ring in one of several parts', () => {
    expect(bipartition(9, [...ring(4), [5, 6], [6, 7], [7, 5]])).toBeUndefined();
  });

  it('has no colour for a site that is its own neighbour', () => {
    expect(
      bipartition(2, [
        [0, 1],
        [1, 1],
      ]),
    ).toBeUndefined();
  });

  it('needs no edges', () => {
    expect(bipartition(3, [])).toEqual(Int8Array.of(1, 1, 1));
    expect(bipartition(0, [])).toEqual(new Int8Array(0));
  });
});

const ofLattice = (spec: LatticeSpec, shell = 1): Int8Array | undefined => {
  const lattice = createLattice(spec);
  const edges = lattice.bonds(shell).map(({ from, to }): [number, number] => [from, to]);
  const sign = bipartition(lattice.siteCount, edges);
  for (const [from, to] of sign ? edges : []) expect(sign?.[from]).not.toBe(sign?.[to]);
  return sign;
};

describe('nearest neighbours', () => {
  it.each([
    { kind: 'chain', size: [8] },
    { kind: 'square', size: [4, 6] },
    { kind: 'square', size: [2, 2] },
    { kind: 'square', size: [3, 5], boundary: ['open', 'open'] },
    { kind: 'square', size: [4, 3], boundary: ['periodic', 'open'] },
    { kind: 'honeycomb', size: [3, 5] },
    { kind: 'honeycomb', size: [1, 1] },
    { kind: 'cubic', size: [2, 4, 6] },
    { kind: 'chain', size: [1], boundary: ['open'] },
  ] as const)('$kind $size $boundary is bipartite', (spec) => {
    expect(ofLattice(spec)).toBeDefined();
  });

  it.each([
    { kind: 'chain', size: [7] },
    { kind: 'chain', size: [1] },
    { kind: 'square', size: [4, 5] },
    { kind: 'square', size: [4, 3], boundary: ['open', 'periodic'] },
    { kind: 'triangular', size: [4, 4] },
    { kind: 'triangular', size: [2, 2], boundary: ['open', 'open'] },
    { kind: 'kagome', size: [4, 4] },
    { kind: 'cubic', size: [2, 3, 2] },
  ] as const)('$kind $size $boundary is not', (spec) => {
    expect(ofLattice(spec)).toBeUndefined();
  });

  it('is the chessboard on a square lattice, the basis on honeycomb', () => {
    const chessboard = Int8Array.from({ length: 24 }, (_, i) => (((i % 4) + Math.floor(i / 4)) % 2 === 0 ? 1 : -1));
    expect(ofLattice({ kind: 'square', size: [4, 6] })).toEqual(chessboard);
    expect(ofLattice({ kind: 'honeycomb', size: [2, 1] })).toEqual(Int8Array.of(1, -1, 1, -1));
  });
});
