import { describe, expect, it } from 'vitest';
import { createLattice } from '../../src/lattice/create.ts';
import type { Lattice, LatticeSpec } from '../../src/lattice/lattice.ts';
import { pointGroup, translations } from '../../src/lattice/symmetry.ts';
import { spinTraces } from './hopping-traces.ts';

function bondMultiset({ bonds }: Lattice, shell: number, image = (site: number) => site): string[] {
  return bonds(shell)
    .map(({ from, to }) => [image(from), image(to)].sort((a, b) => a - b).join(' '))
    .sort();
}

function expectSymmetry(lattice: Lattice, image: Int32Array): void {
  expect(new Set(image).size).toBe(lattice.siteCount);
  for (const shell of [1, 2, 3])
    expect(bondMultiset(lattice, shell, (site) => image[site])).toEqual(bondMultiset(lattice, shell));
}

const open = ['open', 'open'] as const;
const cylinder = ['periodic', 'open'] as const;

/** Orders by hand: of the torus, of the parallelogram, of the cylinder. */
const ORDERS: readonly (LatticeSpec & { readonly order: number })[] = [
  { kind: 'chain', size: [7], order: 2 },
  { kind: 'chain', size: [6], boundary: ['open'], order: 2 },
  { kind: 'square', size: [6, 6], order: 8 },
  { kind: 'square', size: [5, 5], order: 8 },
  { kind: 'square', size: [2, 2], order: 8 },
  { kind: 'square', size: [4, 6], order: 4 },
  { kind: 'square', size: [5, 5], boundary: open, order: 8 },
  { kind: 'square', size: [4, 4], boundary: open, order: 8 },
  { kind: 'square', size: [4, 5], boundary: open, order: 4 },
  { kind: 'square', size: [4, 4], boundary: cylinder, order: 4 },
  { kind: 'triangular', size: [4, 4], order: 12 },
  // Only the half turn: no mirror of the lattice maps 4 a_1 and 6 a_2 to periods …
  { kind: 'triangular', size: [4, 6], order: 2 },
  // … but where one length is twice the other, the mirror lines along and across the shorter period do.
  { kind: 'triangular', size: [3, 6], order: 4 },
  { kind: 'triangular', size: [4, 4], boundary: open, order: 4 },
  { kind: 'triangular', size: [4, 5], boundary: open, order: 2 },
  { kind: 'triangular', size: [4, 5], boundary: cylinder, order: 4 },
  { kind: 'honeycomb', size: [4, 4], order: 12 },
  { kind: 'honeycomb', size: [3, 3], boundary: open, order: 4 },
  { kind: 'honeycomb', size: [3, 2], boundary: cylinder, order: 4 },
  { kind: 'kagome', size: [3, 3], order: 12 },
  // The half turn would need a third site beyond either end.
  { kind: 'kagome', size: [3, 3], boundary: open, order: 2 },
  { kind: 'cubic', size: [3, 3, 3], order: 48 },
  { kind: 'cubic', size: [2, 2, 3], order: 16 },
  { kind: 'cubic', size: [2, 3, 4], order: 8 },
  { kind: 'cubic', size: [3, 3, 3], boundary: ['open', 'periodic', 'open'], order: 16 },
];

describe('point groups', () => {
  it.each(ORDERS)('$kind $size $boundary: $order operations that keep the bonds', ({ order, ...spec }) => {
    const lattice = createLattice(spec);
    const operations = pointGroup(lattice);
    expect(operations.length).toBe(order);
    expect(new Set(operations.map(({ name }) => name)).size).toBe(order);
    expect([...operations[0].image]).toEqual(Array.from({ length: lattice.siteCount }, (_, i) => i));
    for (const { image } of operations) expectSymmetry(lattice, image);
  });

  it('with all translations form a group', () => {
    const lattice = createLattice({ kind: 'kagome', size: [3, 3] });
    const points = pointGroup(lattice);
    const moves = translations(lattice);
    const compose = (a: Int32Array, b: Int32Array) => b.map((site) => a[site]);
    const group = new Set(points.flatMap((p) => moves.map((t) => compose(t.image, p.image).join(' '))));
    expect(group.size).toBe(12 * 9);
    for (const a of points) for (const b of points) expect(group).toContain(compose(a.image, b.image).join(' '));
  });

  it('are named by coordinates', () => {
    const names = (spec: LatticeSpec) => pointGroup(createLattice(spec)).map(({ name }) => name);
    expect(names({ kind: 'chain', size: [3] })).toEqual(['x', '-x']);
    expect(names({ kind: 'square', size: [3, 3] }).sort()).toEqual(
      ['x,y', '-y,x', '-x,-y', 'y,-x', '-x,y', 'x,-y', 'y,x', '-y,-x'].sort(),
    );
    expect(names({ kind: 'triangular', size: [3, 3] })).toContain('-y,x+y');
  });
});

describe('translations', () => {
  it.each([
    { kind: 'honeycomb', size: [3, 4], count: 12 },
    { kind: 'square', size: [4, 3], boundary: cylinder, count: 4 },
    { kind: 'square', size: [4, 3], boundary: open, count: 1 },
    { kind: 'cubic', size: [2, 3, 2], count: 12 },
  ] as const)('$kind $size $boundary: $count', ({ count, ...spec }) => {
    const lattice = createLattice(spec);
    const moves = translations(lattice);
    expect(new Set(moves.map(({ image }) => image.join(' '))).size).toBe(count);
    expect(moves.length).toBe(count);
    expect([...moves[0].image]).toEqual(Array.from({ length: lattice.siteCount }, (_, i) => i));
    for (const { image } of moves) expectSymmetry(lattice, image);
  });

  it('move by whole cells, the first direction fastest', () => {
    const [, x, , y] = translations(createLattice({ kind: 'honeycomb', size: [3, 2] }));
    expect([...x.image]).toEqual([2, 3, 4, 5, 0, 1, 8, 9, 10, 11, 6, 7]);
    expect([...y.image]).toEqual([6, 7, 8, 9, 10, 11, 0, 1, 2, 3, 4, 5]);
  });
});

describe('twisted boundaries', () => {
  it.each([
    { kind: 'chain', size: [4], twist: [0.2], order: 1 },
    // Half a flux quantum is its own reverse.
    { kind: 'chain', size: [4], twist: [0.5], order: 2 },
    { kind: 'square', size: [3, 3], twist: [0.5, 0.5], order: 8 },
    { kind: 'square', size: [3, 3], twist: [0.5, 0], order: 4 },
    { kind: 'square', size: [3, 3], twist: [0.3, 0.3], order: 2 },
    { kind: 'square', size: [3, 3], twist: [0.3, -0.7], order: 2 },
    { kind: 'square', size: [3, 3], twist: [0.3, 0.1], order: 1 },
    { kind: 'square', size: [3, 3], twist: [0.3, 0], order: 2 },
    // The third turns keep this flux; so do mirrors that swap the primitive vectors up to a third turn of −1/3 ≡ 2/3.
    { kind: 'triangular', size: [3, 3], twist: [1 / 3, 2 / 3], order: 6 },
    { kind: 'honeycomb', size: [2, 2], twist: [0.5, 0], order: 4 },
  ] as const)('$kind $size $twist leaves $order operations', ({ order, ...spec }) => {
    const lattice = createLattice(spec);
    expect(pointGroup(lattice).length).toBe(order);
  });

  it.each([
    { kind: 'square', size: [3, 3], twist: [0.3, 0.3] },
    { kind: 'square', size: [4, 3], twist: [0.5, 0.2] },
    { kind: 'triangular', size: [3, 3], twist: [1 / 3, 2 / 3] },
    { kind: 'honeycomb', size: [2, 2], twist: [0.5, 0] },
    { kind: 'kagome', size: [2, 2], twist: [0.3, 0.3] },
  ] as const)('$kind $size $twist: no trace of the Hamiltonian changes', (spec) => {
    const lattice = createLattice(spec);
    const identity = Int32Array.from({ length: lattice.siteCount }, (_, i) => i);
    const expected = spinTraces(lattice, identity);
    for (const { image } of [...pointGroup(lattice), ...translations(lattice)])
      spinTraces(lattice, image).forEach((trace, n) => {
        expect(Math.abs(trace / expected[n] - 1)).toBeLessThan(1e-11);
      });
  });

  it('and these traces do tell a flux from its reverse', () => {
    const spec = { kind: 'square', size: [3, 3] } as const;
    const twisted = createLattice({ ...spec, twist: [0.3, 0.1] });
    const expected = spinTraces(
      twisted,
      Int32Array.from({ length: 9 }, (_, i) => i),
    );
    const changed = pointGroup(createLattice(spec)).filter(({ image }) =>
      spinTraces(twisted, image).some((trace, n) => Math.abs(trace / expected[n] - 1) > 1e-6),
    );
    expect(changed.length).toBe(7);
  });
});
