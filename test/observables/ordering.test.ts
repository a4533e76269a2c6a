import { expect, it } from 'vitest';
import { createLattice } from '../../src/lattice/create.ts';
import type { LatticeSpec } from '../../src/lattice/lattice.ts';
import { leadingOrders } from '../../src/observables/leading-order.ts';
import { orderCandidates } from '../../src/observables/ordering.ts';
import { namedConfiguration } from '../../src/spins/named.ts';

const names = (spec: LatticeSpec) =>
  orderCandidates({ lattice: createLattice(spec) }).map(({ observable }) => observable);

it('m_s² and m² stand for their structure factors where no other q shares these', () => {
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

it('watches the order that configurations show beside m² and m_s²', () => {
  const lattice = createLattice({ kind: 'square', size: [6, 6] });
  const spiral = namedConfiguration('spiral', lattice, { waveVector: [0, 1 / 3] });
  const orders = leadingOrders(lattice, [spiral, spiral]);
  expect(orders).toHaveLength(3);
  // Half of N at ±q, averaged with the q of the other direction.
  expect(orders[2](spiral)).toBeCloseTo(1 / 4, 12);
  for (const name of ['neel', 'ferromagnet'] as const)
    expect(leadingOrders(lattice, [namedConfiguration(name, lattice)])).toHaveLength(2);
});
