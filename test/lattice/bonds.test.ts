import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { createLattice } from '../../src/lattice/create.ts';
import type { Bond, Lattice, LatticeSpec } from '../../src/lattice/lattice.ts';
import { combine, crystals, distance, kindNames } from './infinite.ts';

const pairs = (bonds: readonly Bond[]): string[] =>
  bonds.map(({ from, to }) => [from, to].sort((a, b) => a - b).join(' ')).sort();

const point = ({ positions, dimension }: Lattice, site: number): number[] => [
  ...positions.subarray(dimension * site, dimension * (site + 1)),
];

describe('sites', () => {
  it.each(kindNames)('%s: i = b + basisCount (x + L_x (y + L_y z)), at textbook positions', (kind) => {
    const { vectors, basis } = crystals[kind];
    const size = [3, 2, 4].slice(0, vectors.length);
    const lattice = createLattice({ kind, size });
    const [lx, ly = 1, lz = 1] = size;
    expect(lattice).toMatchObject({ dimension: size.length, basisCount: basis.length });
    expect(lattice.siteCount).toBe(basis.length * lx * ly * lz);
    for (let z = 0; z < lz; z++)
      for (let y = 0; y < ly; y++)
        for (let x = 0; x < lx; x++)
          for (const [b, origin] of basis.entries()) {
            const site = b + basis.length * (x + lx * (y + ly * z));
            const expected = combine(vectors, [x, y, z].slice(0, size.length), origin);
            expect(distance(point(lattice, site), expected)).toBeLessThan(1e-14);
          }
  });
});

describe('bonds on small lattices', () => {
  it('2 × 2: every pair twice around the torus, once where it is open', () => {
    const square = { kind: 'square', size: [2, 2] } as const;
    const single = ['0 1', '0 2', '1 3', '2 3'];
    expect(pairs(createLattice(square).bonds(1))).toEqual(single.flatMap((pair) => [pair, pair]));
    expect(pairs(createLattice({ ...square, boundary: ['open', 'open'] }).bonds(1))).toEqual(single);
    expect(pairs(createLattice(square).bonds(2))).toEqual([...Array(4).fill('0 3'), ...Array(4).fill('1 2')]);
  });

  it('one cell: bonds from a site to itself are kept', () => {
    const chain = createLattice({ kind: 'chain', size: [1] });
    for (const shell of [1, 2, 3]) expect(pairs(chain.bonds(shell))).toEqual(['0 0']);
    expect(pairs(createLattice({ kind: 'cubic', size: [1, 1, 1] }).bonds(1))).toEqual(['0 0', '0 0', '0 0']);
    expect(pairs(createLattice({ kind: 'honeycomb', size: [1, 1] }).bonds(1))).toEqual(['0 1', '0 1', '0 1']);
    expect(pairs(createLattice({ kind: 'kagome', size: [1, 1] }).bonds(1))).toEqual([
      '0 1',
      '0 1',
      '0 2',
      '0 2',
      '1 2',
      '1 2',
    ]);
  });

  it('one open site has none', () => {
    const site = createLattice({ kind: 'square', size: [1, 1], boundary: ['open', 'open'] });
    expect([site.bonds(1), site.bonds(7), site.minimalImageShells]).toEqual([[], [], []]);
  });

  it.each([
    // L_x (L_y − 1) + L_y (L_x − 1), with L_y instead of L_y − 1 where y is periodic; both diagonals of every square.
    { kind: 'square', size: [3, 4], boundary: ['open', 'open'], counts: [17, 12] },
    { kind: 'square', size: [3, 4], boundary: ['open', 'periodic'], counts: [20, 16] },
    { kind: 'square', size: [3, 3], boundary: ['periodic', 'periodic'], counts: [18, 18] },
    { kind: 'chain', size: [5], boundary: ['open'], counts: [4, 3, 2, 1, 0] },
    { kind: 'triangular', size: [3, 3], boundary: ['open', 'open'], counts: [16] },
    // Two hexagons in a row: naphthalene's 11 bonds and one dangling bond at either end (a parallelogram of 2 × 3 cells).
    { kind: 'honeycomb', size: [2, 3], boundary: ['open', 'open'], counts: [13] },
    // A triangle a cell, and the bonds between cells.
    { kind: 'kagome', size: [2, 2], boundary: ['open', 'open'], counts: [12 + 2 + 2 + 1] },
    { kind: 'cubic', size: [2, 3, 4], boundary: ['open', 'open', 'open'], counts: [12 + 16 + 18] },
  ] as const)('$kind $size $boundary', ({ counts, ...spec }) => {
    const lattice = createLattice(spec);
    expect(counts.map((_, index) => lattice.bonds(index + 1).length)).toEqual(counts);
  });

  it.each(kindNames)('%s: a bond leads from its first to its second site, up to windings', (kind) => {
    const size = [3, 2, 1].slice(0, crystals[kind].vectors.length);
    const lattice = createLattice({ kind, size });
    const { vectors } = crystals[kind];
    for (let shell = 1; shell <= 6; shell++)
      for (const { from, to, displacement } of lattice.bonds(shell)) {
        const end = point(lattice, from).map((value, c) => value + displacement[c]);
        const images = windings(size).map((n) => combine(vectors, n, point(lattice, to)));
        expect(Math.min(...images.map((image) => distance(image, end)))).toBeLessThan(1e-13);
      }
  });
});

/** Displacements of the torus by up to four windings. */
function windings(size: readonly number[]): number[][] {
  return size.reduce<number[][]>(
    (all, length) => all.flatMap((n) => Array.from({ length: 9 }, (_, k) => [...n, (k - 4) * length])),
    [[]],
  );
}

describe('twist', () => {
  const twist = [0.3, -0.17, 0.05];

  it.each(kindNames)('%s: a bond picks up its windings times the twist', (kind) => {
    const { vectors } = crystals[kind];
    const size = [3, 2, 1].slice(0, vectors.length);
    const lattice = createLattice({ kind, size, twist: twist.slice(0, vectors.length) });
    for (let shell = 1; shell <= 5; shell++)
      for (const { from, to, turns, displacement } of lattice.bonds(shell)) {
        const end = point(lattice, from).map((value, c) => value + displacement[c]);
        const winding = windings(size).find(
          (n) => distance(combine(vectors, n, point(lattice, to)), end) < 1e-12,
        ) as number[];
        expect(turns).toBeCloseTo(
          winding.reduce((sum, n, d) => sum + (n / size[d]) * twist[d], 0),
          14,
        );
      }
  });

  it('adds up to itself around the torus, and to zero around a plaquette', () => {
    const lattice = createLattice({ kind: 'square', size: [4, 3], twist: twist.slice(0, 2) });
    const along = (direction: number) => lattice.bonds(1).filter(({ displacement }) => displacement[direction] === 1);
    const total = (bonds: readonly Bond[]) => bonds.reduce((sum, { turns }) => sum + turns, 0);
    expect(total(along(0).filter(({ from }) => from < 4))).toBe(0.3);
    expect(total(along(1).filter(({ from }) => from % 4 === 2))).toBe(-0.17);
    const step = (direction: number, site: number) => along(direction).find(({ from }) => from === site) as Bond;
    for (let site = 0; site < 12; site++) {
      const [right, up] = [step(0, site), step(1, site)];
      expect(right.turns + step(1, right.to).turns - step(0, up.to).turns - up.turns).toBeCloseTo(0, 15);
    }
  });

  it('counts every winding of a long bond', () => {
    const chain = createLattice({ kind: 'chain', size: [2], twist: [0.25] });
    expect(chain.bonds(5).map(({ from, to, turns }) => [from, to, turns])).toEqual([
      [0, 1, 0.5],
      [1, 0, 0.75],
    ]);
  });
});

describe('laziness', () => {
  it('keeps what it made', () => {
    const lattice = createLattice({ kind: 'square', size: [4, 4] });
    expect(lattice.bonds(2)).toBe(lattice.bonds(2));
    expect(lattice.minimalImageShells).toBe(lattice.minimalImageShells);
  });

  it('does not follow later changes of the spec', () => {
    const size = [4, 4];
    const lattice = createLattice({ kind: 'square', size });
    size[0] = 2;
    expect(lattice.bonds(1).length).toBe(32);
  });
});

it.each([
  [
    { kind: 'sqare', size: [4, 4] },
    'lattice.kind: expected one of square, chain, triangular, honeycomb, kagome, cubic, checkerboard, shastry-sutherland, lieb, pyrochlore, bcc, fcc, own, found "sqare"\n  did you mean "square"?',
  ],
  [
    { kind: 'toString', size: [4] },
    'lattice.kind: expected one of square, chain, triangular, honeycomb, kagome, cubic, checkerboard, shastry-sutherland, lieb, pyrochlore, bcc, fcc, own, found "toString"\n  did you mean "square"?',
  ],
  [
    { kind: 'square', size: [4] },
    'lattice.size: expected a list of 2 entries, one per direction of the square lattice, found [4]\n  did you mean [4,4]?',
  ],
  [
    { kind: 'chain', size: [4, 6] },
    'lattice.size: expected a list of 1 entry, one per direction of the chain lattice, found [4,6]\n  did you mean [4]?',
  ],
  [
    { kind: 'cubic', size: 4 },
    'lattice.size: expected a list of 3 entries, one per direction of the cubic lattice, found 4\n  did you mean [4,4,4]?',
  ],
  [
    { kind: 'square' },
    'lattice.size: expected a list of 2 entries, one per direction of the square lattice, found undefined\n  did you mean [4,4]?',
  ],
  [
    { kind: 'chain', size: [2.6] },
    'lattice.size: expected whole numbers of unit cells, 1 or more, found 2.6\n  did you mean 3?',
  ],
  [
    { kind: 'chain', size: [0] },
    'lattice.size: expected whole numbers of unit cells, 1 or more, found 0\n  did you mean 1?',
  ],
  [
    { kind: 'chain', size: [Number.NaN] },
    'lattice.size: expected whole numbers of unit cells, 1 or more, found NaN\n  did you mean 1?',
  ],
  [
    { kind: 'square', size: [4, 4], boundary: ['open'] },
    'lattice.boundary: expected a list of 2 entries, one per direction of the square lattice, found ["open"]\n  did you mean ["open","open"]?',
  ],
  [
    { kind: 'chain', size: [4], boundary: ['closed'] },
    'lattice.boundary: expected "periodic" or "open" in every direction, found "closed"\n  did you mean "periodic"?',
  ],
  [
    { kind: 'square', size: [4, 4], twist: [0.5, 0, 0] },
    'lattice.twist: expected a list of 2 entries, one per direction of the square lattice, found [0.5,0,0]\n  did you mean [0.5,0]?',
  ],
  [
    { kind: 'chain', size: [4], twist: [Number.POSITIVE_INFINITY] },
    'lattice.twist: expected finite numbers, in units of 2π, found Infinity\n  did you mean 0?',
  ],
  [
    { kind: 'chain', size: [4], boundary: ['open'], twist: [0.5] },
    'lattice.twist: expected 0 in an open direction, which nothing crosses, found 0.5\n  did you mean 0?',
  ],
])('%j is refused', (spec, message) => {
  const create = () => createLattice(spec as LatticeSpec);
  expect(create).toThrow(InputError);
  expect(create).toThrow(message);
});

it('refuses shells without a number', () => {
  const { bonds } = createLattice({ kind: 'chain', size: [4] });
  for (const shell of [0, -1, 1.5, Number.NaN]) expect(() => bonds(shell)).toThrow(InputError);
});
