/** Clusters in any direction with open boundaries: strips along any vector of the lattice, and parallelograms. */
import { describe, expect, it } from 'vitest';
import { createModel } from '../../src/exact/create.ts';
import { createLattice } from '../../src/lattice/create.ts';
import type { Boundary, Lattice, LatticeSpec } from '../../src/lattice/lattice.ts';
import { pointGroup } from '../../src/lattice/symmetry.ts';
import { observablesFor } from '../../src/observables/observables-for.ts';
import { namedConfiguration } from '../../src/spins/named.ts';

const STRIP: readonly Boundary[] = ['periodic', 'open'];
const strip = (kind: LatticeSpec['kind'], ...size: number[][]) => createLattice({ kind, size, boundary: STRIP });
const heightsOf = ({ positions, siteCount }: Lattice, [x, y]: readonly number[]) =>
  Array.from(
    { length: siteCount },
    (_, site) => Math.round((x * positions[2 * site] + y * positions[2 * site + 1]) * 1e6) / 1e6,
  );

it.each([
  [
    [4, 0],
    [1, 3],
  ],
  [
    [4, 0],
    [-7, 3],
  ],
  [
    [-4, 0],
    [0, 3],
  ],
])('a strip along a primitive vector is that of sizes as a list, whatever leads across: (%j, %j)', (...size) => {
  for (const kind of ['square', 'triangular', 'kagome'] as const) {
    const [mine, list] = [strip(kind, ...size), createLattice({ kind, size: [4, 3], boundary: STRIP })];
    expect(mine.siteCount).toBe(list.siteCount);
    for (const shell of [1, 2, 3]) expect(mine.bonds(shell).length).toBe(list.bonds(shell).length);
    expect(mine.minimalImageShells).toEqual(list.minimalImageShells);
    expect(pointGroup(mine).length).toBe(pointGroup(list).length);
    const levels = (lattice: Lattice) =>
      [
        ...createModel({ lattice, hopping: [1, 0.3], coupling: 0, temperature: 1 }).spectrum(
          namedConfiguration('ferromagnet', lattice),
        ),
      ].sort((a, b) => a - b);
    const expected = levels(list);
    for (const [n, level] of levels(mine).entries()) expect(level).toBeCloseTo(expected[n], 9);
  }
});

it('square along (3, 1): ten rows of one site, joined to the next row and to the third', () => {
  const lattice = strip('square', [3, 1], [-1, 3]);
  const heights = heightsOf(lattice, [-1, 3]);
  expect([...heights].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  const steps = lattice.bonds(1).map(({ from, to }) => Math.abs(heights[to] - heights[from]));
  expect([steps.filter((step) => step === 1).length, steps.filter((step) => step === 3).length]).toEqual([9, 7]);
  expect(steps.length).toBe(16);
});

it('extends to where its vector points', () => {
  expect(Math.min(...heightsOf(strip('square', [3, 1], [1, -3]), [-1, 3]))).toBe(-9);
  expect(Math.max(...heightsOf(strip('square', [3, 1], [1, -3]), [-1, 3]))).toBe(0);
});

/** K. Nakada, M. Fujita, G. Dresselhaus and M. S. Dresselhaus, Phys. Rev. B 54, 17954 (1996): E = ± |1 + 2 cos(pπ/(N + 1))| at k = 0, N the number of dimer lines. */
it.each([3, 4, 5, 8])('armchair ribbons of honeycomb with %d dimer lines: levels in closed form', (lines) => {
  const lattice = strip('honeycomb', [1, 1], [0, lines]);
  const model = createModel({ lattice, coupling: 0, temperature: 1 });
  const levels = [...model.spectrum(namedConfiguration('ferromagnet', lattice))].filter((_, n) => n % 2 === 0);
  const bands = Array.from({ length: lines }, (_, p) => 1 + 2 * Math.cos(((p + 1) * Math.PI) / (lines + 1)));
  const expected = bands.flatMap((e) => [e, -e]).sort((a, b) => a - b);
  for (const [n, level] of levels.sort((a, b) => a - b).entries()) expect(level).toBeCloseTo(expected[n], 8);
});

it('a twist along the strip moves its bands, and a flux of any size goes through it', () => {
  const size = [
    [2, 2],
    [0, 3],
  ];
  const [plain, twisted] = [
    [0, 0],
    [0.5, 0],
  ].map((twist) => createLattice({ kind: 'square', size, boundary: STRIP, twist }));
  // Twice as long without a twist has the levels of both.
  const long = strip('square', [4, 4], [0, 3]);
  const levels = (lattice: Lattice, flux?: number) => [
    ...createModel({ lattice, coupling: 0, temperature: 1, flux }).spectrum(namedConfiguration('ferromagnet', lattice)),
  ];
  const both = [...levels(plain), ...levels(twisted)].sort((a, b) => a - b);
  for (const [n, level] of levels(long)
    .sort((a, b) => a - b)
    .entries())
    expect(level).toBeCloseTo(both[n], 9);
  expect(() => levels(plain, 0.123)).not.toThrow();
});

it('a parallelogram is open all around where its vectors span cells', () => {
  const open: readonly Boundary[] = ['open', 'open'];
  const lattice = createLattice({
    kind: 'square',
    size: [
      [3, 3],
      [-2, 0],
    ],
    boundary: open,
  });
  expect(lattice.spec.size).toEqual([3, 2]);
  // Steps along (1, 0) join the rows: three of them; steps along (0, 1) = (1, 1) − (1, 0) go across and along.
  expect(lattice.bonds(1).length).toBe(3 + 2);
  const cube = createLattice({
    kind: 'cubic',
    size: [
      [2, 0, 0],
      [0, -3, 0],
      [0, 0, 2],
    ],
    boundary: ['open', 'open', 'open'],
  });
  expect([cube.siteCount, cube.bonds(1).length]).toEqual([12, 20]);
});

describe('what is none is refused with the reason', () => {
  it.each<[LatticeSpec, string]>([
    [
      {
        kind: 'square',
        size: [
          [3, 1],
          [-1, 3],
        ],
        boundary: ['open', 'open'],
      },
      'lattice.boundary: expected a periodic direction, or multiples of vectors that span one cell: other open edges are no rows of sites, found ["open","open"]',
    ],
    [
      {
        kind: 'cubic',
        size: [
          [3, 1, 0],
          [-1, 3, 0],
          [0, 0, 2],
        ],
        boundary: ['periodic', 'periodic', 'open'],
      },
      'expected "periodic" or "open" in all directions of a tilted cluster in three dimensions, or sizes as a list',
    ],
    [
      {
        kind: 'square',
        size: [
          [3, 1],
          [-1, 3],
        ],
        boundary: ['periodic', 'open'],
        twist: [0, 0.1],
      },
      'lattice.twist: expected 0 in an open direction',
    ],
  ])('%#', (spec, message) => expect(() => createLattice(spec)).toThrow(message));
});

it('named states fit by the periodic vector alone', () => {
  const fitting = strip('triangular', [1, 1], [0, 4]);
  const spins = namedConfiguration('120-degree', fitting);
  for (const { from, to } of fitting.bonds(1))
    expect([0, 1, 2].reduce((sum, c) => sum + spins[3 * from + c] * spins[3 * to + c], 0)).toBeCloseTo(-0.5, 12);
  expect(() => namedConfiguration('120-degree', strip('triangular', [3, 1], [0, 4]))).toThrow(
    'expected supercell vectors that leave every spin as it is, as multiples of 3 do, found (3, 1)',
  );
});

it('is measured as any other lattice', () => {
  const lattice = strip('triangular', [2, 1], [0, 2]);
  const model = createModel({ lattice, temperature: 0.5 });
  const spins = namedConfiguration('random', lattice, { seed: 2 });
  const measured = model.measure(spins);
  const { primary } = observablesFor(model.parameters);
  for (const { name, evaluate } of primary) expect(Number.isFinite(evaluate(spins, measured)), name).toBe(true);
});
