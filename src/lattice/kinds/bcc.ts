import { cyclic, exchanged, inversion } from './cubic-operations.ts';
import type { InfiniteLattice } from './infinite-lattice.ts';

/** The body-centred cubic lattice of cubes with edges of length 1; neighbours are √3/2 apart. */
export const bcc: InfiniteLattice = {
  dimension: 3,
  primitiveVectors: [
    [-0.5, 0.5, 0.5],
    [0.5, -0.5, 0.5],
    [0.5, 0.5, -0.5],
  ],
  scale: 1,
  basis: [[0, 0, 0]],
  gram: [
    [3, -1, -1],
    [-1, 3, -1],
    [-1, -1, 3],
  ],
  centre: [0, 0, 0],
  generators: [
    // x → y → z → x, x ↔ y, x → −x, and the inversion.
    cyclic,
    exchanged,
    {
      matrix: [
        [1, 0, 0],
        [1, 0, -1],
        [1, -1, 0],
      ],
    },
    inversion,
  ],
};
