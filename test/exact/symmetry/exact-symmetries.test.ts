/** The symmetries that are claimed leave the weight as it is, and those that are not claimed do not. */
import { describe, expect, it } from 'vitest';
import { createModel } from '../../../src/exact/create.ts';
import type { ModelParameters } from '../../../src/exact/model.ts';
import { exactSymmetries } from '../../../src/exact/symmetry/exact-symmetries.ts';
import { createLattice } from '../../../src/lattice/create.ts';
import type { LatticeSpec } from '../../../src/lattice/lattice.ts';
import { pointGroupOfTorus, translation } from '../../../src/lattice/symmetry.ts';
import { philoxStream } from '../../../src/numeric/philox.ts';
import { symmetryMoves } from '../../../src/sampling/moves/symmetry-moves.ts';
import { namedConfiguration } from '../../../src/spins/named.ts';
import { permuteConfiguration, rotateConfiguration } from '../../../src/spins/transform.ts';

const COMMON = {
  hopping: [1],
  coupling: -3,
  chemicalPotential: 0,
  temperature: 0.2,
  exchange: [0.3],
  tolerance: 1e-9,
  field: [0, 0, 0],
} as const;

const doped = { chemicalPotential: -0.7 };
const CASES: readonly (readonly [string, LatticeSpec, Partial<ModelParameters>])[] = [
  ['triangular', { kind: 'triangular', size: [4, 4] }, doped],
  ['triangular, twisted by a quarter', { kind: 'triangular', size: [4, 4], twist: [0.25, 0] }, doped],
  ['triangular, antiperiodic', { kind: 'triangular', size: [4, 4], twist: [0.5, 0.5] }, doped],
  ['triangular, in a field', { kind: 'triangular', size: [3, 3] }, { ...doped, field: [0, 0, 0.4] }],
  ['triangular, in any field', { kind: 'triangular', size: [3, 3] }, { ...doped, field: [0.1, 0.2, 0.3] }],
  ['triangular, in a diagonal field', { kind: 'triangular', size: [3, 3] }, { ...doped, field: [0.2, -0.2, 0.2] }],
  ['triangular, open', { kind: 'triangular', size: [4, 3], boundary: ['open', 'open'] }, doped],
  [
    'triangular, cylinder, twisted',
    { kind: 'triangular', size: [3, 4], boundary: ['periodic', 'open'], twist: [0.1, 0] },
    doped,
  ],
  ['square, twisted, half filled', { kind: 'square', size: [4, 4], twist: [0.3, 0.1] }, {}],
  ['square, twisted, doped', { kind: 'square', size: [4, 4], twist: [0.3, 0.1] }, doped],
  ['square, odd, half filled', { kind: 'square', size: [3, 3] }, {}],
  ['square, t′', { kind: 'square', size: [4, 4] }, { hopping: [1, 0.4] }],
  ['square, 2 × 2', { kind: 'square', size: [2, 2] }, doped],
  ['rectangle', { kind: 'square', size: [4, 2], twist: [0, 0.2] }, doped],
  ['kagome', { kind: 'kagome', size: [2, 2] }, doped],
  ['kagome, open', { kind: 'kagome', size: [3, 2], boundary: ['open', 'open'] }, doped],
  ['kagome, twisted, no coupling', { kind: 'kagome', size: [2, 2], twist: [0.2, 0] }, { ...doped, coupling: 0 }],
  ['honeycomb, twisted', { kind: 'honeycomb', size: [3, 3], twist: [0.2, 0.4] }, {}],
  ['cubic, twisted', { kind: 'cubic', size: [2, 2, 3], twist: [0, 0, 0.2] }, doped],
  ['chain', { kind: 'chain', size: [6], twist: [0.2] }, doped],
  [
    '√10 × √10, twisted',
    {
      kind: 'square',
      size: [
        [3, 1],
        [-1, 3],
      ],
      twist: [0.3, 0],
    },
    doped,
  ],
  [
    'tilted triangular',
    {
      kind: 'triangular',
      size: [
        [2, 1],
        [-1, 3],
      ],
    },
    doped,
  ],
  ['square, flux', { kind: 'square', size: [4, 4] }, { ...doped, flux: 0.25 }],
  ['honeycomb, flux', { kind: 'honeycomb', size: [3, 3] }, { ...doped, flux: 1 / 3 }],
  // Further hopping, whose phases cancel at some places.
  ['square, a quantum of flux', { kind: 'square', size: [4, 4] }, { ...doped, hopping: [1, 0.3, 0.2], flux: 1 / 16 }],
  ['triangular, flux', { kind: 'triangular', size: [3, 3] }, { ...doped, flux: 1 / 18 }],
  ['Shastry–Sutherland', { kind: 'shastry-sutherland', size: [2, 2] }, { ...doped, hopping: [1, 0.7] }],
  ['pyrochlore', { kind: 'pyrochlore', size: [2, 1, 1] }, doped],
  ['one site', { kind: 'chain', size: [1], twist: [0.2] }, doped],
];

describe.each(CASES)('%s', (_, spec, changes) => {
  const parameters = { lattice: createLattice(spec), ...COMMON, ...changes };
  const model = createModel(parameters);
  const { lattice } = parameters;
  const spins = namedConfiguration('random', lattice, { seed: 4 });
  const symmetries = exactSymmetries(parameters);
  const change = (moved: Float64Array) => Math.abs(model.logWeight(moved) - model.logWeight(spins));
  const turned = (improper: boolean) => {
    const turn = symmetries.spins.find((one) => one.improper === improper);
    const rows = [0, 1, 2].map((row) => turn?.matrix.slice(3 * row, 3 * row + 3) ?? []);
    return rotateConfiguration(spins, rows);
  };

  it('keeps the weight, and knows the averages over the electrons', () => {
    const moves = symmetryMoves(lattice, symmetries);
    const random = philoxStream(1, 1);
    const copy = spins.slice();
    const here = model.measure(spins);
    for (let k = 0; k < 300; k++) {
      const there = moves.draw(spins, random, copy)(here);
      expect(change(copy)).toBeLessThan(1e-8);
      const measured = model.measure(copy);
      for (const key of ['energy', 'density', 'crossFluctuation', 'numberFluctuation'] as const)
        expect(Math.abs(there[key] - measured[key])).toBeLessThan(1e-8);
    }
  });

  it('misses none of the lattice', () => {
    for (const { name, image } of pointGroupOfTorus(lattice)) {
      for (const improper of [false, true]) {
        const claimed = symmetries.sites.some((one) => one.name === name && one.improper === improper);
        const moved = permuteConfiguration(turned(improper), image);
        if (claimed) expect(change(moved)).toBeLessThan(1e-8);
        else expect(change(moved), `${name} ${improper}`).toBeGreaterThan(1e-7);
      }
    }
    symmetries.translations.forEach((count, d) => {
      const periodic = lattice.spec.boundary[d] === 'periodic';
      const step = lattice.spec.size.map((_, e) => Number(e === d));
      const moved = periodic ? change(permuteConfiguration(spins, translation(lattice, step))) : 0;
      // A flux alone takes translations away.
      if (parameters.flux && count === 1) expect(moved).toBeGreaterThan(1e-7);
      else expect([count, moved < 1e-8]).toEqual([periodic ? lattice.spec.size[d] : 1, true]);
    });
  });

  it('keeps the field', () => {
    for (const { matrix } of symmetries.spins) {
      const field = [0, 1, 2].map((row) =>
        [0, 1, 2].reduce((sum, c) => sum + matrix[3 * row + c] * parameters.field[c], 0),
      );
      for (const [c, value] of field.entries()) expect(Math.abs(value - parameters.field[c])).toBeLessThan(1e-15);
    }
  });
});
