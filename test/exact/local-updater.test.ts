/** Single-spin changes of log W against differences of fresh log weights, on every kind of boundary. */
import { describe, expect, it } from 'vitest';
import { createModel } from '../../src/exact/create.ts';
import type { ModelParameters } from '../../src/exact/model.ts';
import { createLattice } from '../../src/lattice/create.ts';
import type { LatticeSpec } from '../../src/lattice/lattice.ts';
import { randomDirection } from '../../src/numeric/directions.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { namedConfiguration } from '../../src/spins/named.ts';

const MODELS: [string, LatticeSpec, Partial<ModelParameters>][] = [
  ['square', { kind: 'square', size: [6, 6] }, {}],
  ['square of odd length', { kind: 'square', size: [5, 3] }, {}],
  ['square, open one way', { kind: 'square', size: [6, 4], boundary: ['periodic', 'open'] }, {}],
  [
    'square, open, t′ and μ',
    { kind: 'square', size: [5, 4], boundary: ['open', 'open'] },
    { hopping: [1, 0.4], chemicalPotential: 0.3 },
  ],
  ['square, twisted', { kind: 'square', size: [4, 4], twist: [0.3, 0] }, { chemicalPotential: -1 }],
  ['square, antiperiodic', { kind: 'square', size: [4, 6], twist: [0, 0.5] }, {}],
  ['honeycomb', { kind: 'honeycomb', size: [3, 2] }, {}],
  ['kagome', { kind: 'kagome', size: [2, 3] }, { chemicalPotential: 0.5 }],
  ['cubic', { kind: 'cubic', size: [2, 2, 4] }, {}],
  ['narrow, of prime length', { kind: 'square', size: [1, 7], twist: [0, 0.5] }, {}],
  ['two wide, of prime length, open', { kind: 'square', size: [2, 11], boundary: ['open', 'open'] }, {}],
  ['cubic, of prime length', { kind: 'cubic', size: [1, 1, 5] }, { chemicalPotential: 0.2 }],
  [
    '√10 × √10',
    {
      kind: 'square',
      size: [
        [3, 1],
        [-1, 3],
      ],
    },
    {},
  ],
  [
    'tilted, twisted',
    {
      kind: 'triangular',
      size: [
        [3, 1],
        [-1, 4],
      ],
      twist: [0.1, 0.3],
    },
    { chemicalPotential: 0.4 },
  ],
  ['square, π flux', { kind: 'square', size: [4, 4] }, { flux: 0.5 }],
  // Phases of bonds that join the same pair cancel at some places only.
  ['square, two wide, flux', { kind: 'square', size: [8, 2] }, { flux: 1 / 16 }],
  ['triangular, flux', { kind: 'triangular', size: [4, 3] }, { flux: 1 / 24, chemicalPotential: 0.3 }],
  ['pyrochlore', { kind: 'pyrochlore', size: [2, 1, 1] }, {}],
  ['single site', { kind: 'chain', size: [1] }, {}],
  ['unconnected sublattices', { kind: 'square', size: [4, 4] }, { hopping: [0, 1] }],
  ['one spin alone', { kind: 'chain', size: [3], boundary: ['open'] }, { hopping: [] }],
];

describe.each(MODELS)('%s', (_, spec, changes) => {
  it.each(['wasm', 'typescript'] as const)('%s', (engine) => {
    const common = { coupling: 1.5, chemicalPotential: 0, temperature: 0.05, exchange: [0.1], tolerance: 1e-8 };
    const lattice = createLattice(spec);
    const model = createModel({ lattice, hopping: [1], field: [0.2, 0, -0.1], ...common, ...changes }, { engine });
    const updater = model.localUpdater(namedConfiguration('random', lattice, { seed: 1 }));
    const random = philoxStream(4, 4);
    const spin = new Float64Array(3);
    const order = updater.patches.flatMap((patch) => [...patch]);
    expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: lattice.siteCount }, (_, i) => i));
    for (let move = 0; move < 60; move++) {
      // Sites in patch order first, then anywhere.
      const site = move < 40 ? order[move % order.length] : Math.floor(lattice.siteCount * random.nextUniform());
      randomDirection(random, spin, 0);
      const before = model.logWeight(updater.spins);
      const moved = updater.spins.slice();
      moved.set(spin, 3 * site);
      const change = updater.propose(site, spin[0], spin[1], spin[2]);
      expect(Math.abs(change - (model.logWeight(moved) - before))).toBeLessThan(1e-9);
      if (move % 3 === 0) continue;
      updater.accept();
      expect(updater.spins).toEqual(moved);
    }
    expect(updater.refresh()).toBeLessThan(1e-9);
    expect(Math.abs(updater.logWeight - model.logWeight(updater.spins))).toBeLessThan(1e-9);
    expect(() => updater.accept()).toThrow('without a proposal');
    const elsewhere = namedConfiguration('random', lattice, { seed: 2 });
    updater.moveTo(elsewhere);
    const fresh = model.localUpdater(elsewhere);
    expect([...updater.spins, updater.logWeight]).toEqual([...fresh.spins, fresh.logWeight]);
    expect(updater.propose(order[0], 0, 0, 1)).toBe(fresh.propose(order[0], 0, 0, 1));
  });
});
