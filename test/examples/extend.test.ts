/** The scripts that the pages "Add a …" show. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { estimateIn, outputOf, sigmas } from './output.ts';

it('extend-lattice.ts: the shells of the Lieb lattice, and its bands to rounding', () => {
  const text = outputOf('extend-lattice.ts');
  // 16 cells: four bonds of length 1/2, four of length 1/√2 between middles, two of length 1 between corners.
  expect(text).toMatch(/^48 sites, bonds of the first shells: 64, 64, 32, quaternion route$/m);
  expect(Number(/within (\S+) of the formula/.exec(text)?.[1])).toBeLessThan(1e-13);
  expect(text).toMatch(/^log W of random spins = 1369\.55702535 ± \d\.\de-11$/m);
});

it('extend-observable.ts: new observables beside a built-in one that is known', () => {
  const text = outputOf('extend-observable.ts');
  const reference = JSON.parse(readFileSync(new URL('../fixtures/ensembles-4x4.json', import.meta.url), 'utf8'));
  const piPi = estimateIn(text, 'structureFactorPiPi');
  expect(piPi.error).toBeLessThan(0.05);
  expect(sigmas(piPi, reference.ensembles['T=0.1'].structureFactorPiPi)).toBeLessThan(4);
  // Neighbours along a diagonal are on the same sublattice.
  const { mean, error } = estimateIn(text, 'diagonalCorrelation');
  expect(mean).toBeGreaterThan(10 * error);
  const ratio = estimateIn(text, 'correlationRatio');
  expect(ratio.error).toBeLessThan(0.02);
  // ξ = 0.866(12) by the formula of the second moment, from the same samples.
  expect(Math.sqrt(1 / (1 - ratio.mean) - 1) / Math.SQRT2).toBeCloseTo(0.866, 2);
});

it('extend-model.ts: the new model proposes well, and the energy is that of local Metropolis', () => {
  const text = outputOf('extend-model.ts');
  expect(Number(/^accepted by the exact weight: (\d+) %$/m.exec(text)?.[1])).toBeGreaterThan(80);
  // From examples/extend-model.ts with localSampler and 2 × 10000 sweeps after 200, seed 7.
  const local = { mean: -2.63308, error: 0.00045 };
  const energy = estimateIn(text, 'energy per site');
  expect(energy.error).toBeLessThan(0.001);
  expect(sigmas(energy, local)).toBeLessThan(4);
});

it('extend-sampler.ts: two sites by quadrature, 4 × 4 as the reference, resumed bit for bit', () => {
  const text = outputOf('extend-sampler.ts');
  // The quadrature of the script, and that of test/exact/quadrature.test.ts.
  const known = { mean: Number(/by quadrature (-0\.\d+)$/m.exec(text)?.[1]), error: 0 };
  expect(Math.abs(known.mean - -0.5583649911)).toBeLessThan(1e-6);
  const pair = estimateIn(text.replace(/, by quadrature.*$/m, ''), 'two sites: S_1·S_2');
  expect(pair.error).toBeLessThan(0.005);
  // Without the densities of the proposals in its acceptance the script is 35 sigma away.
  expect(sigmas(pair, known)).toBeLessThan(4);
  const reference = JSON.parse(readFileSync(new URL('../fixtures/ensembles-4x4.json', import.meta.url), 'utf8'));
  const order = estimateIn(text, '4 × 4 sites: m_s²');
  expect(order.error).toBeLessThan(0.003);
  expect(sigmas(order, reference.ensembles['T=0.1'].staggeredMagnetization2)).toBeLessThan(4);
  expect(text).toMatch(/^accepted: (5\d|6\d) %$/m);
  expect(text).toMatch(/^resumed half-way: bit-identical$/m);
});
