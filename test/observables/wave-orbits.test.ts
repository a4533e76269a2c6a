/** Which wave vectors share a name where hopping has phases: those at which S(q) has the same mean, by the weight itself. */
import { describe, expect, it } from 'vitest';
import { createModel } from '../../src/exact/create.ts';
import { createLattice } from '../../src/lattice/create.ts';
import type { LatticeSpec, OwnBond } from '../../src/lattice/lattice.ts';
import { structureFactorWaveNumbers } from '../../src/observables/structure-factor.ts';
import { grid } from '../sampling/anisotropic-systems.ts';

const bond = (cell: readonly number[], phase = 0, hopping = 1): OwnBond => ({ from: 0, to: 0, cell, hopping, phase });
const square = (size: number, bonds: readonly OwnBond[]): LatticeSpec => ({
  kind: 'own',
  size: [size, size],
  primitiveVectors: [
    [1, 0],
    [0, 1],
  ],
  basis: [[0, 0]],
  bonds,
});
const orbitsOf = (spec: LatticeSpec, electrons?: Parameters<typeof structureFactorWaveNumbers>[1]) =>
  structureFactorWaveNumbers(createLattice(spec), electrons);

/** Phases of a quarter of a turn, whose two bonds on a torus of two cells cancel along x: electrons hop along y. */
const STRIPED = square(2, [bond([1, 0], 0.25), bond([0, 1])]);

it('S(π, 0) is not S(0, π) where phases forbid it: by quadrature', () => {
  const lattice = createLattice(STRIPED);
  const model = createModel({ lattice, coupling: 4, temperature: 0.3 });
  let total = 0;
  const sums = [0, 0];
  for (const { spins, share } of grid(lattice, 4, 4)) {
    const weight = share * Math.exp(model.logWeight(spins) - 25);
    total += weight;
    const dot = (i: number, j: number) => [0, 1, 2].reduce((sum, c) => sum + spins[3 * i + c] * spins[3 * j + c], 0);
    // S(π, 0) and S(0, π) of sites at x + 2y: neighbours along the stripe against those across.
    const [x, y, d] = [dot(0, 1) + dot(2, 3), dot(0, 2) + dot(1, 3), dot(0, 3) + dot(1, 2)];
    sums[0] += weight * (1 + (y - x - d) / 2);
    sums[1] += weight * (1 + (x - y - d) / 2);
  }
  const [alongX, alongY] = sums.map((sum) => sum / total);
  expect(alongY - alongX).toBeGreaterThan(0.1);
  expect(orbitsOf(STRIPED)).toMatchObject({ structureFactor_1_0: [[1, 0]], structureFactor_0_1: [[0, 1]] });
  expect(orbitsOf(square(2, [bond([1, 0]), bond([0, 1])])).structureFactor_1_0).toEqual([
    [1, 0],
    [0, 1],
  ]);
});

describe('phases that are a gauge, or that time reversal turns back, change nothing', () => {
  const plain = orbitsOf(square(4, [bond([1, 0]), bond([0, 1])]));

  it('a phase of the same along both directions is a twist along the diagonal', () => {
    const phased = orbitsOf(square(4, [bond([1, 0], 0.1), bond([0, 1], 0.1)]));
    expect(phased.structureFactor_1_0).toEqual(plain.structureFactor_1_0);
  });

  it('a phase of 1/4 on every bond along x is none around four of them', () => {
    expect(orbitsOf(square(4, [bond([1, 0], 0.25), bond([0, 1])]))).toEqual(plain);
  });

  it('but other phases along x alone leave x and y different', () => {
    expect(orbitsOf(square(4, [bond([1, 0], 0.1), bond([0, 1])])).structureFactor_1_0).toEqual([
      [1, 0],
      [3, 0],
    ]);
  });

  it('signs that frustrate count, those that a gauge takes away do not', () => {
    expect(orbitsOf(square(4, [bond([1, 0], 0, -1), bond([0, 1])]))).toEqual(plain);
    const odd = orbitsOf(square(3, [bond([1, 0], 0, -1), bond([0, 1])]));
    expect(odd.structureFactor_1_0).toEqual([
      [1, 0],
      [2, 0],
    ]);
  });

  it('Haldane: mirrors turn his phases, and time reversal turns them back', () => {
    const honeycomb = (phase: number): LatticeSpec => ({
      kind: 'own',
      size: [3, 3],
      primitiveVectors: [
        [1, 0],
        [0.5, Math.sqrt(3) / 2],
      ],
      basis: [
        [0, 0],
        [1 / 3, 1 / 3],
      ],
      bonds: [
        ...[
          [0, 0],
          [-1, 0],
          [0, -1],
        ].map((cell) => ({ from: 0, to: 1, cell, hopping: 1 })),
        ...[0, 1].flatMap((site) =>
          [
            [1, 0],
            [-1, 1],
            [0, -1],
          ].map((cell) => ({
            from: site,
            to: site,
            cell,
            hopping: 0.2,
            phase: site === 0 ? phase : -phase,
          })),
        ),
      ],
    });
    expect(orbitsOf(honeycomb(0.2))).toEqual(orbitsOf(honeycomb(0)));
  });
});

describe('a flux', () => {
  it('keeps the symmetries of the square torus', () => {
    const spec: LatticeSpec = { kind: 'square', size: [4, 4] };
    expect(orbitsOf(spec, { hopping: [1, 0.3, 0.2], flux: 1 / 16 })).toEqual(orbitsOf(spec));
  });

  it('takes some from the triangular one, where loops around the torus differ', () => {
    const spec: LatticeSpec = { kind: 'triangular', size: [5, 5] };
    expect(orbitsOf(spec, { hopping: [1], flux: 1 / 25 })).toEqual(orbitsOf(spec));
    const some = orbitsOf(spec, { hopping: [1], flux: 1 / 50 });
    expect(Object.keys(some).length).toBeGreaterThan(Object.keys(orbitsOf(spec)).length);
    // Every orbit of the smaller group lies within one of the larger.
    const larger = Object.values(orbitsOf(spec)).map((orbit) => new Set(orbit.map(String)));
    for (const orbit of Object.values(some))
      expect(larger.some((all) => orbit.every((n) => all.has(String(n))))).toBe(true);
  });
});
