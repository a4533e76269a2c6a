/** Lattices in the headings of reports. */
import { expect, it } from 'vitest';
import { createLattice } from '../../src/lattice/create.ts';
import type { LatticeSpec } from '../../src/lattice/lattice.ts';
import { latticeWords } from '../../src/report/model-words.ts';

const OWN: LatticeSpec = {
  kind: 'own',
  size: [3, 2],
  primitiveVectors: [
    [1, 0],
    [1 / 3, 2],
  ],
  basis: [
    [0, 0],
    [0.5, 0.5],
  ],
};
const TILTED = [
  [3, 1],
  [-1, 3],
];

it.each<[string, LatticeSpec]>([
  ['square lattice 6 × 4, periodic, 24 sites', { kind: 'square', size: [6, 4] }],
  [
    'square lattice (3, 1) × (-1, 3), a grid of 1 × 10 along (3, 1), (1, 0), periodic, 10 sites',
    { kind: 'square', size: TILTED },
  ],
  [
    'square lattice 1 × 10 along (3, 1), (-1, 0), periodic / open, 10 sites',
    { kind: 'square', size: TILTED, boundary: ['periodic', 'open'] },
  ],
  ['own lattice (2 sites a cell of (1, 0) (0.333333, 2)) 3 × 2, periodic, 12 sites', OWN],
  [
    'own lattice (2 sites a cell of (1, 0) (0.333333, 2)) (1, 1) × (-1, 2), a grid of 1 × 3 along (1, 1), (-1, 0), periodic, 6 sites',
    {
      ...OWN,
      size: [
        [1, 1],
        [-1, 2],
      ],
    },
  ],
])('%s', (words, spec) => expect(latticeWords(createLattice(spec))).toBe(words));
