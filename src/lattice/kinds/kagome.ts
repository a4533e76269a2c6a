import type { InfiniteLattice } from './infinite-lattice.ts';
import { hexagonal } from './triangular.ts';

/** Neighbours are 1/2 apart; the centre is that of a hexagon, where the triangular lattice of constant 1/2 lacks a site. */
export const kagome: InfiniteLattice = {
  ...hexagonal,
  scale: 2,
  basis: [
    [0, 0],
    [1, 0],
    [0, 1],
  ],
  centre: [1, 1],
  plaquettes: 8,
};
