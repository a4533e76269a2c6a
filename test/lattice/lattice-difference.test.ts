/** Lattices are what they are, not what they are called. */
import { describe, expect, it } from 'vitest';
import { createLattice } from '../../src/lattice/create.ts';
import { kinds, LATTICE_KINDS } from '../../src/lattice/kinds/index.ts';
import type { OwnBond, OwnLattice } from '../../src/lattice/lattice.ts';
import { latticeDifference } from '../../src/lattice/lattice-difference.ts';
import { ownLattice } from '../../src/lattice/own/own-lattice.ts';

const written = (kind: keyof typeof kinds): OwnLattice => {
  const { primitiveVectors, basis, scale } = kinds[kind];
  return { primitiveVectors, basis: basis.map((point) => point.map((n) => Number((n / scale).toFixed(10)))) };
};
const bond = (cell: readonly number[], hopping: number): OwnBond => ({ from: 0, to: 0, cell, hopping });

it.each(LATTICE_KINDS.map((kind) => [kind]))(
  '%s differs from all other kinds, and from none of its clusters',
  (kind) => {
    const same = LATTICE_KINDS.filter((other) => !latticeDifference(kinds[kind], kinds[other]));
    expect(same).toEqual([kind]);
    const { dimension } = kinds[kind];
    const size = Array.from({ length: dimension }, (_, d) =>
      Array.from({ length: dimension }, (_, e) => (d === e ? 3 : 1)),
    );
    expect(latticeDifference(kinds[kind], createLattice({ kind, size }).infinite)).toBeUndefined();
  },
);

it('one of your own is a built-in kind where it has its vectors, sites and shells', () => {
  for (const kind of LATTICE_KINDS) {
    const difference = latticeDifference(kinds[kind], ownLattice(written(kind)));
    // Half of the diagonals are no shell of their own where positions alone count.
    if (kind === 'checkerboard')
      expect(difference).toEqual({
        expected: 'shell 2 of 2 displacements a cell',
        found: '4 displacements a cell',
      });
    else if (kind === 'shastry-sutherland')
      expect(difference).toEqual({
        expected: 'shell 2 of 2 displacements a cell',
        found: '8 displacements a cell',
      });
    else expect(difference, kind).toBeUndefined();
  }
});

describe('two lattices of your own', () => {
  const one = {
    primitiveVectors: [
      [1, 0],
      [0, 2],
    ],
    basis: [[0, 0]],
  };
  const differenceTo = (other: OwnLattice) => latticeDifference(ownLattice(one), ownLattice(other));

  it('differ by their vectors, also in number', () => {
    expect(
      differenceTo({
        ...one,
        primitiveVectors: [
          [1, 0],
          [1 / 3, 2],
        ],
      }),
    ).toEqual({
      expected: 'the primitive vectors (1, 0) (0, 2)',
      found: '(1, 0) (0.333333, 2)',
    });
    expect(differenceTo({ primitiveVectors: [[1]], basis: [[0]] })?.found).toBe('(1)');
  });

  it('differ by their basis', () => {
    expect(
      differenceTo({
        ...one,
        basis: [
          [0, 0],
          [0.5, 0.25],
        ],
      }),
    ).toEqual({
      expected: 'the basis (0, 0)',
      found: '(0, 0) (0.5, 0.25)',
    });
  });

  it('differ by shells where bonds leave fewer symmetries, not by strengths and phases', () => {
    const square = {
      primitiveVectors: [
        [1, 0],
        [0, 1],
      ],
      basis: [[0, 0]],
    };
    const along = (x: number, y: number) => ownLattice({ ...square, bonds: [bond([1, 0], x), bond([0, 1], y)] });
    expect(latticeDifference(ownLattice(square), along(1, 2))).toEqual({
      expected: 'shell 1 of 2 displacements a cell',
      found: '1 displacement a cell',
    });
    expect(latticeDifference(along(1, 2), along(3, 1))).toBeUndefined();
    expect(latticeDifference(ownLattice(square), along(2, 2))).toBeUndefined();
    const phased = ownLattice({ ...square, bonds: [{ ...bond([1, 0], 1), phase: 0.2 }, bond([0, 1], 1)] });
    expect(latticeDifference(ownLattice(square), phased)).toBeUndefined();
  });
});
