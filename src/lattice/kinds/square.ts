import type { InfiniteLattice } from './infinite-lattice.ts';

export const square: InfiniteLattice = {
  dimension: 2,
  primitiveVectors: [
    [1, 0],
    [0, 1],
  ],
  scale: 1,
  basis: [[0, 0]],
  gram: [
    [1, 0],
    [0, 1],
  ],
  centre: [0, 0],
  generators: [
    // A quarter turn and a mirror.
    {
      matrix: [
        [0, -1],
        [1, 0],
      ],
    },
    {
      matrix: [
        [1, 0],
        [0, -1],
      ],
    },
  ],
};
