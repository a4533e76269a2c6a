/** One torus by supercell vectors that nobody would choose: everything physical is the same, whatever they are, for all kinds. */
import { expect, it } from 'vitest';
import { createModel } from '../../src/exact/create.ts';
import { createLattice } from '../../src/lattice/create.ts';
import { determinant, type IntegerVector, multiply } from '../../src/lattice/integer.ts';
import { LATTICE_KINDS } from '../../src/lattice/kinds/index.ts';
import { infiniteLatticeOf } from '../../src/lattice/kinds/infinite-lattice-of.ts';
import type { Lattice, LatticeSpec } from '../../src/lattice/lattice.ts';
import { reciprocalVectors } from '../../src/lattice/reciprocal.ts';
import { smallestMomenta } from '../../src/lattice/smallest-momenta.ts';
import { pointGroup } from '../../src/lattice/symmetry.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { structureFactors, structureFactorWaveNumbers } from '../../src/observables/structure-factor.ts';
import { namedConfiguration } from '../../src/spins/named.ts';

type Rows = readonly IntegerVector[];
type Draw = (least: number, most: number) => number;

const drawFrom = (seed: number): Draw => {
  const random = philoxStream(seed, 0);
  return (least, most) => least + Math.floor(random.nextUniform() * (most - least + 1));
};

/** Supercell vectors of a few cells. */
function supercell(dimension: number, draw: Draw): Rows {
  const rows = Array.from({ length: dimension }, () => Array.from({ length: dimension }, () => draw(-3, 3)));
  const count = Math.abs(determinant(rows));
  return count >= 1 && count <= 8 ? rows : supercell(dimension, draw);
}

/** A matrix of whole numbers with determinant 1 or −1: rows added to each other, exchanged and turned around. */
function unimodular(dimension: number, draw: Draw): number[][] {
  const rows = Array.from({ length: dimension }, (_, d) =>
    Array.from({ length: dimension }, (_, e) => Number(d === e)),
  );
  for (let step = 0; step < 6 && dimension > 1; step++) {
    const [from, by] = [draw(0, dimension - 1), draw(1, dimension - 1)];
    const to = (from + by) % dimension;
    const factor = draw(-2, 2);
    rows[to] = rows[to].map((value, e) => value + factor * rows[from][e]);
  }
  rows.reverse();
  return draw(0, 1) ? rows : rows.map((row, d) => (d === 0 ? row.map((value) => -value) : row));
}

/** Cartesian vectors, and a name of points that are the same modulo their sums. */
function modulo(periods: readonly (readonly number[])[]): (point: ArrayLike<number>) => string {
  const inverse = reciprocalVectors({ primitiveVectors: periods });
  return (point) =>
    inverse
      .map((b) => b.reduce((sum, value, c) => sum + (value * point[c]) / (2 * Math.PI), 0))
      .map((turns) => Math.round(1e6 * (turns - Math.floor(turns + 1e-7))))
      .join();
}

const at = ({ positions, dimension }: Lattice, site: number) =>
  positions.subarray(dimension * site, dimension * (site + 1));

/** S(q) of all wave vectors, by their Cartesian place; orbits are taken apart. */
function factors(lattice: Lattice, spins: Float64Array): Map<string, number> {
  const reciprocal = reciprocalVectors(lattice);
  const waves = structureFactorWaveNumbers(lattice);
  return new Map(
    structureFactors(lattice).flatMap(({ name, evaluate }) => {
      const value = Number(evaluate(spins).toFixed(9)) + 0;
      return waves[name].map((n): [string, number] => {
        const q = reciprocal[0].map((_, c) =>
          n.reduce((sum, m, d) => sum + (m / lattice.spec.size[d]) * reciprocal[d][c], 0),
        );
        return [zone(lattice, q), value];
      });
    }),
  );
}

/** A name of q that is the same for all q at which S(q) is: the phases between sites, not q itself. */
function zone(lattice: Lattice, q: readonly number[]): string {
  const { primitiveVectors, basis, scale } = lattice.infinite.given?.infinite ?? lattice.infinite;
  const steps = [
    ...primitiveVectors,
    ...basis.map((point) =>
      primitiveVectors[0].map((_, c) => point.reduce((sum, n, d) => sum + (n / scale) * primitiveVectors[d][c], 0)),
    ),
  ];
  const phases = steps.map((step) => step.reduce((sum, x, c) => sum + (x * q[c]) / (2 * Math.PI), 0));
  return phases.map((turns) => Math.round(1e6 * (turns - Math.floor(turns + 1e-7)))).join();
}

type Crystal = Omit<LatticeSpec, 'size'>;

/** Four sites on a rectangle that lean over, with bonds of random phases, some of them to cells further off. */
function leaning(draw: Draw): Crystal {
  const basis = [
    [0, 0],
    [0.5, 0],
    [0, 0.25],
    [0.5, 2 / 3],
  ];
  const bonds = Array.from({ length: 7 }, (_, k) => ({
    from: k % 4,
    to: draw(0, 3),
    cell: [draw(-2, 2), draw(1, 2)],
    hopping: draw(1, 3) / 2,
    phase: draw(-4, 4) / 9,
  }));
  return {
    kind: 'own',
    primitiveVectors: [
      [1, 0],
      [0.25, 1.5],
    ],
    basis,
    bonds,
  };
}

/** Four choices a kind, each with a random twist, and ten lattices of our own. */
const CHOICES = [
  ...LATTICE_KINDS.flatMap((kind, k) => [0, 1, 2, 3].map((n): [string, number] => [kind, 4 * k + n])),
  ...Array.from({ length: 10 }, (_, k): [string, number] => ['own', 100 + k]),
];

it.each(CHOICES)('%s, choice %d', (kind, seed) => {
  const draw = drawFrom(seed);
  const crystal: Crystal = kind === 'own' ? leaning(draw) : { kind };
  const { dimension, primitiveVectors } = infiniteLatticeOf({ ...crystal, size: [] });
  const size = supercell(dimension, draw);
  const change = unimodular(dimension, draw);
  const twist = size.map(() => draw(-5, 5) / 11);
  const other = {
    size: multiply(change, size),
    twist: change.map((row) => row.reduce((sum, n, d) => sum + n * twist[d], 0)),
  };
  const [a, b] = [createLattice({ ...crystal, size, twist }), createLattice({ ...crystal, ...other })];

  const nameOf = modulo(multiply(size, primitiveVectors));
  const places = new Map(Array.from({ length: b.siteCount }, (_, site) => [nameOf(at(b, site)), site]));
  const image = Array.from({ length: a.siteCount }, (_, site) => places.get(nameOf(at(a, site))) ?? -1);
  expect([a.siteCount, new Set(image).size, image.includes(-1)]).toEqual([b.siteCount, a.siteCount, false]);

  const spins = namedConfiguration('random', a, { seed });
  const moved = new Float64Array(spins.length);
  for (const [site, to] of image.entries()) moved.set(spins.subarray(3 * site, 3 * site + 3), 3 * to);
  const weightOf = (lattice: Lattice, configuration: Float64Array) =>
    createModel({
      lattice,
      hopping: [1, 0.4, -0.3],
      chemicalPotential: -0.5,
      temperature: 0.3,
      exchange: [0.2, 0.1],
    }).logWeight(configuration);
  expect(weightOf(b, moved)).toBeCloseTo(weightOf(a, spins), 6);

  expect(b.minimalImageShells).toEqual(a.minimalImageShells);
  expect(smallestMomenta(b)?.squaredLength ?? 0).toBeCloseTo(smallestMomenta(a)?.squaredLength ?? 0, 9);
  // A twist changes which wave vectors share a name; without one the operations are the same.
  const [c, d] = [createLattice({ ...crystal, size }), createLattice({ ...crystal, size: other.size })];
  expect(pointGroup(d).length).toBe(pointGroup(c).length);
  expect(factors(d, moved)).toEqual(factors(c, spins));
  expect(factors(b, moved)).toEqual(factors(a, spins));
});
