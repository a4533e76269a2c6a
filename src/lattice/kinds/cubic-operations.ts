/** Operations of the cube that look alike in the primitive vectors of all cubic lattices, whose vectors x, y and z permute. */
import type { InfiniteLattice } from './infinite-lattice.ts';

type Operation = InfiniteLattice['generators'][number];

/** x → y → z → x. */
export const cyclic: Operation = {
  matrix: [
    [0, 0, 1],
    [1, 0, 0],
    [0, 1, 0],
  ],
};

/** x ↔ y. */
export const exchanged: Operation = {
  matrix: [
    [0, 1, 0],
    [1, 0, 0],
    [0, 0, 1],
  ],
};

export const inversion: Operation = {
  matrix: [
    [-1, 0, 0],
    [0, -1, 0],
    [0, 0, -1],
  ],
};
