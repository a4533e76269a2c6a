/** The chemical potential of a filling, against quadrature, against chains of another sampler, and against itself. */
import { describe, expect, it } from 'vitest';
import { pilotBudget, pilotCosts } from '../../../src/chain/filling/budget.ts';
import type { Filling } from '../../../src/chain/filling/filling.ts';
import { settleFilling } from '../../../src/chain/filling/find-filling.ts';
import { type PilotResult, pilotParameters } from '../../../src/chain/filling/pilot.ts';
import { type PilotRecord, pilotJournal } from '../../../src/chain/filling/pilot-journal.ts';
import { pilotRunner } from '../../../src/chain/filling/run-pilot.ts';
import { costOfStage } from '../../../src/chain/filling/stage-length.ts';
import { startingSpins } from '../../../src/chain/start.ts';
import { particleHoleSymmetric } from '../../../src/exact/symmetry/particle-hole.ts';
import { createLattice, createModel, estimateMean, namedConfiguration } from '../../../src/index.ts';
import { philoxStream } from '../../../src/numeric/philox.ts';
import { localSampler } from '../../../src/sampling/samplers/local.ts';
import { runChain } from '../../../src/sampling/samplers/run-chain.ts';
import { sampledParameters } from '../../../src/spec/model-parameters.ts';
import { withStandIn } from '../../../src/spec/stand-in.ts';
import { prepareSpec, resolveSpec, type SpecInput } from '../../../src/spec.ts';
import { densityOnTwoByTwo } from './two-by-two.ts';

function found(input: SpecInput): Filling {
  const { filling } = settleFilling(resolveSpec(input));
  if (!filling) throw new Error('a spec with a filling has one');
  return filling;
}

const withSeed = (input: SpecInput, seed: number): SpecInput => ({ ...input, sampling: { ...input.sampling, seed } });

describe('2 × 2 sites', () => {
  const input: SpecInput = {
    lattice: { size: [2, 2] },
    model: { temperature: 0.2, filling: 0.75 },
    sampling: { method: 'hmc', samples: 5000 },
  };
  const exact = densityOnTwoByTwo(0.2);
  const expected = exact.potentialOf(0.75);

  it('has the chemical potential of quadrature within errors, whatever the seed', () => {
    const deviations = [1, 2, 3, 4, 5, 6].map((seed) => {
      const { chemicalPotential, error, density } = found(withSeed(input, seed));
      // What the pilot says of ⟨n⟩ is as true as what it says of μ.
      const sigmaOfDensity = (exact.density(chemicalPotential) - 0.75) / density.error;
      const sigma = (chemicalPotential - expected) / error;
      expect(Math.abs(sigmaOfDensity / sigma)).toBeGreaterThan(0.6);
      expect(Math.abs(sigmaOfDensity / sigma)).toBeLessThan(1.6);
      return sigma;
    });
    expect(Math.max(...deviations.map(Math.abs))).toBeLessThan(3.5);
    const chiSquare = deviations.reduce((sum, sigma) => sum + sigma * sigma, 0);
    expect(chiSquare).toBeGreaterThan(0.9);
    expect(chiSquare).toBeLessThan(18);
  });
});

describe.each<[string, SpecInput]>([
  ['4 × 4 sites, 0.8 electrons', { lattice: { size: [4, 4] }, model: { temperature: 0.1, filling: 0.8 } }],
  [
    'triangular 4 × 4, 0.5 electrons',
    { lattice: { kind: 'triangular', size: [4, 4] }, model: { temperature: 0.1, filling: 0.5, coupling: 4 } },
  ],
])('%s', (_, model) => {
  const input = { ...model, sampling: { method: 'hmc', samples: 2000 } } as const satisfies SpecInput;

  it('is what chains of another sampler have', () => {
    const { spec, filling } = settleFilling(resolveSpec(input));
    const exact = createModel(sampledParameters(spec));
    const chains = [1, 2].map((chain) => {
      const random = philoxStream(99, chain);
      const sampler = localSampler(exact);
      const state = sampler.start(startingSpins(exact.parameters.lattice, chain, random));
      const measure = ({ spins }: { spins: Float64Array }) => ({ density: exact.measure(spins).density });
      return runChain(sampler, state, random, { warmUp: 100, samples: 1200, measure }).series.density;
    });
    const density = estimateMean(chains);
    if (density.kind !== 'estimate' || !filling) throw new Error('there are enough samples');
    const sigma = (density.mean - (filling.wanted ?? 0)) / Math.hypot(density.error, filling.density.error);
    expect(Math.abs(sigma)).toBeLessThan(3.5);
    expect(filling.isSettled).toBe(true);
  });

  it('knows ⟨n⟩ twice as well as independent pairs of samples of the run, for less than half of its cost', () => {
    const { stages, endedBy, density } = found(input);
    const spec = resolveSpec(input);
    const exact = createModel(sampledParameters(withStandIn(spec)));
    const costs = pilotCosts(createModel(pilotParameters(spec)));
    const spent = stages.reduce((sum, stage) => sum + costOfStage(stage, costs), 0);
    expect(spent).toBeLessThanOrEqual(pilotBudget(spec, exact));
    expect(pilotBudget(spec, exact)).toBeLessThan(0.51 * 4 * 2500 * 20 * exact.cost);
    expect([endedBy, stages.at(-1)?.weight]).toEqual(['accuracy', 'linear']);
    expect(density.effectiveSamples).toBeGreaterThan(4000);
  });

  it('is the same whichever parts of it are known already', () => {
    const records: PilotRecord[] = [];
    const made: PilotResult[] = [];
    const run = pilotRunner(() => 0);
    const counted = (task: Parameters<typeof run>[0]) => {
      const result = run(task);
      made.push(result);
      return result;
    };
    const search = (known: readonly PilotRecord[]) =>
      settleFilling(resolveSpec(input), {
        runPilot: pilotJournal(known, (record) => records.push(structuredClone(record)), counted),
      }).filling;
    const whole = search([]);
    const count = made.length;
    expect(count).toBeGreaterThanOrEqual(4);
    const all = records.slice();
    for (const part of [1, count - 1, count]) {
      made.length = 0;
      expect(search(all.slice(0, part))).toEqual(whole);
      expect(made.length).toBe(count - part);
    }
    expect({ ...found(input), seconds: 0 }).toEqual(whole);
  });
});

it('is 0 at half filling by symmetry, without a pilot', () => {
  const filling = found({ lattice: { size: [4, 4] }, model: { filling: 1 } });
  expect(filling).toMatchObject({ chemicalPotential: 0, chosenBy: 'symmetry', exactEvaluations: 0, stages: [] });
});

describe('particle-hole symmetry without two sublattices', () => {
  const lattice = createLattice({ kind: 'chain', size: [3], twist: [0.25] });
  const FREE = { hopping: [1], exchange: [], field: [0, 0, 0] } as const;

  it('is seen', () => {
    expect(particleHoleSymmetric({ ...FREE, lattice })).toBe(true);
    expect(particleHoleSymmetric({ ...FREE, lattice: createLattice({ kind: 'chain', size: [3], twist: [0.2] }) })).toBe(
      false,
    );
  });

  it('is none where the spins have terms that it does not keep', () => {
    const ring = createLattice({ kind: 'chain', size: [4], twist: [0.2] });
    const chiral = { ...FREE, lattice: ring, dzyaloshinskiiMoriya: [0.3], dmDirection: 'z' } as const;
    expect(particleHoleSymmetric(chiral)).toBe(true);
    expect(particleHoleSymmetric({ ...FREE, lattice: ring, field: [0, 0, 0.2] })).toBe(true);
    expect(particleHoleSymmetric({ ...chiral, field: [0, 0, 0.2] })).toBe(false);
  });

  it('fills half of the levels at μ = 0', () => {
    const exact = createModel({ lattice, coupling: 2, temperature: 0.3, exchange: [0.2] });
    for (const seed of [1, 2, 3]) {
      const spins = namedConfiguration('random', lattice, { seed });
      expect(exact.measure(spins).density).toBeCloseTo(1, 9);
    }
  });
});

it('is in the middle of a gap, which is stated', () => {
  const { chemicalPotential, interval, density, error } = found({
    lattice: { kind: 'triangular', size: [3, 3] },
    model: { filling: 1, coupling: 20, temperature: 0.1 },
    sampling: { method: 'hmc', samples: 100 },
  });
  const [low, high] = interval ?? [0, 0];
  expect(high - low).toBeGreaterThan(5);
  expect(chemicalPotential).toBe((low + high) / 2);
  expect([density.mean, error]).toEqual([1, 0]);
});

it('is part of what prepareSpec prepares', () => {
  const input: SpecInput = {
    lattice: { size: [2, 2] },
    model: { filling: 0.5, temperature: 0.2 },
    sampling: { method: 'local', samples: 50 },
  };
  const { spec, filling } = prepareSpec(input);
  expect(spec.model.chemicalPotential).toBe(filling?.chemicalPotential);
  expect(spec.model.filling).toBeUndefined();
  expect(prepareSpec(spec)).toEqual({ spec: resolveSpec(spec) });
});
