import type { InfiniteLattice } from './infinite-lattice.ts';

/** Corner-sharing tetrahedra on the face-centred cubic lattice of cubes with edges of length 1; neighbours are √2/4 apart. The centre is a site. */
export const pyrochlore: InfiniteLattice = {
  dimension: 3,
  primitiveVectors: [
    [0, 0.5, 0.5],
    [0.5, 0, 0.5],
    [0.5, 0.5, 0],
  ],
  scale: 2,
  basis: [
    [0, 0, 0],
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  gram: [
    [2, 1, 1],
    [1, 2, 1],
    [1, 1, 2],
  ],
  centre: [0, 0, 0],
  generators: [
    // x → y → z → x, x ↔ y, the inversion about a site, and x → −x, a glide.
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
        [0, -1, 0],
        [0, 0, -1],
      ],
    },
    {
      matrix: [
        [1, 1, 1],
        [0, 0, -1],
        [0, -1, 0],
      ],
      shift: [1, 0, 0],
    },
  ],
};
