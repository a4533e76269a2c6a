import type { InfiniteLattice } from './infinite-lattice.ts';

export const cubic: InfiniteLattice = {
  dimension: 3,
  primitiveVectors: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  scale: 1,
  basis: [[0, 0, 0]],
  gram: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  centre: [0, 0, 0],
  generators: [
    // x → y → z → x, x ↔ y, and x → −x.
    {
      matrix: [
        [0, 0, 1],
        [1, 0, 0],
        [0, 1, 0],
      ],
    },
    {
      matrix: [
        [0, 1, 0],
        [1, 0, 0],
        [0, 0, 1],
      ],
    },
    {
      matrix: [
        [-1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
    },
  ],
};
