import { cyclic, exchanged, inversion } from './cubic-operations.ts';
import { fcc } from './fcc.ts';
import type { InfiniteLattice } from './infinite-lattice.ts';

/** Corner-sharing tetrahedra on the face-centred cubic lattice of cubes with edges of length 1; neighbours are √2/4 apart. The centre is a site. */
export const pyrochlore: InfiniteLattice = {
  ...fcc,
  scale: 2,
  basis: [
    [0, 0, 0],
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  generators: [
    // x → y → z → x, x ↔ y, the inversion about a site, and x → −x, a glide.
    cyclic,
    exchanged,
    inversion,
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
