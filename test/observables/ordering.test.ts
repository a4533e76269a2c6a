import { expect, it } from 'vitest';
import { createLattice } from '../../src/lattice/create.ts';
import type { LatticeSpec } from '../../src/lattice/lattice.ts';
import { orderCandidates } from '../../src/observables/ordering.ts';

const names = (spec: LatticeSpec) => orderCandidates(createLattice(spec)).map(({ observable }) => observable);

it('m_s² and m² stand for their structure factors where these have a q of their own', () => {
  expect(names({ kind: 'chain', size: [4] })).toEqual([
    'staggeredMagnetization2',
    'magnetization2',
    'structureFactor_1',
  ]);
  expect(names({ kind: 'square', size: [2, 3] })).not.toContain('staggeredMagnetization2');
  expect(names({ kind: 'honeycomb', size: [1, 1] })).toEqual([
    'staggeredMagnetization2',
    'magnetization2',
    'structureFactor_1_0',
  ]);
  expect(names({ kind: 'cubic', size: [2, 2, 2] })).not.toContain('structureFactor_1_1_1');
});
