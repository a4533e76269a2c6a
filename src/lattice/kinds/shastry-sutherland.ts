import type { InfiniteLattice } from './infinite-lattice.ts';
import { square } from './square.ts';

/** The square lattice of neighbours 1/2 apart with its dimers, which are shell 2: one diagonal in every fourth plaquette, and the other one in another fourth. The centre is that of a plaquette without a dimer. */
export const shastrySutherland: InfiniteLattice = {
  ...square,
  scale: 4,
  basis: [
    [0, 0],
    [2, 0],
    [0, 2],
    [2, 2],
  ],
  centre: [1, 3],
  plaquettes: 4,
  generators: [
    // A quarter turn, and the mirror along a dimer, which misses the centre.
    {
      matrix: [
        [0, -1],
        [1, 0],
      ],
    },
    {
      matrix: [
        [0, 1],
        [1, 0],
      ],
      shift: [2, 2],
    },
  ],
};
