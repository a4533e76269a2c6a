/** Chiralities by another definition: from the positions of sites and their images alone, on lattices with open sides, unequal sides and several sites per cell. */
import { expect, it } from 'vitest';
import type { Measurement } from '../../src/exact/model.ts';
import { createLattice } from '../../src/lattice/create.ts';
import type { Lattice, LatticeSpec } from '../../src/lattice/lattice.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { chiralities } from '../../src/observables/chirality.ts';
import { chiralitiesByOrientation } from '../../src/observables/chirality-by-orientation.ts';
import { vectorChiralities } from '../../src/observables/vector-chirality.ts';
import { randomSpins } from '../exact/random-systems.ts';
import { translations } from './translations.ts';

type Vector = readonly number[];
const minus = (a: Vector, b: Vector) => a.map((value, c) => value - b[c]);
const plus = (a: Vector, b: Vector) => a.map((value, c) => value + b[c]);
const dot = (a: Vector, b: Vector) => a.reduce((sum, value, c) => sum + value * b[c], 0);
const cross = ([a, b, c]: Vector, [x, y, z]: Vector) => [b * z - c * y, c * x - a * z, a * y - b * x];
const total = (all: readonly Vector[]) => all.reduce(plus);
const meanSquare = (all: readonly Vector[]) => dot(total(all), total(all)) / all.length ** 2;

/** All neighbours j of all sites i with the way from i to j, in both senses. */
function ways(lattice: Lattice, spec: LatticeSpec) {
  const { positions, dimension, siteCount } = lattice;
  const placeOf = (site: number) => [...positions.subarray(dimension * site, dimension * (site + 1))];
  const length = Math.hypot(...lattice.bonds(1)[0].displacement);
  const images = translations(spec);
  const sites = Array.from({ length: siteCount }, (_, site) => site);
  return sites.flatMap((i) =>
    sites.flatMap((j) =>
      images
        .map((image) => minus(plus(placeOf(j), image), placeOf(i)))
        .filter((way) => Math.abs(Math.hypot(...way) - length) < 1e-9)
        .map((way) => ({ i, j, way })),
    ),
  );
}

function systemOf(spec: LatticeSpec) {
  const lattice = createLattice(spec);
  const spins = randomSpins(philoxStream(11, 0), lattice.siteCount);
  const spin = (site: number): Vector => [...spins.subarray(3 * site, 3 * site + 3)];
  const values = [...chiralities(lattice), ...chiralitiesByOrientation(lattice), ...vectorChiralities(lattice)].map(
    ({ name, evaluate }) => [name, evaluate(spins, {} as Measurement)] as const,
  );
  return { spin, all: ways(lattice, spec), values: Object.fromEntries(values) };
}

it.each<[string, LatticeSpec]>([
  ['a strip', { kind: 'square', size: [3, 8] }],
  ['an open strip', { kind: 'square', size: [2, 5], boundary: ['open', 'periodic'] }],
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
  ['a honeycomb ribbon', { kind: 'honeycomb', size: [5, 3], boundary: ['periodic', 'open'] }],
  ['kagome, not equal', { kind: 'kagome', size: [3, 5] }],
  ['Lieb', { kind: 'lieb', size: [3, 4] }],
  ['Shastry–Sutherland', { kind: 'shastry-sutherland', size: [3, 2] }],
  ['checkerboard', { kind: 'checkerboard', size: [3, 5] }],
  ['pyrochlore', { kind: 'pyrochlore', size: [2, 3, 3], boundary: ['open', 'periodic', 'periodic'] }],
  ['bcc', { kind: 'bcc', size: [3, 3, 4] }],
])('vector chirality of the bonds of %s', (_, spec) => {
  const { spin, all, values } = systemOf(spec);
  // Of the two senses of a direction one; the square of the sum is the same in the other.
  const forward = all.filter(({ way }) => (way.find((value) => Math.abs(value) > 1e-9) ?? 0) > 0);
  const directions = Map.groupBy(forward, ({ way }) =>
    way.map((value) => (value + 0).toFixed(6).replace('-0.000000', '0.000000')).join(),
  );
  const squares = [...directions.values()].map((same) => meanSquare(same.map(({ i, j }) => cross(spin(i), spin(j)))));
  expect(values.bondVectorChirality2).toBeCloseTo(squares.reduce((a, b) => a + b) / squares.length, 13);
});

it.each<[string, LatticeSpec]>([
  ['a triangular strip', { kind: 'triangular', size: [3, 7] }],
  ['an open triangular strip', { kind: 'triangular', size: [3, 4], boundary: ['periodic', 'open'] }],
  ['an open triangular patch', { kind: 'triangular', size: [3, 4], boundary: ['open', 'open'] }],
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
  ['kagome, not equal', { kind: 'kagome', size: [3, 4] }],
  ['an open kagome strip', { kind: 'kagome', size: [3, 3], boundary: ['open', 'periodic'] }],
])('chiralities of the triangles of %s', (_, spec) => {
  const { spin, all, values } = systemOf(spec);
  const from = Map.groupBy(all, ({ i }) => i);
  // A third neighbour that is one of both: the way from j to k closes the triangle; every triangle once from each corner, counter-clockwise.
  const triangles = all.flatMap(({ i, j, way: a }) =>
    (from.get(i) ?? []).flatMap(({ j: k, way: b }) => {
      const closes = all.some(
        ({ i: p, j: q, way: c }) => p === j && q === k && Math.hypot(...minus(plus(a, c), b)) < 1e-9,
      );
      if (!closes || a[0] * b[1] - a[1] * b[0] < 0) return [];
      const heights = [0, a[1], b[1]].sort((x, y) => x - y);
      return [{ corners: [i, j, k], isUp: heights[1] - heights[0] < heights[2] - heights[1] }];
    }),
  );
  const [up, down] = [true, false].map((isUp) => triangles.filter((one) => one.isUp === isUp));
  const scalarOf = ({ corners: [i, j, k] }: (typeof triangles)[number]) => dot(spin(i), cross(spin(j), spin(k)));
  const mean = (some: typeof triangles) => some.reduce((sum, one) => sum + scalarOf(one), 0) / some.length;
  const vectorOf = ({ corners: [i, j, k] }: (typeof triangles)[number]) =>
    total([cross(spin(i), spin(j)), cross(spin(j), spin(k)), cross(spin(k), spin(i))]).map(
      (value) => (2 * value) / (3 * Math.sqrt(3)),
    );
  expect(values.scalarChirality).toBeCloseTo(mean(triangles), 13);
  expect(values.scalarChiralityUp).toBeCloseTo(mean(up), 13);
  expect(values.scalarChiralityDown).toBeCloseTo(mean(down), 13);
  expect(values.vectorChirality2).toBeCloseTo(meanSquare(triangles.map(vectorOf)), 13);
  const signed = [...up.map(vectorOf), ...down.map((one) => vectorOf(one).map((value) => -value))];
  expect(values.staggeredVectorChirality2).toBeCloseTo(meanSquare(signed), 13);
});
