import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { createLattice } from '../../src/lattice/create.ts';
import { kinds } from '../../src/lattice/kinds/index.ts';
import type { InfiniteLattice } from '../../src/lattice/kinds/infinite-lattice.ts';
import { pointGroup } from '../../src/lattice/symmetry.ts';
import { namedConfiguration } from '../../src/spins/named.ts';

const own = (changes: Partial<InfiniteLattice> = {}) =>
  createLattice({ kind: 'mine', size: [3, 4] }, { ...kinds.honeycomb, ...changes });

it('a copy of a built-in kind gives the same lattice', () => {
  const [mine, builtIn] = [own(), createLattice({ kind: 'honeycomb', size: [3, 4] })];
  expect(mine.spec).toEqual({ ...builtIn.spec, kind: 'mine' });
  expect(mine.positions).toEqual(builtIn.positions);
  for (const shell of [1, 2, 3]) expect(mine.bonds(shell)).toEqual(builtIn.bonds(shell));
  expect(pointGroup(mine)).toEqual(pointGroup(builtIn));
  expect(namedConfiguration('spiral', mine)).toEqual(namedConfiguration('spiral', builtIn));
});

describe('refuses', () => {
  const message = (make: () => unknown): string => {
    try {
      make();
    } catch (error) {
      if (error instanceof InputError) return error.message;
      throw error;
    }
    return 'accepted';
  };

  it.each<[string, Partial<InfiniteLattice>, string]>([
    [
      'a Gram matrix of other angles',
      {
        gram: [
          [2, 0],
          [0, 2],
        ],
      },
      'gram: expected the dot products',
    ],
    [
      'a turn that changes lengths',
      {
        generators: [
          [
            [0, -1],
            [1, 0],
          ],
        ],
      },
      'generators: expected matrices that keep lengths',
    ],
    [
      'a centre that moves sites off the lattice',
      { centre: [0, 0] },
      'generators: expected matrices that take sites to sites',
    ],
    [
      'a site outside of the cell',
      {
        basis: [
          [0, 0],
          [3, 1],
        ],
      },
      'basis: expected different points',
    ],
    [
      'a site given twice',
      {
        basis: [
          [0, 0],
          [0, 0],
        ],
      },
      'basis: expected different points',
    ],
    [
      'points between the points',
      {
        basis: [
          [0, 0],
          [1.5, 1],
        ],
      },
      'basis: expected different points',
    ],
    ['a scale that is none', { scale: 0 }, 'scale: expected a whole number'],
    ['too few dimensions', { dimension: 1 }, 'primitiveVectors: expected 1 of 1 numbers'],
  ])('%s', (_, changes, expected) => expect(message(() => own(changes))).toContain(`your own lattice, ${expected}`));

  it('the name of a built-in kind', () =>
    expect(message(() => createLattice({ kind: 'square', size: [2, 2] }, kinds.honeycomb))).toContain(
      'did you mean "my square"',
    ));

  it('a name that nobody knows', () =>
    expect(message(() => createLattice({ kind: 'squre', size: [2, 2] }))).toContain('expected one of square, chain'));
});
