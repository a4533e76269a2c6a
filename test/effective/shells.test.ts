import { describe, expect, it } from 'vitest';
import { chosenShells, neighbourRows, windowRows } from '../../src/effective/shells.ts';
import { InputError } from '../../src/errors.ts';
import { createLattice } from '../../src/lattice/create.ts';

const sixBySix = createLattice({ kind: 'square', size: [6, 6] });
const openChain = createLattice({ kind: 'chain', size: [5], boundary: ['open'] });

const rowOf = ({ start, entry }: ReturnType<typeof neighbourRows>, row: number) => [
  ...entry.subarray(start[row], start[row + 1]),
];

describe('chosenShells', () => {
  it('counts, lists, or takes every minimal-image shell', () => {
    expect(chosenShells(sixBySix, 3)).toEqual([1, 2, 3]);
    expect(chosenShells(sixBySix, [2, 5])).toEqual([2, 5]);
    expect(chosenShells(sixBySix, 'all')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 11]);
  });

  it.each([0, 1.5, -1, Number.NaN, [], [2, 1], [1, 1], [0, 1]])('refuses %j', (choice) => {
    expect(() => chosenShells(sixBySix, choice)).toThrow(InputError);
    expect(() => chosenShells(sixBySix, choice)).toThrow(/shells: expected .*, found .*\n {2}did you mean/);
  });

  it('names shells without bonds', () => {
    expect(() => chosenShells(openChain, 7)).toThrow('no bond of shell 5, 6, 7 on the 5 chain lattice');
  });
});

describe('neighbourRows', () => {
  it('lists i + δ for every δ of either sign', () => {
    const rows = neighbourRows(openChain, [1, 3]);
    expect(Array.from({ length: 10 }, (_, row) => rowOf(rows, row))).toEqual([
      [1],
      [3],
      [0, 2],
      [4],
      [1, 3],
      [],
      [2, 4],
      [0],
      [3],
      [1],
    ]);
  });

  it('keeps repeated sites and the site itself on small tori', () => {
    const ladder = createLattice({ kind: 'square', size: [2, 1] });
    const rows = neighbourRows(ladder, [1]);
    expect(rowOf(rows, 0).sort()).toEqual([0, 0, 1, 1]);
    expect(rowOf(rows, 1).sort()).toEqual([0, 0, 1, 1]);
  });
});

it('windowRows lists the site and its neighbours once, ascending', () => {
  expect(rowOf(windowRows(openChain, 2), 1)).toEqual([0, 1, 2, 3]);
  expect(rowOf(windowRows(createLattice({ kind: 'chain', size: [3] }), 4), 0)).toEqual([0, 1, 2]);
});
