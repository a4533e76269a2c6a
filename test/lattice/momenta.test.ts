import { expect, it } from 'vitest';
import { createLattice } from '../../src/lattice/create.ts';
import type { LatticeSpec } from '../../src/lattice/lattice.ts';
import { momenta } from '../../src/lattice/momenta.ts';
import { crystals } from './infinite.ts';

const rows = (spec: LatticeSpec): number[][] => {
  const flat = momenta(createLattice(spec));
  const dimension = spec.size.length;
  return Array.from({ length: flat.length / dimension }, (_, k) => [
    ...flat.subarray(dimension * k, dimension * (k + 1)),
  ]);
};

it('are the multiples of 2π/L on a square lattice, the first direction fastest', () => {
  const k = rows({ kind: 'square', size: [4, 2] });
  const [a, b] = [Math.PI / 2, Math.PI];
  expect(k).toEqual([0, b].flatMap((y) => [0, a, 2 * a, 3 * a].map((x) => [x, y])));
});

it('ignore open directions and twists', () => {
  const spec = { kind: 'square', size: [3, 2], boundary: ['open', 'periodic'], twist: [0, 0.3] } as const;
  expect(rows(spec)).toEqual([
    [0, 0],
    [0, Math.PI],
  ]);
});

it.each([
  { kind: 'chain', size: [5] },
  { kind: 'triangular', size: [3, 4] },
  { kind: 'honeycomb', size: [3, 2] },
  { kind: 'kagome', size: [2, 5] },
  { kind: 'cubic', size: [2, 3, 4] },
] as const)('$kind $size: plane waves close around the torus and are orthogonal', ({ kind, size }) => {
  const k = rows({ kind, size: [...size] });
  const { vectors } = crystals[kind];
  const cells = size.reduce<number[][]>(
    (all, n) => all.flatMap((c) => Array.from({ length: n }, (_, m) => [...c, m])),
    [[]],
  );
  expect(k.length).toBe(cells.length);
  for (const q of k) {
    const phase = (n: readonly number[]) =>
      n.reduce((sum, m, d) => sum + m * vectors[d].reduce((dot, value, c) => dot + value * q[c], 0), 0);
    vectors.forEach((_, d) => {
      expect(Math.cos(phase(vectors.map((__, e) => (d === e ? size[d] : 0))))).toBeCloseTo(1, 12);
    });
    const sum = cells.reduce((total, n) => total + Math.cos(phase(n)), 0);
    expect(sum).toBeCloseTo(q === k[0] ? cells.length : 0, 12);
  }
});
