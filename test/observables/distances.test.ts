/** Correlations against distance by another definition: over pairs of sites and all of their images, shortest ones alone. */
import { expect, it } from 'vitest';
import type { Measurement } from '../../src/exact/model.ts';
import { createLattice } from '../../src/lattice/create.ts';
import type { Lattice, LatticeSpec } from '../../src/lattice/lattice.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { distanceCorrelations } from '../../src/observables/correlation.ts';
import { randomSpins } from '../exact/random-systems.ts';
import { translations } from './translations.ts';

/** Mean of S_i·S_j by distance, in the digits that tell distances apart; a pair counts once for each of its shortest ways. */
function byDistance(
  lattice: Lattice,
  spec: LatticeSpec,
  spins: Float64Array,
): Map<string, { sum: number; count: number }> {
  const { siteCount, positions, dimension } = lattice;
  const images = translations(spec);
  const found = new Map<string, { sum: number; count: number }>();
  for (let i = 0; i < siteCount; i++)
    for (let j = 0; j < i; j++) {
      const lengths = images.map((image) =>
        Math.hypot(...image.map((shift, c) => positions[dimension * i + c] - positions[dimension * j + c] + shift)),
      );
      const least = Math.min(...lengths);
      const ways = lengths.filter((length) => length < least + 1e-9).length;
      const key = least.toFixed(6);
      const product = [0, 1, 2].reduce((sum, c) => sum + spins[3 * i + c] * spins[3 * j + c], 0);
      const known = found.get(key) ?? { sum: 0, count: 0 };
      found.set(key, { sum: known.sum + ways * product, count: known.count + ways });
    }
  return found;
}

it.each<[string, LatticeSpec]>([
  ['a square', { kind: 'square', size: [5, 5] }],
  ['a strip', { kind: 'square', size: [3, 8] }],
  ['a strip of even sides', { kind: 'square', size: [4, 10] }],
  ['an open strip', { kind: 'square', size: [3, 6], boundary: ['open', 'periodic'] }],
  [
    'a tilted cluster',
    {
      kind: 'square',
      size: [
        [3, 1],
        [-1, 3],
      ],
    },
  ],
  ['a triangular strip', { kind: 'triangular', size: [3, 7] }],
  ['a honeycomb ribbon', { kind: 'honeycomb', size: [5, 3], boundary: ['periodic', 'open'] }],
  ['kagome, not equal', { kind: 'kagome', size: [2, 5] }],
  ['Lieb', { kind: 'lieb', size: [3, 2] }],
  ['Shastry–Sutherland', { kind: 'shastry-sutherland', size: [3, 2] }],
  ['checkerboard', { kind: 'checkerboard', size: [2, 5] }],
  ['a cuboid', { kind: 'cubic', size: [2, 3, 5] }],
  ['pyrochlore', { kind: 'pyrochlore', size: [2, 2, 1], boundary: ['periodic', 'periodic', 'open'] }],
  ['bcc', { kind: 'bcc', size: [3, 3, 2] }],
  ['fcc', { kind: 'fcc', size: [2, 3, 3] }],
])('on %s', (_, spec) => {
  const lattice = createLattice(spec);
  const spins = randomSpins(philoxStream(5, 0), lattice.siteCount);
  const expected = byDistance(lattice, spec, spins);
  const sums = new Map<string, { sum: number; count: number }>();
  for (const { name, evaluate } of distanceCorrelations(lattice)) {
    const bonds = lattice.bonds(Number(name.split('_')[1]));
    const key = Math.hypot(...bonds[0].displacement).toFixed(6);
    const known = sums.get(key) ?? { sum: 0, count: 0 };
    const mean = evaluate(spins, {} as Measurement);
    sums.set(key, { sum: known.sum + mean, count: known.count + 1 });
  }
  expect([...sums.keys()].sort()).toEqual([...expected.keys()].sort());
  for (const [key, { sum, count }] of expected) {
    const shells = sums.get(key);
    if (shells?.count === 1) expect(shells.sum, key).toBeCloseTo(sum / count, 12);
  }
});
