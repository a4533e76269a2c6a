import type { InfiniteLattice } from './infinite-lattice.ts';

export const chain: InfiniteLattice = {
  dimension: 1,
  primitiveVectors: [[1]],
  scale: 1,
  basis: [[0]],
  gram: [[1]],
  centre: [0],
  generators: [{ matrix: [[-1]] }],
};
