/** The correlation length against lattices and fields whose correlations are known in closed form. */
import { describe, expect, it } from 'vitest';
import { createLattice } from '../../src/lattice/create.ts';
import type { Lattice, LatticeSpec } from '../../src/lattice/lattice.ts';
import { linearSize } from '../../src/lattice/linear-size.ts';
import { reciprocalVectors } from '../../src/lattice/reciprocal.ts';
import { smallestMomenta } from '../../src/lattice/smallest-momenta.ts';
import { fillNormal } from '../../src/numeric/normal.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { leadingWaveObservables } from '../../src/observables/leading-wave.ts';
import { structureFactors, structureFactorWaveNumbers } from '../../src/observables/structure-factor.ts';
import { estimateDerived } from '../../src/statistics/estimate.ts';

const cartesian = (lattice: Lattice, n: readonly number[]): number[] => {
  const reciprocal = reciprocalVectors(lattice);
  return reciprocal[0].map((_, c) => n.reduce((s, m, d) => s + (m / lattice.spec.size[d]) * reciprocal[d][c], 0));
};

/** (2d/z) Σ_δ (1 − cos q·δ) over the z shortest translations, of length 1: the Laplace operator on waves. */
function laplacian(lattice: Lattice, n: readonly number[]): number {
  const bravais = createLattice({
    kind: lattice.spec.kind === 'kagome' || lattice.spec.kind === 'honeycomb' ? 'triangular' : lattice.spec.kind,
    size: lattice.spec.size,
  });
  const shortest = bravais
    .bonds(1)
    .filter(({ from }) => from === 0)
    .map(({ displacement }) => displacement);
  const q = cartesian(lattice, n);
  const terms = shortest.map((delta) => 1 - Math.cos(delta.reduce((sum, x, c) => sum + x * q[c], 0)));
  return (2 * lattice.dimension * terms.reduce((a, b) => a + b)) / shortest.length;
}

it.each<[string, LatticeSpec]>([
  ['chain', { kind: 'chain', size: [7] }],
  ['square', { kind: 'square', size: [6, 6] }],
  ['square, twisted', { kind: 'square', size: [6, 6], twist: [0.2, 0.1] }],
  ['square, not equal', { kind: 'square', size: [4, 8] }],
  ['cubic', { kind: 'cubic', size: [4, 4, 4] }],
  ['triangular', { kind: 'triangular', size: [5, 5] }],
  ['honeycomb', { kind: 'honeycomb', size: [4, 4] }],
  ['kagome', { kind: 'kagome', size: [4, 4] }],
])('q̂² is the Laplace operator on the smallest momenta: %s', (_, spec) => {
  const lattice = createLattice(spec);
  const { waveNumbers, squaredLength } = smallestMomenta(lattice) ?? { waveNumbers: [], squaredLength: 0 };
  expect(waveNumbers.length).toBeGreaterThan(1);
  for (const n of waveNumbers) expect(laplacian(lattice, n)).toBeCloseTo(squaredLength, 12);
});

describe('S(q) = 1/(ξ⁻² + q̂²) about Q gives ξ', () => {
  it.each<[string, LatticeSpec, string]>([
    ['ferromagnet', { kind: 'cubic', size: [4, 4, 4] }, 'structureFactor_0_0_0'],
    ['antiferromagnet', { kind: 'square', size: [6, 6] }, 'structureFactor_3_3'],
    ['stripes', { kind: 'square', size: [8, 8] }, 'structureFactor_4_0'],
    ['120 degrees', { kind: 'triangular', size: [6, 6] }, 'structureFactor_4_2'],
    ['honeycomb', { kind: 'honeycomb', size: [4, 4] }, 'structureFactor_0_0'],
  ])('%s', (_, spec, leading) => {
    const lattice = createLattice(spec);
    const [length, ratio] = leadingWaveObservables({ lattice }, leading);
    const { squaredLength } = smallestMomenta(lattice) ?? { squaredLength: Number.NaN };
    expect(length.inputs[0]).toBe(leading);
    const means = length.inputs.map((name) => 1 / (1 / 2.5 ** 2 + (name === leading ? 0 : squaredLength)));
    expect(length.evaluate(means)).toBeCloseTo(2.5, 12);
    expect(ratio.evaluate(means)).toBeCloseTo(2.5 / lattice.spec.size[0], 12);
  });

  it('is 0 where the structure factor beside is larger', () => {
    const [length] = leadingWaveObservables(
      { lattice: createLattice({ kind: 'square', size: [4, 4] }) },
      'structureFactor_2_2',
    );
    expect(length.evaluate([1, 1.5])).toBe(0);
  });
});

describe('a Gaussian field with S(q) = 1/(ξ⁻² + q̂²) about (π, π)', () => {
  const lattice = createLattice({ kind: 'square', size: [6, 6] });
  const leading = 'structureFactor_3_3';
  const xi = 1.7;
  const waves = Object.values(structureFactorWaveNumbers(lattice)).flat();
  const amplitudes = waves.map((n) => {
    const hat = n.reduce((sum, m) => sum + 4 * Math.sin(Math.PI * ((m - 3) / 6)) ** 2, 0);
    return 1 / Math.sqrt(1 / (xi * xi) + hat);
  });
  const factors = structureFactors(lattice);
  const samples = 3000;
  const random = philoxStream(7, 1);
  const normal = new Float64Array(2 * waves.length * 3);

  function field(): Float64Array {
    fillNormal(random, normal);
    const spins = new Float64Array(3 * lattice.siteCount);
    for (const [k, n] of waves.entries())
      for (let i = 0; i < lattice.siteCount; i++) {
        const phase = (2 * Math.PI * (n[0] * (i % 6) + n[1] * Math.floor(i / 6))) / 6;
        for (let c = 0; c < 3; c++)
          spins[3 * i + c] +=
            (amplitudes[k] * (normal[6 * k + c] * Math.cos(phase) + normal[6 * k + 3 + c] * Math.sin(phase))) / 6;
      }
    return spins;
  }

  const series = new Map(factors.map(({ name }) => [name, new Float64Array(samples)]));
  for (let k = 0; k < samples; k++) {
    const spins = field();
    for (const { name, evaluate } of factors) series.get(name)?.fill(evaluate(spins), k, k + 1);
  }
  const columns = (name: string) => [series.get(name) as Float64Array];

  it('has this correlation length within three standard deviations', () => {
    const [length] = leadingWaveObservables({ lattice }, leading);
    const estimate = estimateDerived(length.inputs.map(columns), length.evaluate);
    if (estimate.kind !== 'estimate') throw new Error('no estimate');
    expect(Math.abs(estimate.mean - xi)).toBeLessThan(3 * estimate.error);
    expect(estimate.error).toBeLessThan(0.03 * xi);
  });

  it('has the Binder ratio 5/3', () => {
    const [, , ratio] = leadingWaveObservables({ lattice }, leading);
    const [values] = columns(leading);
    const inputs = [[values], [values.map((value) => value * value)]];
    const estimate = estimateDerived(inputs, ratio.evaluate);
    if (estimate.kind !== 'estimate') throw new Error('no estimate');
    expect(Math.abs(estimate.mean - 5 / 3)).toBeLessThan(3 * estimate.error);
  });
});

describe('there is no correlation length', () => {
  it.each<[string, LatticeSpec, string]>([
    ['with open boundaries', { kind: 'square', size: [6, 6], boundary: ['open', 'periodic'] }, 'structureFactor_3_3'],
    ['of a single cell', { kind: 'square', size: [1, 1] }, 'structureFactor_0_0'],
    ['where Q + q is one more wave vector of the order', { kind: 'triangular', size: [2, 2] }, 'structureFactor_1_0'],
  ])('%s', (_, spec, leading) => {
    const names = leadingWaveObservables({ lattice: createLattice(spec) }, leading).map(({ name }) => name);
    expect(names).toEqual(['leadingBinderRatio']);
  });
});

it('the linear size is the geometric mean', () => {
  expect(linearSize([6, 6])).toBe(6);
  expect(linearSize([4, 9])).toBeCloseTo(6, 12);
});
