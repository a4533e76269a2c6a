/** Real orbitals, and which of them couple. */
import { expect, it } from 'vitest';
import { nodalSetup, nodalSpace } from '../../../src/effective/nodal/setup.ts';
import { parametersOf, systems } from './systems.ts';

const spaceOf = (...rest: Parameters<typeof parametersOf>) => nodalSpace(nodalSetup(parametersOf(...rest), 'all'));

it('perfect nesting: orbitals of either sublattice, propagators between them, loss within', () => {
  const { groups, second, third, loss } = spaceOf({ kind: 'square', size: [6, 6] });
  expect(groups.count).toBe(2);
  expect([...groups.siteStart]).toEqual([0, 18, 36]);
  expect([...groups.orbitalStart]).toEqual([0, 5, 10]);
  const parity = (site: number) => (site + Math.floor(site / 6)) % 2;
  expect(new Set(groups.siteOrder.slice(0, 18).map(parity)).size).toBe(1);
  for (const { links } of [second, third])
    expect(links).toEqual([
      [0, 1],
      [1, 0],
    ]);
  expect(loss.links).toEqual([
    [0, 0],
    [1, 1],
  ]);
});

it('three sublattices on the triangular lattice', () => {
  expect(spaceOf({ kind: 'triangular', size: [3, 3] }, { chemicalPotential: 0.02 }).groups.count).toBe(3);
});

it('away from half filling everything couples', () => {
  const { groups, second, loss } = spaceOf({ kind: 'square', size: [6, 6] }, { chemicalPotential: -1 });
  expect([groups.count, second.links, loss.links]).toEqual([1, [[0, 0]], [[0, 0]]]);
});

it.each(systems)('orbitals are orthonormal: %s', (_, parameters) => {
  const { groups, manifold } = nodalSpace(nodalSetup(parameters, 'all'));
  const { siteCount } = parameters.lattice;
  const orbital = (a: number) => groups.orbitals.subarray(a * siteCount, (a + 1) * siteCount);
  expect(groups.orbitals).toHaveLength(manifold.momenta.length * siteCount);
  for (const a of manifold.momenta.keys())
    for (const b of manifold.momenta.keys()) {
      const product = orbital(a).reduce((sum, value, i) => sum + value * orbital(b)[i], 0);
      expect(product).toBeCloseTo(a === b ? 1 : 0, 12);
    }
});
