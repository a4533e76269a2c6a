import type { InfiniteLattice } from './infinite-lattice.ts';

/** What triangular, honeycomb and kagome share: primitive vectors at 60 degrees and the point group of the hexagon. */
export const hexagonal = {
  dimension: 2,
  primitiveVectors: [
    [1, 0],
    [0.5, Math.sqrt(3) / 2],
  ],
  gram: [
    [2, 1],
    [1, 2],
  ],
  generators: [
    // A sixth of a turn, and the mirror that swaps the primitive vectors.
    {
      matrix: [
        [0, -1],
        [1, 1],
      ],
    },
    {
      matrix: [
        [0, 1],
        [1, 0],
      ],
    },
  ],
} as const;

export const triangular: InfiniteLattice = { ...hexagonal, scale: 1, basis: [[0, 0]], centre: [0, 0], plaquettes: 2 };
