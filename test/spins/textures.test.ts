/** Ordered states by what defines them, and variational energies of the triangular lattice from elsewhere. */
import { describe, expect, it } from 'vitest';
import { createModel } from '../../src/exact/create.ts';
import { createLattice } from '../../src/lattice/create.ts';
import type { Lattice, LatticeSpec } from '../../src/lattice/lattice.ts';
import { siteOf, wrap } from '../../src/lattice/sites.ts';
import { type ConfigurationName, namedConfiguration, parseConfigurationName } from '../../src/spins/named.ts';

type Vector = readonly [number, number, number];

const lattice = (kind: LatticeSpec['kind'], ...size: number[]): Lattice => createLattice({ kind, size });
const spinOf = (spins: Float64Array, site: number): Vector => [
  spins[3 * site],
  spins[3 * site + 1],
  spins[3 * site + 2],
];
const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

/** S_i·S_j on all bonds of a shell, to ten digits, each value once. */
function correlations(name: ConfigurationName, given: Lattice, shell = 1): number[] {
  const spins = namedConfiguration(name, given);
  const values = given.bonds(shell).map(({ from, to }) => dot(spinOf(spins, from), spinOf(spins, to)));
  return [...new Set(values.map((value) => Number(value.toFixed(10)) + 0))].sort((a, b) => a - b);
}

function siteAt(given: Lattice, cell: readonly number[], basis = 0): number {
  const inside = wrap(given.spec, cell);
  if (!inside) throw new Error('beyond an open boundary');
  return siteOf(given.infinite, given.spec.size, { cell: inside.cell, basis });
}

it('120-degree: a third of a turn between all neighbours, none between the next', () => {
  expect(correlations('120-degree', lattice('triangular', 6, 3))).toEqual([-0.5]);
  expect(correlations('120-degree', lattice('triangular', 6, 3), 2)).toEqual([1]);
});

it('stripe: a third of the neighbours of a triangular lattice alike, half of a square one', () => {
  for (const [kind, alike] of [
    ['triangular', 1 / 3],
    ['square', 1 / 2],
  ] as const) {
    const given = lattice(kind, 4, 4);
    const spins = namedConfiguration('stripe', given);
    const same = given.bonds(1).filter(({ from, to }) => dot(spinOf(spins, from), spinOf(spins, to)) === 1);
    expect(same.length / given.bonds(1).length).toBeCloseTo(alike, 14);
    expect(correlations('stripe', given)).toEqual([-1, 1]);
  }
});

it('tetrahedral: −1/3 between all neighbours, and the same chirality 4/√27 on all triangles', () => {
  const given = lattice('triangular', 4, 2);
  expect(correlations('tetrahedral', given)).toEqual([-0.3333333333]);
  const spins = namedConfiguration('tetrahedral', given);
  for (const [x, y] of [
    [0, 0],
    [1, 0],
    [2, 1],
    [3, 1],
  ]) {
    const corners = (cells: number[][]) => cells.map((cell) => spinOf(spins, siteAt(given, cell)));
    for (const cells of [
      [
        [x, y],
        [x + 1, y],
        [x, y + 1],
      ],
      [
        [x + 1, y],
        [x + 1, y + 1],
        [x, y + 1],
      ],
    ]) {
      const [a, b, c] = corners(cells);
      expect(dot(a, cross(b, c))).toBeCloseTo(4 / Math.sqrt(27), 14);
    }
  }
});

describe('kagome', () => {
  const chiralities = (name: ConfigurationName, given: Lattice) => {
    const spins = namedConfiguration(name, given);
    const z = (sites: readonly number[]) => {
      const [a, b, c] = sites.map((site) => spinOf(spins, site));
      return (2 / Math.sqrt(27)) * (cross(a, b)[2] + cross(b, c)[2] + cross(c, a)[2]);
    };
    const cells = Array.from({ length: 9 }, (_, k) => [k % 3, Math.floor(k / 3)]);
    const up = cells.map((cell) => z([0, 1, 2].map((basis) => siteAt(given, cell, basis))));
    // The triangle on the other side of site 0.
    const down = cells.map(([x, y]) =>
      z([siteAt(given, [x, y], 0), siteAt(given, [x - 1, y], 1), siteAt(given, [x, y - 1], 2)]),
    );
    return { up, down };
  };

  it('q0: all triangles have vector chirality 1', () => {
    const given = lattice('kagome', 3, 3);
    expect(correlations('q0', given)).toEqual([-0.5]);
    for (const value of Object.values(chiralities('q0', given)).flat()) expect(value).toBeCloseTo(1, 14);
  });

  it('sqrt3: 1 on one half of them and −1 on the other, and hexagons of two directions', () => {
    const given = lattice('kagome', 3, 3);
    expect(correlations('sqrt3', given)).toEqual([-0.5]);
    const { up, down } = chiralities('sqrt3', given);
    for (const value of up) expect(value).toBeCloseTo(1, 14);
    for (const value of down) expect(value).toBeCloseTo(-1, 14);
    const spins = namedConfiguration('sqrt3', given);
    // Around the centre at (1/2, 1/2) + cell (1, 1) in primitive vectors.
    const hexagon = [
      [1, 1, 1],
      [1, 1, 2],
      [1, 2, 0],
      [1, 2, 1],
      [2, 1, 2],
      [2, 1, 0],
    ].map(([x, y, basis]) =>
      spinOf(spins, siteAt(given, [x, y], basis))
        .map((value) => value.toFixed(9))
        .join(),
    );
    expect(new Set(hexagon).size).toBe(2);
  });
});

/** Topological charge: signed areas of spherical triangles over 4π (Berg and Lüscher, Nucl. Phys. B 190, 412, 1981). */
function charge(spins: Float64Array, given: Lattice): number {
  const { size } = given.spec;
  let sum = 0;
  for (let x = 0; x < size[0]; x++)
    for (let y = 0; y < size[1]; y++) {
      const corner = (dx: number, dy: number) => spinOf(spins, siteAt(given, [x + dx, y + dy]));
      const [a, b, c, d] = [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)];
      sum += area(a, b, d) + area(b, c, d);
    }
  return sum / (4 * Math.PI);
}

const area = (a: Vector, b: Vector, c: Vector): number =>
  2 * Math.atan2(dot(a, cross(b, c)), 1 + dot(a, b) + dot(b, c) + dot(c, a));

describe('skyrmion-crystal', () => {
  it.each(['square', 'triangular'] as const)('has charge −1 per period, and its core against z: %s', (kind) => {
    for (const period of [4, 5, 6, 7, 12]) {
      const given = lattice(kind, 2 * period, period);
      const spins = namedConfiguration('skyrmion-crystal', given, { period });
      expect(charge(spins, given), `period ${period}`).toBeCloseTo(-2, 10);
      expect(spinOf(spins, 0)).toEqual([0, 0, -1]);
      for (let site = 0; site < given.siteCount; site++)
        expect(dot(spinOf(spins, site), spinOf(spins, site))).toBeCloseTo(1, 14);
    }
  });

  it('swirls around the core: no spin points away from it, until the next one is as near', () => {
    for (const kind of ['square', 'triangular'] as const) {
      const given = lattice(kind, 12, 12);
      const spins = namedConfiguration('skyrmion-crystal', given, { period: 12 });
      for (const cell of [
        [1, 0],
        [0, 1],
      ]) {
        const site = siteAt(given, cell);
        const [x, y] = given.positions.subarray(2 * site, 2 * site + 2);
        const [sx, sy] = spinOf(spins, site);
        expect(x * sx + y * sy).toBeCloseTo(0, 14);
        expect(x * sy - y * sx).toBeGreaterThan(0);
      }
    }
  });

  it.each([
    [
      undefined,
      'expected its period, a whole number of cells from 3, as skyrmion-crystal:6, found none\n  skyrmion-crystal:3, skyrmion-crystal:6 fit 6 × 12',
    ],
    [2, 'found 2\n  skyrmion-crystal:3, skyrmion-crystal:6 fit 6 × 12'],
    [4, 'skyrmion-crystal: expected multiples of 4 along periodic directions, as 8 × 12, found 6 × 12'],
  ])('says which periods and sizes fit: %j', (period, message) => {
    expect(() => namedConfiguration('skyrmion-crystal', lattice('square', 6, 12), { period })).toThrow(message);
  });
});

it.each([
  [
    '120-degree',
    lattice('triangular', 4, 6),
    '120-degree: expected multiples of 3 along periodic directions, as 3 × 6, found 4 × 6',
  ],
  [
    'tetrahedral',
    lattice('triangular', 1, 2),
    'tetrahedral: expected multiples of 2 along periodic directions, as 2 × 2, found 1 × 2',
  ],
  ['sqrt3', lattice('kagome', 2, 3), 'sqrt3: expected multiples of 3 along periodic directions, as 3 × 3, found 2 × 3'],
  ['q0', lattice('triangular', 3, 3), 'q0: expected the kagome lattice, found the triangular lattice'],
  ['stripe', lattice('chain', 4), 'stripe: expected the square, triangular or cubic lattice, found the chain lattice'],
] as const)('%s is refused with what would do', (name, given, message) => {
  expect(() => namedConfiguration(name, given)).toThrow(message);
});

it('fits open directions of any size', () => {
  const ribbon = createLattice({ kind: 'triangular', size: [3, 4], boundary: ['periodic', 'open'] });
  expect(correlations('120-degree', ribbon)).toEqual([-0.5]);
});

it('reads names as users write them', () => {
  expect(parseConfigurationName('skyrmion-crystal:6')).toEqual({ name: 'skyrmion-crystal', period: 6 });
  expect(parseConfigurationName('sqrt3')).toEqual({ name: 'sqrt3', period: undefined });
  expect(() => parseConfigurationName('tetraedral')).toThrow('did you mean tetrahedral?');
});

/** Levels filled by LAPACK, 12 × 12, a quarter filled, T = 0: energies per site of ferromagnet, tetrahedral, 120-degree and stripe state. */
it.each([
  [2, [-1.883636, -1.959112, -1.93575, -1.9553]],
  [8, [-2.979763, -3.040003, -2.923762, -3.000813]],
])('energies on the triangular lattice, J = %d', (coupling, expected) => {
  const triangular = lattice('triangular', 12, 12);
  const model = createModel({ lattice: triangular, temperature: 0, coupling });
  for (const [k, name] of (['ferromagnet', 'tetrahedral', '120-degree', 'stripe'] as const).entries()) {
    const filled = model.spectrum(namedConfiguration(name, triangular)).subarray(0, 72);
    const energy = filled.reduce((sum, level) => sum + level, 0) / 144;
    expect(Math.abs(energy - expected[k]), name).toBeLessThan(5.1e-7);
  }
});

describe('tilted clusters', () => {
  const tilted = (kind: LatticeSpec['kind'], ...size: number[][]) => createLattice({ kind, size });

  it.each([
    [
      [1, 1],
      [-1, 2],
    ],
    [
      [-1, 2],
      [1, 1],
    ],
    [
      [2, -1],
      [1, 4],
    ],
    [
      [4, 1],
      [1, 7],
    ],
    [
      [30, -3],
      [-29, 4],
    ],
  ])('120-degree fits (%j, %j)', (...size) => {
    expect(correlations('120-degree', tilted('triangular', ...size))).toEqual([-0.5]);
    expect(correlations('120-degree', tilted('triangular', ...size), 2)).toEqual([1]);
  });

  it('the others fit where their waves do', () => {
    expect(correlations('tetrahedral', tilted('triangular', [2, 2], [-2, 4]))).toEqual([-0.3333333333]);
    expect(correlations('stripe', tilted('square', [2, 1], [-2, 3]))).toEqual([-1, 1]);
    expect(correlations('stripe', tilted('square', [2, 1], [-2, 3]), 2)).toEqual([-1]);
    expect(correlations('stripe', tilted('cubic', [2, 1, 0], [0, 1, 1], [2, 0, 3]))).toEqual([-1, 1]);
    expect(correlations('q0', tilted('kagome', [2, 1], [-1, 3]))).toEqual([-0.5]);
    expect(correlations('sqrt3', tilted('kagome', [1, 1], [-1, 2]))).toEqual([-0.5]);
    expect(correlations('neel', tilted('square', [3, 1], [-1, 3]))).toEqual([-1]);
    const crystal = tilted('square', [4, 4], [-4, 4]);
    const spins = namedConfiguration('skyrmion-crystal', crystal, { period: 4 });
    const cores = Array.from({ length: 32 }, (_, site) => spinOf(spins, site)).filter(([, , z]) => z === -1);
    expect(cores).toHaveLength(2);
  });

  it('a stripe needs its own direction alone', () => {
    expect(correlations('stripe', lattice('square', 4, 3), 2)).toEqual([-1]);
    expect(() => namedConfiguration('stripe', lattice('square', 3, 4))).toThrow('as 4 × 4, found 3 × 4');
  });

  it.each([
    [
      '120-degree',
      'triangular',
      '120-degree: expected supercell vectors that leave every spin as it is, as multiples of 3 do, found (3, 1)',
    ],
    ['tetrahedral', 'triangular', 'as multiples of 2 do, found (3, 1)'],
    ['stripe', 'square', 'as multiples of 2 do, found (3, 1)'],
    [
      'skyrmion-crystal',
      'square',
      'expected its period, a whole number of cells from 3, as skyrmion-crystal:6, found none',
    ],
  ] as const)('%s on √10 × √10 is refused', (name, kind, message) => {
    expect(() => namedConfiguration(name, tilted(kind, [3, 1], [-1, 3]))).toThrow(message);
  });

  it('Néel order is refused where a supercell vector is odd', () => {
    expect(() => namedConfiguration('neel', tilted('square', [2, 1], [-1, 3]))).toThrow(
      'expected nearest neighbours without odd rings',
    );
  });
});

it('a lattice of your own has the states of the kind that it is', () => {
  const { primitiveVectors } = lattice('triangular', 3, 3);
  const bonds = [{ from: 0, to: 0, cell: [1, 0], hopping: 1 }];
  const mine = createLattice({ kind: 'own', size: [6, 3], primitiveVectors, basis: [[0, 0]], bonds });
  expect(namedConfiguration('120-degree', mine)).toEqual(namedConfiguration('120-degree', lattice('triangular', 6, 3)));
  expect(() => namedConfiguration('q0', mine)).toThrow('q0: expected the kagome lattice, found the own lattice');
});
