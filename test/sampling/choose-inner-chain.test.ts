/** Inner chains that are chosen by trial: the same choice everywhere, plans that fit the models, costs that order as work does. */
import { describe, expect, it } from 'vitest';
import { createEffectiveModel } from '../../src/effective/create.ts';
import { createModel } from '../../src/exact/create.ts';
import { createLattice } from '../../src/lattice/create.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { squaredOrders } from '../../src/observables/magnetization.ts';
import { chooseInnerChain } from '../../src/sampling/choose-inner-chain.ts';
import { candidatePlans, decorrelatedPlan, innerChain, innerCost } from '../../src/sampling/inner-chain.ts';
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

const choose = (models: (typeof MODELS)[number]['models'], seed: number) =>
  chooseInnerChain(exact, models, PURPOSE, start, philoxStream(seed, 1));

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
    expect(choose(models, 3)).toEqual(first);
  });
});

it('says what a trial cost in exact evaluations, and starts where it is told', () => {
  const before = start.slice();
  const { exactEvaluations, trials } = choose(MODELS[0].models, 5);
  expect(exactEvaluations).toBe(candidatePlans(MODELS[0].models).length * 261 + trials.length * 1001);
  expect(start).toEqual(before);
});
