/** What reports and `check` say about symmetries. */
import { expect, it } from 'vitest';
import { describeSymmetries } from '../../src/exact/symmetry/description.ts';
import { exactSymmetries } from '../../src/exact/symmetry/exact-symmetries.ts';
import { createLattice } from '../../src/lattice/create.ts';
import type { LatticeSpec } from '../../src/lattice/lattice.ts';
import { symmetryWords } from '../../src/report/symmetry-words.ts';

const words = (spec: LatticeSpec, field: readonly [number, number, number] = [0, 0, 0], chemicalPotential = -1) => {
  const model = {
    hopping: [1],
    coupling: 1,
    chemicalPotential,
    temperature: 0.1,
    exchange: [],
    field,
    tolerance: 1e-8,
  };
  return symmetryWords(describeSymmetries(exactSymmetries({ lattice: createLattice(spec), ...model })));
};

it.each([
  [
    { kind: 'triangular', size: [8, 8] },
    'rotations and inversion of all spins, 64 translations, 12 operations of the point group',
  ],
  [
    { kind: 'triangular', size: [4, 4], twist: [0.3, 0] },
    'rotations of all spins, 16 translations, 2 operations of the point group, 2 more together with an inversion of all spins',
  ],
  [
    { kind: 'chain', size: [5], boundary: ['open'] },
    'rotations and inversion of all spins, 2 operations of the point group',
  ],
] as const)('%o', (spec, expected) => expect(words(spec)).toBe(expected));

it('a field leaves what keeps it', () => {
  const square = { kind: 'square', size: [4, 4] };
  expect(words(square, [0, 0, 1])).toMatch(/^rotations and reflections of all spins that keep their energy, 16/);
  expect(words(square, [0.1, 0.2, 0.3])).toMatch(/^reflections of all spins that keep their energy, 16/);
  expect(words({ ...square, twist: [0.3, 0] }, [0.1, 0.2, 0.3])).toMatch(/^16 translations/);
});
