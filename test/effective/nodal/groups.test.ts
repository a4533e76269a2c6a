/** Real orbitals, and which of them couple. */
import { expect, it } from 'vitest';
import { arithmeticOf } from '../../../src/effective/nodal/nodal-workspace.ts';
import { nodalSetup } from '../../../src/effective/nodal/setup.ts';
import { nodalSpace } from '../../../src/effective/nodal/space.ts';
import { parametersOf, systems } from './systems.ts';

const spaceOf = (...rest: Parameters<typeof parametersOf>) => nodalSpace(nodalSetup(parametersOf(...rest), 'all'));

it('perfect nesting: orbitals of either sublattice, propagators between them, quaternions', () => {
  const { packing, siteOrder } = spaceOf({ kind: 'square', size: [6, 6] });
  expect(packing).toMatchObject({ groupCount: 2, groupSize: 18, orbitalCount: 5, width: 6, partner: [1, 0] });
  const parity = (site: number) => (site + Math.floor(site / 6)) % 2;
  expect(new Set(siteOrder.slice(0, 18).map(parity)).size).toBe(1);
  expect(new Set(siteOrder.slice(18).map(parity)).size).toBe(1);
  expect(arithmeticOf(packing)).toBe('quaternion');
});

it.each<[string, ...Parameters<typeof parametersOf>]>([
  ['away from half filling', { kind: 'square', size: [6, 6] }, { chemicalPotential: -1 }],
  ['with three sublattices of orbitals', { kind: 'triangular', size: [3, 3] }, { chemicalPotential: 0.02 }],
])('one group and complex blocks %s', (_, ...system) => {
  const { packing } = spaceOf(...system);
  expect(packing).toMatchObject({ groupCount: 1, partner: [0] });
  expect(arithmeticOf(packing)).toBe('complex');
});

it.each(systems)('orbitals are orthonormal: %s', (_, parameters) => {
  const { packing, manifold } = nodalSpace(nodalSetup(parameters, 'all'));
  const { groupCount, groupSize, orbitalCount, width, orbitals } = packing;
  expect(groupCount * orbitalCount).toBe(manifold.momenta.length);
  for (let p = 0; p < groupCount; p++)
    for (let r = 0; r < width; r++)
      for (let s = 0; s < width; s++) {
        let product = 0;
        for (let i = p * groupSize; i < (p + 1) * groupSize; i++)
          product += orbitals[i * width + r] * orbitals[i * width + s];
        expect(product).toBeCloseTo(r === s && r < orbitalCount ? 1 : 0, 12);
      }
});
