import type { InfiniteLattice } from './infinite-lattice.ts';
import { square } from './square.ts';

/** The square lattice of neighbours 1/√2 apart with both diagonals of every other plaquette, which are shell 2; those of the others are shell 3. The centre is that of a plaquette with diagonals. */
export const checkerboard: InfiniteLattice = {
  ...square,
  scale: 2,
  basis: [
    [0, 0],
    [1, 1],
  ],
  centre: [0, 1],
  plaquettes: 2,
};
