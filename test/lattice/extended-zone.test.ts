import { describe, expect, it } from 'vitest';
import { createLattice } from '../../src/lattice/create.ts';
import { extendedZone } from '../../src/lattice/extended-zone.ts';
import type { Lattice } from '../../src/lattice/lattice.ts';

/** A square or cubic lattice with sites at fractions of its cell. */
function own(scale: number, basis: readonly (readonly number[])[], size: readonly number[]): Lattice {
  const dimension = basis[0].length;
  const unit = Array.from({ length: dimension }, (_, i) =>
    Array.from({ length: dimension }, (_, j) => Number(i === j)),
  );
  return createLattice({
    kind: 'own',
    size,
    primitiveVectors: unit,
    basis: basis.map((point) => point.map((n) => n / scale)),
  });
}

const kind = (name: 'honeycomb' | 'kagome' | 'triangular' | 'cubic', ...size: number[]) =>
  createLattice({ kind: name, size });

/** Turns of q·r modulo 1, in units of 1/(scale L), for the site of each basis point in a cell. */
const phases = ({ infinite: { basis, scale }, spec }: Lattice, n: readonly number[]): string =>
  basis
    .map((point) => {
      const turns = point.reduce((sum, p, d) => sum + ((p - basis[0][d]) * n[d]) / (scale * spec.size[d]), 0);
      const fraction = turns - Math.floor(turns);
      return (fraction > 1 - 1e-9 ? 0 : fraction).toFixed(9);
    })
    .concat(n.map((m, d) => String(((m % spec.size[d]) + spec.size[d]) % spec.size[d])))
    .join();

describe.each<[string, Lattice, number]>([
  ['one site per cell', kind('triangular', 3, 2), 1],
  ['one site per cell in three dimensions', kind('cubic', 2, 1, 3), 1],
  ['honeycomb, a basis at thirds', kind('honeycomb', 2, 3), 3],
  ['kagome, a basis at halves', kind('kagome', 3, 2), 4],
  [
    'a basis that is a finer lattice',
    own(
      2,
      [
        [0, 0],
        [1, 1],
      ],
      [2, 2],
    ),
    2,
  ],
  ['a dimer off the origin', own(5, [[1], [3]], [4]), 5],
  [
    'mixed denominators',
    own(
      6,
      [
        [0, 0],
        [3, 0],
        [0, 2],
      ],
      [2, 2],
    ),
    6,
  ],
  [
    'pyrochlore',
    own(
      2,
      [
        [0, 0, 0],
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
      [2, 1, 2],
    ),
    8,
  ],
  [
    'diamond',
    own(
      4,
      [
        [0, 0, 0],
        [1, 1, 1],
      ],
      [2, 2, 1],
    ),
    4,
  ],
])('%s', (_, lattice, expected) => {
  const { waveNumbers, reduced, isWhole } = extendedZone(lattice);
  const cells = lattice.spec.size.reduce((product, length) => product * length, 1);

  it('has as many reciprocal cells as the basis needs', () => {
    expect(isWhole).toBe(true);
    expect(waveNumbers.length).toBe(expected * cells);
  });

  it('tells no two of its wave vectors apart by less than their phases', () => {
    expect(new Set(waveNumbers.map((n) => phases(lattice, n))).size).toBe(waveNumbers.length);
  });

  it('brings every other wave vector back to the one with its phases', () => {
    const known = new Set(waveNumbers.map(String));
    for (const n of waveNumbers)
      for (const shift of [-3, -1, 2]) {
        const moved = n.map((m, d) => m + shift * (d + 1) * lattice.spec.size[d]);
        expect(known).toContain(String(reduced(moved)));
        expect(phases(lattice, reduced(moved))).toBe(phases(lattice, moved));
      }
  });
});

it('is the same along open directions, where order shows too', () => {
  const strip = createLattice({ kind: 'kagome', size: [2, 3], boundary: ['open', 'periodic'] });
  expect(extendedZone(strip)).toMatchObject({
    waveNumbers: extendedZone(createLattice({ kind: 'kagome', size: [2, 3] })).waveNumbers,
  });
});

it('is cut where the basis has no small denominator', () => {
  const { infinite, spec, dimension } = createLattice({ kind: 'square', size: [2, 3] });
  const basis = [
    [0, 0],
    [123, 457],
  ];
  const { waveNumbers, isWhole } = extendedZone({ infinite: { ...infinite, scale: 1000, basis }, spec, dimension });
  expect(isWhole).toBe(false);
  expect(waveNumbers.length).toBeLessThanOrEqual(64 * 6);
  expect(waveNumbers.at(-1)).toEqual([15, 2]);
});
