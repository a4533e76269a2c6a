/** Root-free QL against matrices with known eigenvalues. */
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/errors.ts';
import { tridiagonalLevels } from '../../../src/exact/spectrum/tridiagonal.ts';
import { createLattice, createModel, namedConfiguration } from '../../../src/index.ts';
import { difference, sorted } from '../dense/lattice-systems.ts';

function levels(diagonal: readonly number[], subdiagonal: readonly number[]): Float64Array {
  const values = Float64Array.from(diagonal);
  tridiagonalLevels(values, Float64Array.from([...subdiagonal.map((e) => e * e), 0]));
  return values;
}

describe('tridiagonalLevels', () => {
  it.each([1, 2, 3, 50])('of the open chain of %i: 2 cos(kπ/(n + 1))', (n) => {
    const expected = Array.from({ length: n }, (_, k) => 2 * Math.cos(((k + 1) * Math.PI) / (n + 1)));
    expect(difference(levels(new Array(n).fill(0), new Array(n - 1).fill(1)), sorted(expected))).toBeLessThan(
      1e-14 * 4,
    );
  });

  it('of the Clement matrix: −n, −n + 2, …, n', () => {
    const n = 40;
    const subdiagonal = Array.from({ length: n }, (_, k) => Math.sqrt((k + 1) * (n - k)));
    const expected = Array.from({ length: n + 1 }, (_, k) => 2 * k - n);
    expect(difference(levels(new Array(n + 1).fill(0), subdiagonal), expected)).toBeLessThan(1e-14 * 2 * n);
  });

  it('of blocks that do not couple', () => {
    expect(levels([3, 1, 1, -2], [0, 2, 0])).toEqual(Float64Array.of(-2, -1, 3, 3));
    expect(levels([5, 0, -1], [0, 0])).toEqual(Float64Array.of(-1, 0, 5));
    expect(levels([0, 0], [0])).toEqual(Float64Array.of(0, 0));
  });

  it('of pairs that differ by less than the rounding error (Wilkinson, W21+)', () => {
    const values = levels(
      Array.from({ length: 21 }, (_, k) => Math.abs(k - 10)),
      new Array(20).fill(1),
    );
    // J. Wilkinson, The Algebraic Eigenvalue Problem, p. 309.
    expect(values[20]).toBeCloseTo(10.746194182903393, 13);
    expect(values[19]).toBeCloseTo(10.746194182903322, 13);
    expect(values[0]).toBeCloseTo(-1.125441522119985, 13);
  });

  it('of degenerate pairs above the largest element, between which rounding is all that is left', () => {
    // Two levels of a triangular 4 × 4 lattice are J/2 exactly, whatever the spins; these seeds once went on forever.
    const lattice = createLattice({ kind: 'triangular', size: [4, 4] });
    for (const [coupling, seed] of [
      [4, 157],
      [6, 472],
      [6, 783],
    ]) {
      const spins = namedConfiguration('random', lattice, { seed });
      const levelsBy = (route: 'complex' | 'dense') => createModel({ lattice, coupling }, { route }).spectrum(spins);
      expect(difference(levelsBy('complex'), levelsBy('dense'))).toBeLessThan(1e-13);
    }
  });

  it('rejects what is not finite', () => {
    expect(() => levels([1, Number.NaN, 2], [1, 1])).toThrow(InputError);
    expect(() => levels([1, Number.NaN, 2], [1, 1])).toThrow('not finite');
    expect(() => levels([1, 0, 2], [1, Number.POSITIVE_INFINITY])).toThrow('not finite');
  });
});
