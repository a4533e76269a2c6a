import type { InfiniteLattice } from './infinite-lattice.ts';
import { square } from './square.ts';

/** A square lattice with a site more in the middle of every bond; neighbours are 1/2 apart. */
export const lieb: InfiniteLattice = {
  ...square,
  scale: 2,
  basis: [
    [0, 0],
    [1, 0],
    [0, 1],
  ],
  centre: [0, 0],
};
