import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { createLattice } from '../../src/lattice/create.ts';
import { kinds } from '../../src/lattice/kinds/index.ts';
import type { LatticeSpec, OwnLattice } from '../../src/lattice/lattice.ts';
import { ownLattice } from '../../src/lattice/own/own-lattice.ts';
import { spaceGroupOperations } from '../../src/lattice/point-group.ts';
import { pointGroup } from '../../src/lattice/symmetry.ts';
import { namedConfiguration } from '../../src/spins/named.ts';

/** A built-in kind as one would write it in a spec: nothing of its symmetry is told. */
function written(kind: keyof typeof kinds): OwnLattice {
  const { primitiveVectors, basis, scale } = kinds[kind];
  return { primitiveVectors, basis: basis.map((point) => point.map((n) => Number((n / scale).toFixed(10)))) };
}

/** Which diagonals count on the other two is no matter of positions. */
const names = (Object.keys(kinds) as (keyof typeof kinds)[]).filter(
  (kind) => kind !== 'checkerboard' && kind !== 'shastry-sutherland',
);

describe.each(names)('%s, written as one of your own', (kind) => {
  const size = kinds[kind].primitiveVectors.map(() => 3);
  const mine = createLattice({ kind: 'own', size, ...written(kind) });
  const builtIn = createLattice({ kind, size });

  it('has the same sites, shells and bonds', () => {
    expect(mine.positions).toEqual(builtIn.positions);
    for (let shell = 1; shell <= 6; shell++) expect(mine.bonds(shell)).toEqual(builtIn.bonds(shell));
    expect(mine.minimalImageShells).toEqual(builtIn.minimalImageShells);
    expect(namedConfiguration('spiral', mine)).toEqual(namedConfiguration('spiral', builtIn));
  });

  it('has the same point group', () => {
    const matrices = (lattice: typeof mine) =>
      pointGroup(lattice)
        .map(({ name }) => name)
        .sort();
    expect(matrices(mine)).toEqual(matrices(builtIn));
  });
});

const orders = (lattice: OwnLattice) => spaceGroupOperations(ownLattice(lattice)).length;
const origin = (dimension: number) => [Array(dimension).fill(0)];

it('finds the point groups of Bravais lattices, irrational ones too', () => {
  const [a, c] = [1, Math.sqrt(2.3)];
  expect(
    orders({
      primitiveVectors: [
        [1, 0],
        [0, c],
      ],
      basis: origin(2),
    }),
  ).toBe(4);
  expect(
    orders({
      primitiveVectors: [
        [1, 0],
        [0.3, c],
      ],
      basis: origin(2),
    }),
  ).toBe(2);
  // Centred rectangular: the primitive vectors are as long as each other, at no special angle.
  expect(
    orders({
      primitiveVectors: [
        [1, c],
        [1, -c],
      ],
      basis: origin(2),
    }),
  ).toBe(4);
  const tetragonal = [
    [-a / 2, a / 2, c / 2],
    [a / 2, -a / 2, c / 2],
    [a / 2, a / 2, -c / 2],
  ];
  expect(orders({ primitiveVectors: tetragonal, basis: origin(3) })).toBe(16);
  // Skew vectors of the square lattice.
  expect(
    orders({
      primitiveVectors: [
        [1, 0],
        [5, 1],
      ],
      basis: origin(2),
    }),
  ).toBe(8);
});

it('shells of an irrational lattice are those of its lengths', () => {
  const c = Math.sqrt(2.3);
  const { bonds } = createLattice({
    kind: 'own',
    size: [3, 3],
    primitiveVectors: [
      [1, c],
      [1, -c],
    ],
    basis: [[0, 0]],
  });
  const lengths = [1, 2, 3, 4, 5].map((shell) => Math.hypot(...bonds(shell)[0].displacement));
  const expected = [Math.hypot(1, c), 2, 2 * c, Math.hypot(3, c), 2 * Math.hypot(1, c)];
  for (const [k, length] of expected.entries()) expect(lengths[k]).toBeCloseTo(length, 12);
});

it('a cell that is twice the primitive one has the translation between as an operation', () => {
  const doubled = {
    primitiveVectors: [
      [2, 0],
      [0, 1],
    ],
    basis: [
      [0, 0],
      [0.5, 0],
    ],
  };
  const mine = createLattice({ kind: 'own', size: [2, 4], ...doubled });
  // The shells of the square lattice would need its quarter turn, which the cell does not have.
  expect([mine.bonds(1).length, mine.bonds(2).length]).toEqual([16, 16]);
  expect(orders(doubled)).toBe(8);
});

it('bonds of different strength leave fewer operations, hence more shells', () => {
  const square = {
    primitiveVectors: [
      [1, 0],
      [0, 1],
    ],
    basis: [[0, 0]],
  };
  const along = (cell: number[], hopping: number) => ({ from: 0, to: 0, cell, hopping });
  expect(orders({ ...square, bonds: [along([1, 0], 1), along([0, 1], 1)] })).toBe(8);
  const anisotropic = { ...square, bonds: [along([1, 0], 1), along([0, 1], 0.5)] };
  expect(orders(anisotropic)).toBe(4);
  const { bonds } = createLattice({ kind: 'own', size: [3, 3], ...anisotropic });
  expect(bonds(1).map(({ displacement }) => displacement)).toEqual(Array(9).fill([1, 0]));
});

describe('refuses', () => {
  const message = (spec: LatticeSpec): string => {
    try {
      createLattice(spec);
    } catch (error) {
      if (error instanceof InputError) return error.message;
      throw error;
    }
    return 'accepted';
  };
  const own: LatticeSpec = {
    kind: 'own',
    size: [2, 2],
    primitiveVectors: [
      [1, 0],
      [0, 1],
    ],
    basis: [[0, 0]],
  };
  const bond = { from: 0, to: 0, cell: [1, 0], hopping: 1 };

  it.each<[string, Partial<LatticeSpec>, string]>([
    ['no vectors', { primitiveVectors: undefined }, 'primitiveVectors: expected a list of 1, 2 or 3 vectors'],
    [
      'vectors on a line',
      {
        primitiveVectors: [
          [1, 1],
          [2, 2],
        ],
      },
      'primitiveVectors: expected vectors that span',
    ],
    ['no site', { basis: [] }, 'basis: expected a list of sites'],
    ['a site outside of the cell', { basis: [[0, 1.25]] }, 'did you mean 0.25?'],
    [
      'a site twice',
      {
        basis: [
          [0, 0],
          [0, 0],
        ],
      },
      'basis: expected sites at different places',
    ],
    [
      'a site at no fraction',
      { basis: [[0, 0.123456]] },
      'basis: expected a fraction with a denominator of at most 24',
    ],
    ['a bond to no site', { bonds: [{ ...bond, to: 1 }] }, 'bonds: expected a site of the basis, 0, found 1'],
    ['a bond to itself', { bonds: [{ ...bond, cell: [0, 0] }] }, 'bonds: expected a bond from a site to another one'],
    ['a bond in too few directions', { bonds: [{ ...bond, cell: [1] }] }, 'bonds: expected 2 whole numbers'],
    ['a basis of a built-in kind', { kind: 'square' }, 'primitiveVectors: expected none beside a built-in kind'],
    ['a name that nobody knows', { kind: 'squre' }, 'expected one of square, chain'],
  ])('%s', (_, changes, expected) => expect(message({ ...own, ...changes })).toContain(expected));
});
