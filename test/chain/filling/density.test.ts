/** ⟨n⟩ from levels at other chemical potentials, against sums that are written out, and against the model. */
import { describe, expect, it } from 'vitest';
import { analysisAt, densityAt, type LevelSamples } from '../../../src/chain/filling/density.ts';
import { solve, startsSigma } from '../../../src/chain/filling/solve.ts';
import { createLattice, createModel, namedConfiguration } from '../../../src/index.ts';

const TEMPERATURE = 0.1;
const lattice = createLattice({ kind: 'triangular', size: [4, 3] });
const modelAt = (chemicalPotential: number) =>
  createModel({ lattice, coupling: 3, temperature: TEMPERATURE, chemicalPotential, tolerance: 1e-10 });
const spins = Array.from({ length: 12 }, (_, seed) => namedConfiguration('random', lattice, { seed }));
const size = 2 * lattice.siteCount;

function samplesOf(configurations: readonly Float64Array[]): Float64Array {
  const levels = new Float64Array(configurations.length * size);
  for (const [k, one] of configurations.entries()) levels.set(modelAt(0).spectrum(one), k * size);
  return levels;
}

/** Samples that were drawn by the weight of these levels. */
function levelSamples(samples: Omit<LevelSamples, 'logWeights'>): LevelSamples {
  const { chemicalPotential: mu, temperature, chains, size } = samples;
  const logWeights = chains.map((levels) =>
    Float64Array.from({ length: levels.length / size }, (_, k) => {
      const own = levels.subarray(k * size, (k + 1) * size);
      return own.reduce((sum, level) => sum + Math.log1p(Math.exp((mu - level) / temperature)), 0);
    }),
  );
  return { ...samples, logWeights };
}

const at = (chemicalPotential: number) =>
  levelSamples({
    chemicalPotential,
    temperature: TEMPERATURE,
    chains: [samplesOf(spins.slice(0, 6)), samplesOf(spins.slice(6))],
    size,
  });

it.each([-2.5, -2, -1.9, 0, 3])('is the weighted mean that the model at μ = %s gives', (mu) => {
  const [there, here] = [modelAt(-2), modelAt(mu)];
  const weights = spins.map((one) => here.logWeight(one) - there.logWeight(one));
  const largest = Math.max(...weights);
  const relative = weights.map((weight) => Math.exp(weight - largest));
  const sum = spins.reduce((total, one, k) => total + relative[k] * here.measure(one).density, 0);
  const expected = sum / relative.reduce((total, weight) => total + weight, 0);
  expect(Math.abs(analysisAt(at(-2), mu).mean - expected)).toBeLessThan(1e-8);
});

it('does not overflow far away, nor with more levels than factors that are multiplied', () => {
  const many = Float64Array.from({ length: 4000 }, (_, k) => k / 4000);
  const stage = { chemicalPotential: 0.5, temperature: 1e-3, chains: [many, many], size: 4000 };
  const analysis = analysisAt(levelSamples({ ...stage, temperature: 1e4 }), 1e3);
  const filled = many.reduce((sum, level) => sum + 1 / (1 + Math.exp((level - 1e3) / 1e4)), 0) / 2000;
  expect(analysis.mean).toBeCloseTo(filled, 12);
  expect(analysisAt(levelSamples(stage), -900).mean).toBe(0);
  expect(analysisAt(levelSamples(stage), 900).mean).toBe(2);
});

describe('the chemical potential at which ⟨n⟩ is as wanted', () => {
  const stages = [at(-2), at(-2.3)];

  it.each([0.2, 0.5, 1.37])('n = %s', (wanted) => {
    const { chemicalPotential, density, error, interval } = solve(stages, wanted, -2);
    expect(Math.abs(density.mean - wanted)).toBeLessThan(1e-10);
    expect(densityAt(stages, chemicalPotential)).toEqual(density);
    const slope =
      (densityAt(stages, chemicalPotential + 1e-4).mean - densityAt(stages, chemicalPotential - 1e-4).mean) / 2e-4;
    // The slope of an interval as wide as T is the slope at its middle, roughly.
    expect(error / (density.error / slope)).toBeGreaterThan(0.5);
    expect(error / (density.error / slope)).toBeLessThan(2);
    expect(interval).toBeUndefined();
  });

  it('is in the middle of a gap, where any will do', () => {
    const levels = Float64Array.of(-3, -2.9, 4, 4.2, -3.1, -2.8, 3.9, 4.3);
    const gap = levelSamples({ chemicalPotential: -1, temperature: 0.1, chains: [levels, levels], size: 4 });
    const { chemicalPotential, interval, error, density } = solve([gap], 1, -1);
    const [low, high] = interval ?? [0, 0];
    expect(chemicalPotential).toBe((low + high) / 2);
    expect([low > -2 && low < -0.5, high > 1.5 && high < 3, error]).toEqual([true, true, 0]);
    expect(density.mean).toBeCloseTo(1, 12);
    for (const mu of [low, high]) expect(Math.abs(densityAt([gap], mu).mean - 1)).toBeLessThan(1.1e-8);
  });

  it('is told how far hot and cold starts are apart', () => {
    const { chemicalPotential } = solve(stages, 0.5, -2);
    const [stage] = stages;
    const [hot, cold] = [0, 1].map((c) =>
      analysisAt({ ...stage, chains: [stage.chains[c]], logWeights: [stage.logWeights[c]] }, chemicalPotential),
    );
    const sigma = (hot.mean - cold.mean) / Math.hypot(hot.error, cold.error);
    expect(startsSigma([stage], chemicalPotential)).toBeCloseTo(sigma, 10);
  });
});
