/** The infinite lattices by their textbook coordinates, in floating point: nothing here comes from src/lattice/kinds. */

import type { LatticeKind } from '../../src/lattice/kinds/index.ts';

type Point = readonly number[];
interface Crystal {
  readonly vectors: readonly Point[];
  readonly basis: readonly Point[];
}

const HEIGHT = Math.sqrt(3) / 2;
const hexagonal = [
  [1, 0],
  [0.5, HEIGHT],
];

const square = [
  [1, 0],
  [0, 1],
];
const faceCentred = [
  [0, 0.5, 0.5],
  [0.5, 0, 0.5],
  [0.5, 0.5, 0],
];

export const crystals: Record<LatticeKind, Crystal> = {
  chain: { vectors: [[1]], basis: [[0]] },
  square: {
    vectors: [
      [1, 0],
      [0, 1],
    ],
    basis: [[0, 0]],
  },
  triangular: { vectors: hexagonal, basis: [[0, 0]] },
  honeycomb: {
    vectors: hexagonal,
    basis: [
      [0, 0],
      [0.5, HEIGHT / 3],
    ],
  },
  kagome: {
    vectors: hexagonal,
    basis: [
      [0, 0],
      [0.5, 0],
      [0.25, HEIGHT / 2],
    ],
  },
  cubic: {
    vectors: [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ],
    basis: [[0, 0, 0]],
  },
  checkerboard: {
    vectors: square,
    basis: [
      [0, 0],
      [0.5, 0.5],
    ],
  },
  'shastry-sutherland': {
    vectors: square,
    basis: [
      [0, 0],
      [0.5, 0],
      [0, 0.5],
      [0.5, 0.5],
    ],
  },
  lieb: {
    vectors: square,
    basis: [
      [0, 0],
      [0.5, 0],
      [0, 0.5],
    ],
  },
  pyrochlore: {
    vectors: faceCentred,
    basis: [
      [0, 0, 0],
      [0, 0.25, 0.25],
      [0.25, 0, 0.25],
      [0.25, 0.25, 0],
    ],
  },
  bcc: {
    vectors: [
      [-0.5, 0.5, 0.5],
      [0.5, -0.5, 0.5],
      [0.5, 0.5, -0.5],
    ],
    basis: [[0, 0, 0]],
  },
  fcc: { vectors: faceCentred, basis: [[0, 0, 0]] },
};

export const kindNames = Object.keys(crystals) as LatticeKind[];

/** Integer vectors with components from least[d] to most[d]. */
export function grid(least: readonly number[], most: readonly number[]): number[][] {
  return least.reduce<number[][]>(
    (all, low, d) => all.flatMap((n) => Array.from({ length: most[d] - low + 1 }, (_, k) => [...n, low + k])),
    [[]],
  );
}

export const combine = (vectors: readonly Point[], n: readonly number[], origin: Point): number[] =>
  origin.map((value, c) => value + n.reduce((sum, m, d) => sum + m * vectors[d][c], 0));

export const distance = (a: Point, b: Point): number => Math.hypot(...a.map((value, c) => value - b[c]));

/** Squared distances, up to `reach`, from a basis site to all others, as multiples of 1/72 to undo rounding, and how often. */
export function coordination(kind: LatticeKind, basis: number, reach: number): Map<number, number> {
  const { vectors, basis: points } = crystals[kind];
  const most = vectors.map((vector) => Math.ceil((vector.length === 3 ? 2.5 : 2) * reach));
  const cells = grid(
    most.map((n) => -n),
    most,
  );
  const counts = new Map<number, number>();
  for (const cell of cells) {
    for (const point of points) {
      const length = distance(combine(vectors, cell, point), points[basis]);
      if (length === 0 || length > reach) continue;
      const key = Math.round(72 * length * length) / 72;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return new Map([...counts].sort(([a], [b]) => a - b));
}
