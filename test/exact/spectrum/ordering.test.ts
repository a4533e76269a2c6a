/** The order of the sites: a permutation, and a narrow band. */
import { describe, expect, it } from 'vitest';
import { bandwidth, narrowOrdering } from '../../../src/exact/spectrum/ordering.ts';
import { philoxStream } from '../../../src/numeric/philox.ts';
import { latticeSystem, torus } from '../dense/lattice-systems.ts';
import { randomHopping } from '../random-systems.ts';

describe('narrowOrdering', () => {
  it.each([1, 2, 9, 40])('places every site once, also where nothing connects them, N = %i', (siteCount) => {
    const hopping = randomHopping(philoxStream(siteCount, 0), { siteCount, density: 1 / siteCount, classC: false });
    expect([...narrowOrdering(hopping)].sort((a, b) => a - b)).toEqual(Array.from({ length: siteCount }, (_, i) => i));
  });

  it.each([6, 8, 12])('gives 2L on a torus and L with open boundaries, L = %i', (length) => {
    const open = latticeSystem({ kind: 'square', size: [length, length], boundary: ['open', 'open'] });
    expect(bandwidth(torus(length).hopping, narrowOrdering(torus(length).hopping))).toBeLessThanOrEqual(2 * length);
    expect(bandwidth(open.hopping, narrowOrdering(open.hopping))).toBe(length);
  });

  it('gives 2 on a ring and 1 on an open chain', () => {
    const ring = latticeSystem({ kind: 'chain', size: [31] }).hopping;
    const chain = latticeSystem({ kind: 'chain', size: [31], boundary: ['open'] }).hopping;
    expect(bandwidth(ring, narrowOrdering(ring))).toBe(2);
    expect(bandwidth(chain, narrowOrdering(chain))).toBe(1);
  });
});
