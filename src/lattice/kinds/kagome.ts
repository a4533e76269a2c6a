import type { Kind } from './kind.ts';
import { hexagonal } from './triangular.ts';

/** Neighbours are 1/2 apart; the centre is that of a hexagon, where the triangular lattice of constant 1/2 lacks a site. */
export const kagome: Kind = {
  ...hexagonal,
  scale: 2,
  basis: [
    [0, 0],
    [1, 0],
    [0, 1],
  ],
  centre: [1, 1],
};
