import { describe, expect, it } from 'vitest';
import { createLattice } from '../../src/lattice/create.ts';
import type { LatticeKind } from '../../src/lattice/kinds/index.ts';
import type { Lattice } from '../../src/lattice/lattice.ts';
import { coordination, crystals, kindNames } from './infinite.ts';

const lattice = (kind: LatticeKind, length = 2): Lattice =>
  createLattice({ kind, size: crystals[kind].vectors.map(() => length) });

/** Ends of bonds at every site of cell 0: its neighbours. */
function neighbours({ bonds, basisCount }: Lattice, shell: number): number[] {
  const ends = bonds(shell).flatMap(({ from, to }) => [from, to]);
  return Array.from({ length: basisCount }, (_, site) => ends.filter((end) => end === site).length);
}

const squared = (vector: readonly number[]): number => vector.reduce((sum, value) => sum + value * value, 0);

/** [coordination number, squared length] of the first shells, lattice constant 1. */
const TEXTBOOK: Record<LatticeKind, readonly (readonly [number, number])[]> = {
  chain: [
    [2, 1],
    [2, 4],
    [2, 9],
  ],
  square: [
    [4, 1],
    [4, 2],
    [4, 4],
    [8, 5],
    [4, 8],
    [4, 9],
    [8, 10],
    [8, 13],
    [4, 16],
    [8, 17],
    [4, 18],
    [8, 20],
    [4, 25],
    [8, 25],
  ],
  triangular: [
    [6, 1],
    [6, 3],
    [6, 4],
    [12, 7],
    [6, 9],
    [6, 12],
    [12, 13],
  ],
  honeycomb: [
    [3, 1 / 3],
    [6, 1],
    [3, 4 / 3],
    [6, 7 / 3],
    [6, 3],
    [6, 4],
    [6, 13 / 3],
  ],
  kagome: [
    [4, 1 / 4],
    [4, 3 / 4],
    [4, 1],
    [2, 1],
    [8, 7 / 4],
  ],
  cubic: [
    [6, 1],
    [12, 2],
    [8, 3],
    [6, 4],
    [24, 5],
    [24, 6],
    [12, 8],
    [6, 9],
    [24, 9],
  ],
  // The diagonals of plaquettes with diagonals come before those of the others.
  checkerboard: [
    [4, 1 / 2],
    [2, 1],
    [2, 1],
    [4, 2],
    [8, 5 / 2],
  ],
  // The dimer, the diagonals of plaquettes without dimers, the other diagonal of a plaquette with one.
  'shastry-sutherland': [
    [4, 1 / 4],
    [1, 1 / 2],
    [2, 1 / 2],
    [1, 1 / 2],
  ],
  // Corners have 4 neighbours, middles of edges have 2: there is no one number.
  lieb: [],
  pyrochlore: [
    [6, 1 / 8],
    [12, 3 / 8],
    [6, 1 / 2],
    [6, 1 / 2],
    [12, 5 / 8],
  ],
  bcc: [
    [8, 3 / 4],
    [6, 1],
    [12, 2],
    [24, 11 / 4],
    [8, 3],
  ],
  fcc: [
    [12, 1 / 2],
    [6, 1],
    [24, 3 / 2],
    [12, 2],
    [24, 5 / 2],
  ],
};

describe.each(kindNames)('%s', (kind) => {
  const given = lattice(kind);

  it('has the coordination numbers and lengths of the textbook', () => {
    TEXTBOOK[kind].forEach(([number, length], index) => {
      expect(neighbours(given, index + 1)).toEqual(Array(given.basisCount).fill(number));
      for (const { displacement } of given.bonds(index + 1)) expect(squared(displacement)).toBeCloseTo(length, 14);
    });
  });

  it('leaves out no displacement and counts none twice', () => {
    const reach = given.dimension === 2 ? 7.1 : 9 / (given.basisCount + 1);
    for (let basis = 0; basis < given.basisCount; basis++) {
      const counted = new Map<number, number>();
      for (let shell = 1; ; shell++) {
        const length = Math.round(72 * squared(given.bonds(shell)[0].displacement)) / 72;
        if (length > reach * reach) break;
        const number = neighbours(given, shell)[basis];
        if (number > 0) counted.set(length, (counted.get(length) ?? 0) + number);
      }
      expect([...counted]).toEqual([...coordination(kind, basis, reach)]);
    }
  });

  it('lists each undirected bond of a cell once', () => {
    for (let shell = 1; shell <= 12; shell++) {
      const cell = createLattice({ kind, size: given.spec.size.map(() => 1) });
      const bonds = cell
        .bonds(shell)
        .flatMap(({ from, to, displacement }) => [
          `${from} ${to} ${displacement.map((x) => x.toFixed(6))}`,
          `${to} ${from} ${displacement.map((x) => (0 - x).toFixed(6))}`,
        ]);
      expect(new Set(bonds).size).toBe(2 * cell.bonds(shell).length);
    }
  });
});

describe('shells of equal length', () => {
  it('(5,0) comes before (4,3) on the square lattice', () => {
    const { bonds } = lattice('square');
    const components = (shell: number) =>
      new Set(bonds(shell).flatMap(({ displacement }) => displacement.map(Math.abs)));
    expect([components(13), components(14)]).toEqual([new Set([0, 5]), new Set([3, 4])]);
  });

  it('kagome: third neighbours along the bonds have a site between them, those across a hexagon have none', () => {
    const kagome = lattice('kagome', 6);
    const at = (x: number, y: number) =>
      Array.from({ length: kagome.siteCount }, (_, i) => i).some(
        (i) => Math.hypot(kagome.positions[2 * i] - x, kagome.positions[2 * i + 1] - y) < 1e-9,
      );
    for (const [shell, expected] of [
      [3, true],
      [4, false],
    ] as const) {
      const inside = kagome.bonds(shell).filter(({ from, to, displacement: [x, y] }) => {
        const [dx, dy] = [0, 1].map((c) => kagome.positions[2 * to + c] - kagome.positions[2 * from + c]);
        return Math.hypot(dx - x, dy - y) < 1e-9;
      });
      expect(inside.length).toBeGreaterThan(20);
      for (const {
        from,
        displacement: [x, y],
      } of inside)
        expect(at(kagome.positions[2 * from] + x / 2, kagome.positions[2 * from + 1] + y / 2)).toBe(expected);
    }
  });

  it('shell numbers do not depend on how far shells have been asked for', () => {
    const far = lattice('kagome');
    far.bonds(60);
    const near = lattice('kagome');
    for (let shell = 1; shell <= 30; shell++) expect(near.bonds(shell)).toEqual(far.bonds(shell));
  });
});
