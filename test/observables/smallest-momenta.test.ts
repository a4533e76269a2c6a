/** The momenta of the second-moment correlation length by another definition: waves that fit a lattice of any shape, and the planes that they see. */
import { expect, it } from 'vitest';
import { createLattice } from '../../src/lattice/create.ts';
import type { LatticeSpec } from '../../src/lattice/lattice.ts';
import { reciprocalVectors } from '../../src/lattice/reciprocal.ts';
import { smallestMomenta } from '../../src/lattice/smallest-momenta.ts';
import { leadingWaveObservables } from '../../src/observables/leading-wave.ts';
import { structureFactors } from '../../src/observables/structure-factor.ts';

type Vector = readonly number[];
const dot = (a: Vector, b: Vector) => a.reduce((sum, value, c) => sum + value * b[c], 0);
const sumOf = (counts: Vector, vectors: readonly Vector[]) =>
  vectors[0].map((_, c) => counts.reduce((sum, n, d) => sum + n * vectors[d][c], 0));
const isWhole = (value: number) => Math.abs(value - Math.round(value)) < 1e-9;
const box = (dimension: number, reach: number): number[][] =>
  Array.from({ length: (2 * reach + 1) ** dimension }, (_, index) =>
    Array.from({ length: dimension }, (__, d) => (Math.floor(index / (2 * reach + 1) ** d) % (2 * reach + 1)) - reach),
  );

it.each<[string, LatticeSpec]>([
  ['a triangular strip', { kind: 'triangular', size: [3, 7] }],
  ['kagome, not equal', { kind: 'kagome', size: [4, 6] }],
  ['honeycomb, not equal', { kind: 'honeycomb', size: [3, 5] }],
  ['Lieb', { kind: 'lieb', size: [3, 4] }],
  ['a cuboid', { kind: 'cubic', size: [2, 3, 5] }],
  ['bcc', { kind: 'bcc', size: [3, 3, 4] }],
  ['fcc', { kind: 'fcc', size: [3, 3, 3] }],
  [
    'a tilted square cluster',
    {
      kind: 'square',
      size: [
        [3, 1],
        [-1, 3],
      ],
    },
  ],
  [
    'a tilted triangular cluster',
    {
      kind: 'triangular',
      size: [
        [3, 1],
        [-1, 4],
      ],
    },
  ],
  [
    'a skew cluster',
    {
      kind: 'square',
      size: [
        [4, 1],
        [0, 5],
      ],
    },
  ],
  [
    'an oblique lattice of its own',
    {
      kind: 'own',
      size: [4, 3],
      primitiveVectors: [
        [1, 0],
        [0.3, 1.4],
      ],
      basis: [
        [0, 0],
        [0.5, 0.25],
      ],
    },
  ],
])('on %s', (_, spec) => {
  const lattice = createLattice(spec);
  const { primitiveVectors, dimension } = lattice;
  // Waves whose phase is whole along all periods, which those of the grid are, and not along all primitive vectors.
  const reciprocal = reciprocalVectors(lattice);
  const turnsOf = (q: Vector, vector: Vector) => dot(q, vector) / (2 * Math.PI);
  const units = reciprocal.map((vector, d) => vector.map((value) => value / lattice.spec.size[d]));
  const waves = box(dimension, 12).map((counts) => sumOf(counts, units));
  const others = waves.filter((q) => !primitiveVectors.every((vector) => isWhole(turnsOf(q, vector))));
  const least = Math.min(...others.map((q) => Math.sqrt(dot(q, q))));
  const shortest = others.filter((q) => Math.sqrt(dot(q, q)) < least * (1 + 1e-9));
  const found = smallestMomenta(lattice);
  expect(found?.waveNumbers.length).toBe(shortest.length);
  const [q] = shortest;
  const heights = box(dimension, 8).map((counts) => Math.abs(dot(q, sumOf(counts, primitiveVectors))) / least);
  const distance = Math.min(...heights.filter((height) => height > 1e-9));
  const hat = (2 / distance) * Math.sin((least * distance) / 2);
  expect(found?.squaredLength).toBeCloseTo(hat * hat, 12);
});

it('planes that are correlated geometrically have ξ = √ρ/(1 − ρ), on lattices with unequal sides too', () => {
  // S(q) = (1 − ρ²)/(1 − 2ρ cos q + ρ²) along the long side of an infinite strip; here all wave numbers are those of 10 planes.
  const rho = 0.7;
  const strip = createLattice({ kind: 'square', size: [4, 10] });
  const [length] = leadingWaveObservables({ lattice: strip }, 'structureFactor_0_0');
  const factorAt = (name: string) => {
    const q = (2 * Math.PI * Number(name.split('_')[2])) / 10;
    return (1 - rho * rho) / (1 - 2 * rho * Math.cos(q) + rho * rho);
  };
  expect(length.inputs.every((name) => name.split('_')[1] === '0')).toBe(true);
  expect(length.evaluate(length.inputs.map(factorAt))).toBeCloseTo(Math.sqrt(rho) / (1 - rho), 12);
  expect(structureFactors(strip).map(({ name }) => name)).toEqual(expect.arrayContaining([...length.inputs]));
});
