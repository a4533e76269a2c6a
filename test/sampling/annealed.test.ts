/** The partition function from annealings, against quadratures and closed forms; what a mistake in the weights would make of it; and the schedule. */
import { describe, expect, it } from 'vitest';
import { createEffectiveModel } from '../../src/effective/create.ts';
import { createModel } from '../../src/exact/create.ts';
import { createLattice } from '../../src/lattice/create.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { annealing } from '../../src/sampling/annealing/annealing.ts';
import { annealingPowers, bendThrough } from '../../src/sampling/annealing/schedule.ts';
import type { Proposer } from '../../src/sampling/interfaces/reversible-kernel.ts';
import { annealedSampler } from '../../src/sampling/samplers/annealed.ts';
import { exchange } from '../../src/sampling/tempering/exchange.ts';
import { namedConfiguration } from '../../src/spins/named.ts';
import { learnedModel } from './learned.ts';
import { LOG_MEANS, logMean } from './log-mean.ts';
import { linearAnnealing, SAMPLERS } from './samplers.ts';
import { fourByFour, twoSites } from './systems.ts';

const SWEEP = { kind: 'heat-bath', sweeps: 1, overrelaxation: 0 } as const;

describe.each(LOG_MEANS)('$name: log Z', (system, known) => {
  it.each(['annealed, linear model', 'annealed, transformer', 'annealed, bad model'])('%s', (name) => {
    const { mean, error } = logMean(SAMPLERS[name](system), system.model, 5000, 3);
    expect(error).toBeLessThan(name.includes('bad') ? 0.1 : 0.01);
    expect(Math.abs(mean - known) / error).toBeLessThan(4);
  });
});

it('Z is known without bias: a mean over many short runs, each of which is off by itself', () => {
  const system = twoSites(20);
  const means = Array.from({ length: 300 }, (_, seed) =>
    Math.exp(logMean(SAMPLERS['annealed, bad model'](system), system.model, 20, seed).mean - 43.3300977392),
  );
  const mean = means.reduce((sum, one) => sum + one, 0) / 300;
  const variance = means.reduce((sum, one) => sum + (one - mean) ** 2, 0) / 299;
  expect(Math.sqrt(variance)).toBeGreaterThan(0.2);
  expect(Math.abs(mean - 1) / Math.sqrt(variance / 300)).toBeLessThan(4);
});

describe('spins that the electrons do not see: known terms are annealed exactly', () => {
  const lattice = createLattice({ kind: 'chain', size: [2], boundary: ['open'] });
  const free = { lattice, hopping: [1], coupling: 0, chemicalPotential: 0, temperature: 0.25, tolerance: 1e-10 };
  // Levels ±1 for each of two kinds of spin.
  const electrons = 4 * Math.log(2 * Math.cosh(2));
  const sinhc = (x: number) => Math.log(Math.sinh(x) / x);
  it.each([
    ['exchange', { exchange: [0.8], field: [0, 0, 0] }, sinhc(3.2)],
    ['field', { exchange: [], field: [0.3, 0, 0.4] }, 2 * sinhc(2)],
  ] as const)('%s', (_, classical, spins) => {
    const model = createModel({ ...free, ...classical, field: [...classical.field] });
    const effective = createEffectiveModel(model.parameters, { kind: 'linear' });
    const path = annealing({ effective }, 0.25, { kind: 'annealing', levels: 8, bend: 2, moves: SWEEP });
    const { mean, error } = logMean(annealedSampler(model, path), model, 10_000, 1);
    expect(error).toBeLessThan(0.01);
    expect(Math.abs(mean - electrons - spins) / error).toBeLessThan(4);
  });
});

describe('mistakes are more than ten sigma away', () => {
  const [system, known] = LOG_MEANS[1];
  const sampler = SAMPLERS['annealed, linear model'](system);
  const { mean, error } = logMean(sampler, system.model, 8000, 3);
  it('a forgotten volume', () =>
    expect(Math.abs(mean + 2 * Math.log(4 * Math.PI) - known) / error).toBeGreaterThan(10));

  it('weights without the last step', () => {
    const { temperature } = system.model.parameters;
    const effective = learnedModel(system, 'linear');
    effective.parameters[1] *= 0.5;
    const path = annealing({ effective }, temperature, { kind: 'annealing', levels: 10, bend: 10, moves: SWEEP });
    const whole = logMean(annealedSampler(system.model, path), system.model, 8000, 3);
    expect(Math.abs(whole.mean - known) / whole.error).toBeLessThan(4);
    const logWeight = (spins: Float64Array) => -effective.energy(spins) / temperature;
    const wrong = logMean(annealedSampler({ ...system.model, logWeight }, path), system.model, 8000, 3);
    expect(Math.abs(wrong.mean - known) / Math.max(whole.error, wrong.error)).toBeGreaterThan(10);
  });

  it('weights without the first step', () => {
    const path = linearAnnealing(system);
    const first = annealingPowers(10, 10)[1];
    const lacking: Proposer = {
      ...path,
      advance(spins, random) {
        const made = path.advance(spins, random);
        return { ...made, logDensityAfter: made.logDensityAfter + first * path.seen[0] };
      },
    };
    const wrong = logMean(annealedSampler(system.model, lacking), system.model, 8000, 3);
    expect(Math.abs(wrong.mean - known) / Math.max(error, wrong.error)).toBeGreaterThan(10);
  });
});

it('begins anew, wherever the chain was', () => {
  const path = linearAnnealing(fourByFour(0.1));
  const after = (['random', 'neel'] as const).map((name) => {
    const spins = namedConfiguration(name, fourByFour(0.1).model.parameters.lattice, { seed: 4 });
    return [path.advance(spins, philoxStream(5, 1)), spins];
  });
  expect(after[0]).toEqual(after[1]);
});

it('cannot be the replica of a ladder', () => {
  const { model } = twoSites(5);
  const sampler = SAMPLERS['annealed, linear model'](twoSites(5));
  const replica = { model, sampler, state: sampler.start(Float64Array.of(0, 0, 1, 0, 0, 1)) };
  expect(() => exchange(replica, replica, philoxStream(1, 1))).toThrow('expected replicas of Markov chains');
});

describe('the schedule', () => {
  it.each([-0.9, 0, 0.5, 30])('goes from 0 to 1, evenly in log(1 + b λ), b = %s', (bend) => {
    const powers = annealingPowers(12, bend);
    expect([powers.length, powers[0], powers[12]]).toEqual([13, 0, 1]);
    const position = (power: number) => (bend !== 0 ? Math.log(1 + bend * power) / Math.log(1 + bend) : power);
    powers.forEach((power, k) => {
      expect(position(power)).toBeCloseTo(k / 12, 12);
    });
  });

  it.each([0.02, 0.2, 0.5, 0.85])('goes through %s in its middle', (middle) => {
    expect(annealingPowers(10, bendThrough(middle))[5]).toBeCloseTo(middle, 12);
  });

  it('does not come to a stop before its end', () => expect(bendThrough(0.99)).toBeCloseTo(-0.99, 12));
});
