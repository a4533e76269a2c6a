/** Inner chains that are chosen by trial: the same choice everywhere, plans that fit the models, costs that order as work does. */
import { describe, expect, it } from 'vitest';
import { createEffectiveModel } from '../../src/effective/create.ts';
import { createModel } from '../../src/exact/create.ts';
import { createLattice } from '../../src/lattice/create.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { squaredOrders } from '../../src/observables/magnetization.ts';
import { chooseInnerChain } from '../../src/sampling/choosing/choose-inner-chain.ts';
import { pooled } from '../../src/sampling/choosing/pooled.ts';
import { runTrial, watched } from '../../src/sampling/choosing/trial.ts';
import { candidatePlans, decorrelatedPlan, innerChain, innerCost } from '../../src/sampling/inner/inner-chain.ts';
import type { Sampler } from '../../src/sampling/interfaces/sampler.ts';
import { namedConfiguration } from '../../src/spins/named.ts';

const lattice = createLattice({ kind: 'square', size: [4, 4] });
const fixed = { hopping: [1], coupling: 1, chemicalPotential: 0, exchange: [], field: [0, 0, 0] } as const;
const parameters = { lattice, temperature: 0.1, tolerance: 1e-8, ...fixed };
const exact = createModel(parameters);
const start = namedConfiguration('random', lattice, { seed: 1 });

/** J_s by least squares of F over a local chain at T = 0.1. */
function linear() {
  const model = createEffectiveModel(parameters, { kind: 'linear' });
  model.parameters.set([0, -0.008049, 0.01054, 0.005296, -0.001085, 0.0161].slice(0, model.parameters.length));
  return model;
}

/** The same couplings: its block is the identity. */
function transformer() {
  const model = createEffectiveModel(parameters, { kind: 'transformer', shells: 5, blocks: 1 });
  model.parameters.set(linear().parameters);
  return model;
}

const MODELS = [
  { name: 'linear', models: { effective: linear() }, kind: 'heat-bath' },
  { name: 'transformer', models: { effective: transformer() }, kind: 'hmc' },
  { name: 'transformer screens linear', models: { effective: transformer(), cheap: linear() }, kind: 'screened' },
] as const;

const PURPOSE = { orders: squaredOrders(lattice), measurement: 5 * exact.cost };

type Models = (typeof MODELS)[number]['models'];

const choose = (models: Models, seed: number, budget = Number.POSITIVE_INFINITY, run = runTrial) =>
  chooseInnerChain({ exact, models, purpose: PURPOSE, start, random: philoxStream(seed, 1), budget, run });

/** Counted nanoseconds of all trials with a budget. */
function spent(models: Models, budget: number): number {
  let cost = 0;
  choose(models, 3, budget, (task) => {
    cost += (task.warmUp + task.samples) * task.cost;
    return runTrial(task);
  });
  return cost;
}

it('blocks are tried on large lattices alone, by heat bath', () => {
  const blocksOf = (kind: 'linear' | 'transformer', L: number) => {
    const large = { ...parameters, lattice: createLattice({ kind: 'square', size: [L, 20] }) };
    const plans = candidatePlans({ effective: createEffectiveModel(large, { kind, shells: 1 }) });
    return plans.flatMap((plan) => (plan.kind === 'heat-bath' ? (plan.block ?? []) : []));
  };
  expect([blocksOf('linear', 20), blocksOf('linear', 32), blocksOf('linear', 19)]).toEqual([[10, 7], [16, 11], []]);
  expect(blocksOf('transformer', 20)).toEqual([]);
});

describe.each(MODELS)('$name', ({ models, kind }) => {
  it('makes plans that its models can follow, the decorrelated one the longest', () => {
    const plans = candidatePlans(models);
    expect(new Set(plans.map((plan) => plan.kind))).toEqual(new Set([kind]));
    for (const plan of plans) {
      const spins = start.slice();
      innerChain(models, 0.1, plan).advance(spins, philoxStream(1, 2));
      expect(spins).not.toEqual(start);
      expect(innerCost(models, plan)).toBeGreaterThan(0);
      expect(innerCost(models, plan)).toBeLessThan(innerCost(models, decorrelatedPlan(models)));
    }
  });

  it('chooses the most efficient of its trials, the same one twice', () => {
    const first = choose(models, 3);
    expect(first.plan).toEqual(first.trials[0].plan);
    for (const { plan, tau, cost, efficiency } of first.trials) {
      expect(efficiency).toBeLessThanOrEqual(first.trials[0].efficiency);
      const step = exact.cost + innerCost(models, plan);
      expect(cost).toBeGreaterThan(step);
      expect(cost).toBeLessThanOrEqual(step + PURPOSE.measurement);
      expect(efficiency).toBeCloseTo(1e9 / (2 * tau * cost), 6);
    }
    expect(first.chosenBy).toBe('trials');
    expect(choose(models, 3)).toEqual(first);
  });

  it('stays within its budget: shorter trials, then none but the plan that is usually best', () => {
    const whole = spent(models, Number.POSITIVE_INFINITY);
    const budgets = [1, 1 / 2, 1 / 4, 1 / 8, 1 / 30].map((part) => part * whole);
    const costs = budgets.map((budget) => spent(models, budget));
    for (const [k, cost] of costs.entries()) expect(cost).toBeLessThanOrEqual(budgets[k]);
    expect(costs[1]).toBeGreaterThan(0.1 * whole);
    expect(costs[4]).toBe(0);
    expect(choose(models, 3, budgets[4])).toEqual({
      plan: candidatePlans(models)[0],
      chosenBy: 'rule',
      trials: [],
      exactEvaluations: 0,
    });
  });
});

it('says what a trial cost in exact evaluations, and starts where it is told', () => {
  const before = start.slice();
  let counted = 0;
  const counting = {
    ...exact,
    logWeight(spins: Float64Array) {
      counted++;
      return exact.logWeight(spins);
    },
  };
  const options = { exact: counting, models: MODELS[0].models, purpose: PURPOSE, start };
  const { exactEvaluations } = chooseInnerChain({ ...options, random: philoxStream(5, 1), budget: 1e12 });
  expect(exactEvaluations).toBe(counted);
  expect(counted).toBeGreaterThan(candidatePlans(MODELS[0].models).length * 130);
  expect(start).toEqual(before);
});

it('makes short trials of all plans and long ones of the best, each where it has ended', () => {
  const ends = new Map<string, Float64Array>();
  const lengths = new Map<string, number>();
  const { plan } = choose(MODELS[0].models, 3, 1e12, (task) => {
    const name = JSON.stringify(task.candidate);
    if (ends.has(name)) expect(task.spins).toEqual(ends.get(name));
    const result = runTrial(task);
    ends.set(name, result.spins);
    lengths.set(name, (lengths.get(name) ?? 0) + task.samples);
    return result;
  });
  const counts = [...lengths.values()];
  expect(counts).toHaveLength(candidatePlans(MODELS[0].models).length);
  expect(Math.min(...counts)).toBe(100);
  expect(lengths.get(JSON.stringify({ plan }))).toBe(Math.max(...counts));
  expect(Math.max(...counts)).toBeGreaterThanOrEqual(300);
});

it('takes two stretches of a chain for one: effective samples add up, costs are means over the steps', () => {
  const first = { acceptance: 0.8, tau: 1, cost: 1000, efficiency: 5e5, steps: 100 };
  const second = { acceptance: 0.6, tau: 3, cost: 1500, efficiency: 1e9 / 9000, steps: 300 };
  const both = pooled(first, second);
  expect(both).toMatchObject({ steps: 400, cost: 1375, tau: 2 });
  expect(both.acceptance).toBeCloseTo(0.65, 12);
  expect(both.efficiency).toBeCloseTo(1e9 / (2 * 2 * 1375), 6);
  expect(pooled({ ...first, acceptance: null }, second).acceptance).toBeNull();
});

it('takes a chain that never moves for one sample, not for independent ones', () => {
  const stuck: Sampler = {
    name: 'stuck',
    settings: () => ({}),
    restore: () => {},
    start: (spins) => ({ spins: spins.slice(), logWeight: 1, logImportance: 0 }),
    step: () => ({
      proposed: 1,
      accepted: 0,
      exactEvaluations: 1,
      effectiveEvaluations: 0,
      innerProposed: 0,
      innerAccepted: 0,
      logRatio: -1e3,
    }),
  };
  const task = { candidate: { name: 'stuck' }, sampler: stuck, spins: start, random: philoxStream(1, 1) };
  const { performance } = runTrial({ ...task, warmUp: 0, samples: 100, purpose: PURPOSE, cost: 1e3 });
  expect(performance).toMatchObject({ acceptance: 0, tau: 50, efficiency: 1e9 / (100 * 1e3) });
});

it('can be ended at any step', () => {
  const { models } = MODELS[0];
  let steps = 0;
  const stop = () => {
    if (++steps === 7) throw new Error('stopped');
  };
  const run: typeof runTrial = (task) => runTrial({ ...task, sampler: watched(task.sampler, stop) });
  expect(() => choose(models, 1, 1e12, run)).toThrow('stopped');
  expect(steps).toBe(7);
});
