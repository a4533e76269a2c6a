import { cyclic, exchanged } from './cubic-operations.ts';
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
    cyclic,
    exchanged,
    {
      matrix: [
        [-1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
    },
  ],
};
