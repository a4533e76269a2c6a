/** Observables of the spins alone: exact values on configurations with a name, sum rules, symmetries. */
import { describe, expect, it } from 'vitest';
import type { Measurement } from '../../src/exact/model.ts';
import { createLattice } from '../../src/lattice/create.ts';
import { extendedZone } from '../../src/lattice/extended-zone.ts';
import type { LatticeSpec } from '../../src/lattice/lattice.ts';
import { reciprocalVectors } from '../../src/lattice/reciprocal.ts';
import { pointGroup, translations } from '../../src/lattice/symmetry.ts';
import { observablesFor } from '../../src/observables/observables-for.ts';
import { structureFactorWaveNumbers } from '../../src/observables/structure-factor.ts';
import { namedConfiguration } from '../../src/spins/named.ts';
import { permuteConfiguration, rotateConfiguration } from '../../src/spins/transform.ts';

/** The measurement of no electrons at all: observables of the spins do not look at it. */
const nothing: Measurement = {
  logWeight: 0,
  freeEnergy: 0,
  energy: 0,
  classicalEnergy: 0,
  density: 0,
  energyFluctuation: 0,
  numberFluctuation: 0,
  crossFluctuation: 0,
};

function valuesOn(spec: LatticeSpec, spins: Float64Array): Record<string, number> {
  const common = { hopping: [1], coupling: 1, chemicalPotential: 0, temperature: 0.1, exchange: [], tolerance: 1e-8 };
  const { primary } = observablesFor({ lattice: createLattice(spec), field: [0, 0, 0], ...common });
  return Object.fromEntries(primary.map(({ name, evaluate }) => [name, evaluate(spins, nothing)]));
}

const named = (
  spec: LatticeSpec,
  ...rest: [name: 'neel' | 'ferromagnet'] | [name: 'random' | 'spiral', options: object]
) => namedConfiguration(rest[0], createLattice(spec), rest[1]);

const square: LatticeSpec = { kind: 'square', size: [6, 4] };

describe('a square lattice', () => {
  it('has everything that reports promise', () => {
    const promised =
      'energyPerSite density absMagnetization magnetization2 absStaggeredMagnetization staggeredMagnetization2 structureFactorPiPi nearestNeighbourCorrelation';
    const names = Object.keys(valuesOn(square, named(square, 'neel')));
    expect(names).toEqual(expect.arrayContaining(promised.split(' ')));
    expect(new Set(names).size).toBe(names.length);
  });

  it('orders fully in the Néel state', () => {
    expect(valuesOn(square, named(square, 'neel'))).toMatchObject({
      absMagnetization: 0,
      magnetization2: 0,
      magnetization4: 0,
      nearestNeighbourCorrelation: -1,
      absStaggeredMagnetization: 1,
      staggeredMagnetization2: 1,
      staggeredMagnetization4: 1,
      structureFactorPiPi: 24,
      structureFactor_3_2: 24,
      structureFactor_0_0: 0,
      scalarChirality: 0,
    });
  });

  it('orders fully in the ferromagnet', () => {
    expect(valuesOn(square, named(square, 'ferromagnet'))).toMatchObject({
      absMagnetization: 1,
      magnetization2: 1,
      magnetization4: 1,
      nearestNeighbourCorrelation: 1,
      absStaggeredMagnetization: 0,
      staggeredMagnetization2: 0,
      structureFactorPiPi: 0,
      structureFactor_0_0: 24,
    });
  });

  it('peaks where a coplanar spiral turns: half at q, half at −q, nothing where reflections take these', () => {
    const spiral = valuesOn(square, named(square, 'spiral', { waveVector: [1 / 6, 1 / 4] }));
    for (const [name, value] of Object.entries(spiral))
      if (/^structureFactor_/.test(name)) expect(value).toBeCloseTo(name === 'structureFactor_1_1' ? 6 : 0, 12);
    expect(spiral.nearestNeighbourCorrelation).toBeCloseTo(0.25, 12);
  });

  it('gives S(0) = N m² and S(π, π) = N m_s² on any spins', () => {
    const values = valuesOn(square, named(square, 'random', { seed: 4 }));
    expect(values.structureFactor_0_0).toBeCloseTo(24 * values.magnetization2, 12);
    expect(values.structureFactorPiPi).toBeCloseTo(24 * values.staggeredMagnetization2, 12);
    expect(values.structureFactorPiPi).toBe(values.structureFactor_3_2);
    expect(values.staggeredMagnetization4).toBeCloseTo(values.absStaggeredMagnetization ** 4, 14);
  });
});

it('leaves out what a lattice does not have', () => {
  const odd: LatticeSpec = { kind: 'square', size: [5, 4] };
  expect(Object.keys(valuesOn(odd, named(odd, 'ferromagnet'))).join()).not.toMatch(/stagger|PiPi/i);
  const open: LatticeSpec = { kind: 'square', size: [4, 4], boundary: ['open', 'periodic'] };
  const names = Object.keys(valuesOn(open, named(open, 'ferromagnet')));
  expect(names).toContain('absStaggeredMagnetization');
  expect(names).not.toContain('structureFactorPiPi');
  const site: LatticeSpec = { kind: 'chain', size: [1], boundary: ['open'] };
  expect(Object.keys(valuesOn(site, named(site, 'ferromagnet'))).join()).not.toMatch(/nearest|chirality/i);
});

describe.each<LatticeSpec>([
  { kind: 'square', size: [4, 6] },
  { kind: 'triangular', size: [4, 4] },
  { kind: 'honeycomb', size: [2, 4] },
  { kind: 'honeycomb', size: [3, 3], twist: [0.2, 0.03] },
  { kind: 'kagome', size: [3, 2] },
  { kind: 'kagome', size: [3, 3] },
  { kind: 'kagome', size: [1, 1] },
  { kind: 'kagome', size: [2, 3], boundary: ['open', 'periodic'] },
  { kind: 'honeycomb', size: [3, 2], boundary: ['periodic', 'open'] },
  { kind: 'cubic', size: [2, 4, 2], boundary: ['periodic', 'periodic', 'open'] },
  { kind: 'cubic', size: [2, 3, 4] },
  { kind: 'chain', size: [7] },
])('structure factors of $kind $size $boundary', (spec) => {
  const lattice = createLattice(spec);
  const spins = namedConfiguration('random', lattice, { seed: 2 });
  const orbits = structureFactorWaveNumbers(lattice);
  const at = (n: readonly number[], on = spins) => direct(lattice, on, n);

  it('agree with the definition at every Cartesian q, averaged over those that have one mean', () => {
    const found = Object.entries(valuesOn(spec, spins)).filter(([name]) => name.startsWith('structureFactor_'));
    expect(found.map(([name]) => name)).toEqual(Object.keys(orbits));
    for (const [name, value] of found) {
      const sums = orbits[name].map((n) => at(n));
      expect(value).toBeCloseTo(sums.reduce((sum, term) => sum + term) / sums.length, 11);
    }
  });

  it('have every q in one of them', () => {
    const found = Object.values(orbits).flat();
    expect(found.map(String).sort()).toEqual(extendedZone(lattice).waveNumbers.map(String).sort());
  });

  it('average only what a symmetry or q → −q makes equal', () => {
    const images = pointGroup(lattice).map(({ image }) => permuteConfiguration(spins, image));
    for (const [first, ...others] of Object.values(orbits)) {
      const turned = images.map((image) => at(first, image));
      for (const n of others) expect(Math.min(...turned.map((other) => Math.abs(other - at(n))))).toBeLessThan(1e-11);
    }
  });

  it('have the mean 1 over all q', () => {
    const values = valuesOn(spec, spins);
    const sum = Object.entries(orbits).reduce((total, [name, { length }]) => total + length * values[name], 0);
    expect(sum / Object.values(orbits).flat().length).toBeCloseTo(1, 11);
  });
});

it('list a peak of kagome that the first reciprocal cell does not have: 120° order at q = 0', () => {
  const lattice = createLattice({ kind: 'kagome', size: [3, 3] });
  const turn = [0, 1, 2].map((b) => [Math.cos((2 * Math.PI * b) / 3), Math.sin((2 * Math.PI * b) / 3), 0]);
  const order = Float64Array.from(Array.from({ length: lattice.siteCount }, (_, i) => turn[i % 3]).flat());
  const values = valuesOn(lattice.spec, order);
  expect(values.structureFactor_0_0).toBeCloseTo(0, 12);
  // |1 − ω − ω²|²/9 = 4/9 of N, with ω the third root of unity, at b_1, b_2 and b_1 + b_2.
  expect(values.structureFactor_3_0).toBeCloseTo((4 / 9) * 27, 11);
  expect(structureFactorWaveNumbers(lattice).structureFactor_3_0).toEqual([
    [3, 0],
    [0, 3],
    [3, 3],
  ]);
});

describe('wave vectors that share a structure factor', () => {
  const numbers = (spec: LatticeSpec) => Object.keys(structureFactorWaveNumbers(createLattice(spec))).length;

  it('are as many as the square has symmetries: (L/2 + 1)(L/2 + 2)/2 structure factors are left', () => {
    expect([4, 6, 8].map((length) => numbers({ kind: 'square', size: [length, length] }))).toEqual([6, 10, 15]);
    expect(structureFactorWaveNumbers(createLattice({ kind: 'square', size: [4, 4] })).structureFactor_2_1).toEqual([
      [2, 1],
      [1, 2],
      [3, 2],
      [2, 3],
    ]);
  });

  it('are fewer where sizes or a twist tell directions apart', () => {
    expect(numbers({ kind: 'square', size: [4, 6] })).toBe(3 * 4);
    expect(numbers({ kind: 'square', size: [4, 4], twist: [0.25, 0] })).toBe(3 * 3);
  });

  it('are q and −q alone without a point group', () => {
    expect(numbers({ kind: 'triangular', size: [4, 4], twist: [0.2, 0.03] })).toBe((16 - 4) / 2 + 4);
  });
});

/** S(q) at q = Σ_d (n_d/L_d) b_d as it is defined. */
function direct(lattice: ReturnType<typeof createLattice>, spins: Float64Array, n: readonly number[]) {
  const { siteCount, dimension, positions, spec } = lattice;
  const b = reciprocalVectors(lattice);
  const q = b[0].map((_, c) => n.reduce((sum, m, d) => sum + (m / spec.size[d]) * b[d][c], 0));
  const sums = new Float64Array(6);
  for (let i = 0; i < siteCount; i++) {
    let angle = 0;
    for (let d = 0; d < dimension; d++) angle += q[d] * positions[dimension * i + d];
    for (let c = 0; c < 3; c++) {
      sums[c] += Math.cos(angle) * spins[3 * i + c];
      sums[3 + c] += Math.sin(angle) * spins[3 * i + c];
    }
  }
  return sums.reduce((total, value) => total + value * value, 0) / siteCount;
}

const ROTATION = [
  [2 / 3, -1 / 3, 2 / 3],
  [2 / 3, 2 / 3, -1 / 3],
  [-1 / 3, 2 / 3, 2 / 3],
];
const ROTOINVERSION = ROTATION.map((row) => row.map((value) => -value));

describe.each<LatticeSpec>([
  { kind: 'square', size: [4, 4] },
  { kind: 'triangular', size: [3, 3] },
  { kind: 'kagome', size: [3, 3] },
])('symmetries on the $kind lattice', (spec) => {
  const lattice = createLattice(spec);
  const spins = namedConfiguration('random', lattice, { seed: 7 });
  const values = valuesOn(spec, spins);
  const expectSame = (other: Float64Array, chiralitySign: number) => {
    for (const [name, value] of Object.entries(valuesOn(spec, other)))
      expect(value).toBeCloseTo((name === 'scalarChirality' ? chiralitySign : 1) * values[name], 11);
  };

  it('O(3): the chirality alone changes sign under improper rotations', () => {
    expect(Math.abs(values.scalarChirality)).toBeGreaterThan(0.01);
    expectSame(rotateConfiguration(spins, ROTATION), 1);
    expectSame(rotateConfiguration(spins, ROTOINVERSION), -1);
  });

  it('translations', () => {
    for (const { image } of translations(lattice)) expectSame(permuteConfiguration(spins, image), 1);
  });

  it('point group: the chirality alone changes sign under reflections', () => {
    const signs = pointGroup(lattice).map(({ name, image }) => {
      const sign = determinant(name);
      expectSame(permuteConfiguration(spins, image), sign);
      return sign;
    });
    expect(signs.filter((sign) => sign === -1)).toHaveLength(signs.length / 2);
  });
});

/** The determinant of an operation written as "-y,x+y". */
function determinant(name: string): number {
  const [a, b] = name.split(',').map((row) => ['x', 'y'].map((axis) => coefficient(row, axis)));
  return a[0] * b[1] - a[1] * b[0];
}

function coefficient(row: string, axis: string): number {
  if (!row.includes(axis)) return 0;
  return row.includes(`-${axis}`) ? -1 : 1;
}

it('counts orthogonal spins round a plaquette, counter-clockwise, as positive chirality', () => {
  const spec: LatticeSpec = { kind: 'square', size: [2, 2], boundary: ['open', 'open'] };
  const ccw = Float64Array.from([1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1]);
  // Sites 0, 1, 3, 2 go round; site 2 has no spin, so that one triangle of four is left.
  expect(valuesOn(spec, ccw).scalarChirality).toBe(0.25);
});

it('is one on kagome with orthogonal spins on the three sites of every cell', () => {
  const spins = Float64Array.from({ length: 4 * 9 }, (_, k) => Number(k % 9 === 4 * (Math.floor(k / 3) % 3)));
  expect(valuesOn({ kind: 'kagome', size: [2, 2] }, spins).scalarChirality).toBe(1);
});

it('is ±4/√27 on every triangle of the tetrahedral order (I. Martin and C. D. Batista, Phys. Rev. Lett. 101, 156402 (2008))', () => {
  const corners = [1, 1, 1, 1, -1, -1, -1, 1, -1, -1, -1, 1].map((value) => value / Math.sqrt(3));
  const values = valuesOn({ kind: 'triangular', size: [2, 2] }, Float64Array.from(corners));
  expect(values.scalarChirality).toBeCloseTo(4 / Math.sqrt(27), 14);
  expect(values.nearestNeighbourCorrelation).toBeCloseTo(-1 / 3, 14);
});
