import type { Kind } from './kind.ts';

export const chain: Kind = {
  dimension: 1,
  primitiveVectors: [[1]],
  scale: 1,
  basis: [[0]],
  gram: [[1]],
  centre: [0],
  generators: [[[-1]]],
};
