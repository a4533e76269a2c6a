/** Annealings are chosen by pilots and trials whose costs are counted, within a budget, and the same everywhere. */
import { describe, expect, it } from 'vitest';
import { philoxStream } from '../../src/numeric/philox.ts';
import { annealing } from '../../src/sampling/annealing/annealing.ts';
import { annealingCost, usualAnnealing } from '../../src/sampling/annealing/annealing-plans.ts';
import { chooseAnnealing } from '../../src/sampling/choosing/choose-annealing.ts';
import { annealedSampler } from '../../src/sampling/samplers/annealed.ts';
import { runChain } from '../../src/sampling/samplers/run-chain.ts';
import { namedConfiguration } from '../../src/spins/named.ts';
import { sampleVariance } from '../../src/statistics/variance.ts';
import { learnedModel } from './learned.ts';
import { fourByFour } from './systems.ts';

const SYSTEM = fourByFour(0.05);
const { model: exact } = SYSTEM;
const start = namedConfiguration('random', exact.parameters.lattice, { seed: 1 });
const models = { effective: learnedModel(SYSTEM, 'linear') };
const purpose = { orders: [], measurement: 0 };

const choose = (budget: number, levels?: number, seed = 2) =>
  chooseAnnealing({
    ...{ exact, models, purpose, start, budget, levels },
    random: philoxStream(seed, 1),
    samplerOf: annealedSampler,
  });

describe('the choice', () => {
  it('is the most efficient of its trials, the same one twice', () => {
    const first = choose(1e12);
    expect(first.chosenBy).toBe('trials');
    expect(first.plan).toEqual(first.trials[0].plan);
    for (const { plan, tau, cost, efficiency } of first.trials) {
      expect(cost).toBeCloseTo(exact.cost + annealingCost(models, plan), 6);
      expect(efficiency).toBeCloseTo(1e9 / (2 * tau * cost), 6);
      expect(efficiency).toBeLessThanOrEqual(first.trials[0].efficiency);
    }
    expect(choose(1e12)).toEqual(first);
  });

  it('takes the levels that are wanted, along a schedule of its own', () => {
    const { plan } = choose(1e12, 17);
    expect(plan.levels).toBe(17);
    expect(plan.bend).not.toBe(0);
    expect(choose(0, 17).plan).toEqual({ ...usualAnnealing(models), levels: 17 });
  });

  it('is the usual one where there is nothing to spend', () => {
    expect(choose(0)).toEqual({ plan: usualAnnealing(models), chosenBy: 'rule', trials: [], exactEvaluations: 0 });
  });
});

it('puts levels where they make weights more equal: beside a geometric ladder with as many', () => {
  const varianceOf = (bend: number) => {
    const path = annealing(models, 0.05, { ...usualAnnealing(models), levels: 12, bend });
    const sampler = annealedSampler(exact, path);
    const record = runChain(sampler, sampler.start(start), philoxStream(3, 1), { samples: 1000, measure: () => ({}) });
    return sampleVariance(record.logImportance);
  };
  // Variances of 1000 normal numbers err by 4.5 %.
  expect(varianceOf(choose(1e12).plan.bend)).toBeLessThan(0.8 * varianceOf(30));
});
