import type { InfiniteLattice } from './infinite-lattice.ts';
import { hexagonal } from './triangular.ts';

/** Neighbours are 1/√3 apart; the centre is that of a hexagon. */
export const honeycomb: InfiniteLattice = {
  ...hexagonal,
  scale: 3,
  basis: [
    [0, 0],
    [1, 1],
  ],
  centre: [2, 2],
};
