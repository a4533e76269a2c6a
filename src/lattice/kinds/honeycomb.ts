import type { Kind } from './kind.ts';
import { hexagonal } from './triangular.ts';

/** Neighbours are 1/√3 apart; the centre is that of a hexagon. */
export const honeycomb: Kind = {
  ...hexagonal,
  scale: 3,
  basis: [
    [0, 0],
    [1, 1],
  ],
  centre: [2, 2],
};
