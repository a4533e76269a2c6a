import { describe, expect, it } from 'vitest';
import { createLattice } from '../../src/lattice/create.ts';
import type { Lattice, LatticeSpec } from '../../src/lattice/lattice.ts';
import { linearSize } from '../../src/lattice/linear-size.ts';
import { momenta } from '../../src/lattice/momenta.ts';
import { smallestMomenta } from '../../src/lattice/smallest-momenta.ts';
import { pointGroup, translations } from '../../src/lattice/symmetry.ts';
import { combine, crystals, distance, grid } from './infinite.ts';

const CLUSTERS: readonly (readonly [kind: keyof typeof crystals, size: number[][], operations: number])[] = [
  [
    'square',
    [
      [3, 1],
      [-1, 3],
    ],
    4,
  ],
  [
    'square',
    [
      [2, 2],
      [2, -2],
    ],
    8,
  ],
  [
    'square',
    [
      [4, 1],
      [0, 5],
    ],
    2,
  ],
  [
    'triangular',
    [
      [2, 1],
      [-1, 3],
    ],
    6,
  ],
  [
    'honeycomb',
    [
      [1, 1],
      [-1, 2],
    ],
    12,
  ],
  [
    'kagome',
    [
      [2, 0],
      [1, 3],
    ],
    2,
  ],
  [
    'checkerboard',
    [
      [1, 1],
      [-1, 1],
    ],
    8,
  ],
  [
    'shastry-sutherland',
    [
      [1, 1],
      [1, -1],
    ],
    8,
  ],
  [
    'cubic',
    [
      [1, 1, 0],
      [0, 1, 1],
      [1, 0, 1],
    ],
    48,
  ],
  [
    'fcc',
    [
      [-2, 2, 2],
      [2, -2, 2],
      [2, 2, -2],
    ],
    48,
  ],
];

/** Shortest difference between points over all sums of supercell vectors, all in floating point. */
function apart(kind: keyof typeof crystals, size: number[][], a: readonly number[], b: readonly number[]): number {
  const { vectors } = crystals[kind];
  const periods = size.map((row) =>
    combine(
      vectors,
      row,
      vectors[0].map(() => 0),
    ),
  );
  const around = grid(
    size.map(() => -4),
    size.map(() => 4),
  );
  return Math.min(...around.map((n) => distance(a, combine(periods, n, b))));
}

const at = ({ positions, dimension }: Lattice, site: number) => [
  ...positions.subarray(dimension * site, dimension * (site + 1)),
];

const bondNames = ({ bonds }: Lattice, shell: number, image: (site: number) => number = (site) => site) =>
  bonds(shell)
    .map(({ from, to }) => [image(from), image(to)].sort((a, b) => a - b).join(' '))
    .sort();

describe.each(CLUSTERS)('%s %j', (kind, size, operations) => {
  const lattice = createLattice({ kind, size });
  const sites = Array.from({ length: lattice.siteCount }, (_, site) => site);

  it('has as many sites as the supercell, at different places of the crystal', () => {
    const { vectors, basis } = crystals[kind];
    for (const i of sites)
      for (const j of sites.slice(0, i)) expect(apart(kind, size, at(lattice, i), at(lattice, j))).toBeGreaterThan(0.3);
    // Textbook sites in a large box, folded: none is missing.
    const box = grid(
      vectors.map(() => -2),
      vectors.map(() => 2),
    ).flatMap((n) => basis.map((point) => combine(vectors, n, point)));
    for (const point of box.filter((_, k) => k % 7 === 0))
      expect(sites.filter((i) => apart(kind, size, at(lattice, i), point) < 1e-9).length).toBe(1);
    expect(lattice.siteCount).toBe(basis.length * Math.abs(volume(size)));
  });

  it('has the bonds of the infinite crystal, shell by shell', () => {
    const untilted = createLattice({ kind, size: size.map(() => 1) });
    for (let shell = 1; shell <= 4; shell++) {
      const bonds = lattice.bonds(shell);
      expect(bonds.length).toBe(untilted.bonds(shell).length * Math.abs(volume(size)));
      for (const { from, to, displacement } of bonds) {
        const end = at(lattice, from).map((x, c) => x + displacement[c]);
        expect(apart(kind, size, end, at(lattice, to))).toBeLessThan(1e-9);
      }
      const cellOf = (vector: readonly number[]) => vector.map((x) => (x + 0).toFixed(6)).join();
      expect(new Set(bonds.map(({ displacement }) => cellOf(displacement)))).toEqual(
        new Set(untilted.bonds(shell).map(({ displacement }) => cellOf(displacement))),
      );
    }
  });

  it('has wave vectors that are periodic by the supercell vectors, all different', () => {
    const { vectors } = crystals[kind];
    const dimension = vectors.length;
    const k = momenta(lattice);
    const periods = size.map((row) =>
      combine(
        vectors,
        row,
        vectors[0].map(() => 0),
      ),
    );
    const dot = (q: number, v: readonly number[]) => v.reduce((sum, x, c) => sum + x * k[dimension * q + c], 0);
    const cells = Math.abs(volume(size));
    expect(k.length).toBe(dimension * cells);
    for (let q = 0; q < cells; q++) for (const period of periods) expect(Math.cos(dot(q, period))).toBeCloseTo(1, 9);
    const names = Array.from({ length: cells }, (_, q) =>
      vectors.map((v) => Math.round(1e6 * (Math.cos(dot(q, v)) + 2)) + Math.round(1e3 * Math.sin(dot(q, v)))).join(),
    );
    expect(new Set(names).size).toBe(cells);
  });

  it('has translations and operations that keep all bonds', () => {
    const moves = translations(lattice);
    expect(new Set(moves.map(({ image }) => image.join())).size).toBe(Math.abs(volume(size)));
    const points = pointGroup(lattice);
    expect(points.length).toBe(operations);
    for (const { image } of [...moves, ...points])
      for (let shell = 1; shell <= 4; shell++)
        expect(bondNames(lattice, shell, (site) => image[site])).toEqual(bondNames(lattice, shell));
  });

  it('has the shells of minimal images of a search', () => {
    const length = (v: readonly number[]) => Math.hypot(...v);
    const minimal = lattice.minimalImageShells;
    const distances = (from: number, to: number) => apart(kind, size, at(lattice, from), at(lattice, to));
    const reach = Math.max(
      ...sites.map((site) => distances(0, site)),
      ...sites.map((site) => distances(lattice.basisCount - 1, site)),
    );
    const numbers: number[] = [];
    for (let shell = 1; shell <= 40; shell++) {
      if (
        length(lattice.bonds(shell)[0].displacement) >
        Math.max(reach, length(lattice.bonds(minimal.at(-1) ?? 1)[0].displacement)) + 1e-9
      )
        break;
      if (lattice.bonds(shell).some(({ from, to, displacement }) => length(displacement) < distances(from, to) + 1e-9))
        numbers.push(shell);
    }
    expect(minimal).toEqual(numbers);
  });
});

function volume(rows: readonly (readonly number[])[]): number {
  if (rows.length === 1) return rows[0][0];
  return rows[0].reduce(
    (sum, value, d) =>
      sum + (d % 2 ? -1 : 1) * value * volume(rows.slice(1).map((row) => row.filter((_, e) => e !== d))),
    0,
  );
}

it('supercell vectors along the primitive vectors are the list of their lengths', () => {
  const [tilted, list] = [
    [
      [4, 0],
      [0, 6],
    ],
    [4, 6],
  ].map((size) => createLattice({ kind: 'kagome', size } as LatticeSpec));
  expect(tilted.spec).toEqual(list.spec);
  expect(tilted.positions).toEqual(list.positions);
  expect(tilted.bonds(3)).toEqual(list.bonds(3));
});

it('the same torus by other supercell vectors is the same lattice, but for the numbers of its sites', () => {
  const [a, b] = [
    [
      [4, 0],
      [0, 4],
    ],
    [
      [4, 0],
      [4, 4],
    ],
  ].map((size) => createLattice({ kind: 'square', size }));
  expect(b.minimalImageShells).toEqual(a.minimalImageShells);
  expect(pointGroup(b).length).toBe(8);
});

it('√10 × √10: linear size, and the smallest momenta are as long as 2π/√10', () => {
  const lattice = createLattice({
    kind: 'square',
    size: [
      [3, 1],
      [-1, 3],
    ],
  });
  expect(linearSize(lattice.spec.size)).toBeCloseTo(Math.sqrt(10), 14);
  expect(
    linearSize([
      [3, 1],
      [-1, 3],
    ]),
  ).toBeCloseTo(Math.sqrt(10), 14);
  const smallest = smallestMomenta(lattice);
  expect(smallest?.waveNumbers.length).toBe(4);
  // Lattice planes across (3, 1)/√10 are 1/√10 apart: ten of them in a wavelength.
  const step = 1 / Math.sqrt(10);
  expect(smallest?.squaredLength).toBeCloseTo(((2 / step) * Math.sin((2 * Math.PI * step * step) / 2)) ** 2, 12);
});
