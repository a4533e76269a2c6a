/** Lattices of your own with bonds that have phases, small enough for their averages to be known: NumPy has them by quadrature. */
import { createModel } from '../../src/exact/create.ts';
import { createLattice } from '../../src/lattice/create.ts';
import type { LatticeSpec } from '../../src/lattice/lattice.ts';
import type { System } from './systems.ts';

/** What averages-of-bonds.py has: T, μ, and J. */
export const ELECTRONS = { temperature: 0.25, chemicalPotential: -0.4, coupling: 2 };

/** A bond as averages-of-bonds.py reads it: i, j, t, phase. */
type ListedBond = readonly [i: number, j: number, hopping: number, phase: number];

interface OwnSystem extends System {
  readonly bonds: readonly ListedBond[];
}

/** Three sites of one cell in a ring through which goes a flux of 0.23: bonds with different t, which leaves no symmetry but that of the spins. */
export const RING: readonly ListedBond[] = [
  [0, 1, 1, 0.1],
  [1, 2, 0.8, 0.05],
  [2, 0, 1.2, 0.08],
];

const TRIANGLE: LatticeSpec = {
  kind: 'own',
  size: [1, 1],
  boundary: ['open', 'open'],
  primitiveVectors: [
    [1, 0],
    [0.5, Math.sqrt(3) / 2],
  ],
  basis: [
    [0, 0],
    [0.5, 0],
    [0, 0.5],
  ],
  bonds: RING.map(([from, to, hopping, phase]) => ({ from, to, cell: [0, 0], hopping, phase })),
};

/** The same three spins as a cell of a chain that closes on itself: the last bond crosses the boundary, and a twist takes over a part of its phase. */
export const CLOSED: LatticeSpec = {
  kind: 'own',
  size: [1],
  twist: [0.03],
  primitiveVectors: [[1]],
  basis: [[0], [1 / 3], [2 / 3]],
  bonds: [
    { from: 0, to: 1, cell: [0], hopping: 1, phase: 0.1 },
    { from: 1, to: 2, cell: [0], hopping: 0.8, phase: 0.05 },
    { from: 2, to: 0, cell: [1], hopping: 1.2, phase: 0.05 },
  ],
};

/** Two cells of two sites: triangles with a quarter of a flux quantum each, on either side of the bond between the cells. */
const LADDER: LatticeSpec = {
  kind: 'own',
  size: [2],
  boundary: ['open'],
  primitiveVectors: [[1]],
  basis: [[0], [0.5]],
  bonds: [
    { from: 0, to: 1, cell: [0], hopping: 1 },
    { from: 1, to: 0, cell: [1], hopping: 0.7, phase: 0.15 },
    { from: 0, to: 0, cell: [1], hopping: 0.6, phase: -0.1 },
    { from: 1, to: 1, cell: [1], hopping: 0.6, phase: -0.1 },
  ],
};

function system(name: string, spec: LatticeSpec, bonds: readonly ListedBond[], means: readonly number[]): OwnSystem {
  const lattice = createLattice(spec);
  const sites = lattice.siteCount;
  const pairs = Array.from({ length: sites }, (_, i) => i).flatMap((i) =>
    Array.from({ length: sites - i - 1 }, (_, k) => [i, i + 1 + k] as const),
  );
  const names = [...pairs.map(([i, j]) => `S_${i + 1}·S_${j + 1}`), 'chirality'];
  return {
    name,
    bonds,
    model: createModel({ lattice, ...ELECTRONS }),
    known: names.map((quantity, k) => ({ name: quantity, mean: means[k], error: 0, nearZero: true })),
    measure: ({ spins }) => [...pairs.map(([i, j]) => dot(spins, i, j)), chirality(spins)],
  };
}

function dot(spins: Float64Array, i: number, j: number): number {
  return [0, 1, 2].reduce((sum, c) => sum + spins[3 * i + c] * spins[3 * j + c], 0);
}

/** S·(S' × S'') of the last three spins. */
export function chirality(spins: Float64Array): number {
  const [x, y, z, a, b, c, u, v, w] = spins.slice(-9);
  return x * (b * w - c * v) + y * (c * u - a * w) + z * (a * v - b * u);
}

/** Averages to ten digits, by averages-of-bonds.py with 10 cosines and 14 azimuths. */
export const OWN_LATTICES: readonly OwnSystem[] = [
  system('a triangle with a flux', TRIANGLE, RING, [-0.0745142331, -0.1254445096, -0.0180107418, 0.0398894792]),
  system(
    'two cells of two sites with phases',
    LADDER,
    [
      [0, 1, 1, 0],
      [2, 3, 1, 0],
      [1, 2, 0.7, 0.15],
      [0, 2, 0.6, -0.1],
      [1, 3, 0.6, -0.1],
    ],
    [-0.1302590304, -0.0117038708, 0.0444987272, -0.0015925817, -0.0117038708, -0.1302590304, 0.0198906354],
  ),
];
