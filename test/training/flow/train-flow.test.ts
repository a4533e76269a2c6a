/** Flows trained on small systems, and what a training counts. */
import { describe, expect, it } from 'vitest';
import type { SpinFermionModel } from '../../../src/exact/model.ts';
import { hmcSampler } from '../../../src/sampling/samplers/hmc.ts';
import { BATCH, flowPlan, leastFlowBudget } from '../../../src/training/flow/flow-plan.ts';
import { flowQuality } from '../../../src/training/flow/flow-quality.ts';
import { type FlowTrainingOptions, trainFlow } from '../../../src/training/flow/train-flow.ts';
import type { Visit } from '../../../src/training/flow/visits.ts';
import { doubleBonds, twoSites } from '../../sampling/systems.ts';

const FISHER = { map: 'fisher', colours: 'sites' } as const;

/** The model, and how often its weight was computed. */
function counted(model: SpinFermionModel) {
  let count = 0;
  const counting =
    <Arguments extends readonly unknown[]>(f: (...given: Arguments) => number) =>
    (...given: Arguments) => {
      count++;
      return f(...given);
    };
  const { logWeight, logWeightAndForce } = model;
  const exact = { ...model, logWeight: counting(logWeight), logWeightAndForce: counting(logWeightAndForce) };
  return { exact, evaluations: () => count };
}

function trajectories(exact: SpinFermionModel): Visit {
  const sampler = hmcSampler(exact);
  return (spins, random, isWarmingUp) => {
    const state = { spins, logWeight: 0, logImportance: 0 };
    const { exactEvaluations } = sampler.step(state, random);
    if (isWarmingUp) sampler.adapt?.();
    return exactEvaluations;
  };
}

describe('a trained flow', () => {
  it('proposes two sites almost perfectly', () => {
    const { model } = twoSites(20);
    const { heldOut } = trainFlow({ exact: model, choice: { ...FISHER, layers: 1 }, budget: 3000, seed: 1 });
    expect(heldOut.effectiveShare).toBeGreaterThan(0.99);
    expect(heldOut.acceptance).toBeGreaterThan(0.95);
    expect(heldOut.spread).toBeLessThan(0.1);
  });

  it('proposes 2 × 2 sites well, with growth, splines and a chain', () => {
    const { model } = doubleBonds(10);
    const choice = { layers: 5, map: 'spline', colours: 'sites' } as const;
    const { heldOut, history } = trainFlow({ exact: model, choice, budget: 6000, seed: 1, visit: trajectories(model) });
    expect(heldOut.effectiveShare).toBeGreaterThan(0.9);
    expect(history.map(({ layers, visits }) => [layers, visits])).toEqual([
      [3, false],
      [5, false],
      [5, true],
    ]);
  });
});

describe('a training', () => {
  const train = (options: Partial<FlowTrainingOptions> = {}) => {
    const { exact, evaluations } = counted(twoSites(5).model);
    const choice = { ...FISHER, layers: 2 };
    return { ...trainFlow({ exact, choice, budget: 1500, seed: 3, ...options }), evaluations };
  };

  it('is a function of its options', () => {
    expect(train().flow.parameters).toEqual(train().flow.parameters);
    expect(train().flow.parameters).not.toEqual(train({ seed: 4 }).flow.parameters);
  });

  it('counts every exact evaluation', () => {
    const { exactEvaluations, evaluations, heldOut } = train();
    expect(evaluations()).toBe(exactEvaluations);
    expect(exactEvaluations).toBeLessThanOrEqual(1500);
    expect(heldOut.samples).toBe(150);
  });

  it('counts those of a chain', () => {
    const { exact, evaluations } = counted(twoSites(5).model);
    const choice = { ...FISHER, layers: 2 };
    const { exactEvaluations } = trainFlow({ exact, choice, budget: 1500, seed: 3, visit: trajectories(exact) });
    // A trajectory from elsewhere begins with one evaluation more than it counts.
    expect(evaluations() - exactEvaluations).toBeLessThanOrEqual(1);
    expect(exactEvaluations).toBeLessThanOrEqual(1500);
  });

  it('needs a temperature and a budget', () => {
    expect(() => train({ budget: 100 })).toThrow(
      'exactEvaluations: expected at least 500 for a flow of 2 layers, found 100\n  did you mean 8000?',
    );
    const { model } = twoSites(5);
    const cold = { ...model, parameters: { ...model.parameters, temperature: 0 } };
    expect(() => train({ exact: cold })).toThrow('a flow needs a temperature above zero');
  });

  it('tells its stages', () => {
    const layers: number[] = [];
    train({ onStage: (stage) => layers.push(stage.layers) });
    expect(layers).toEqual([1, 2]);
  });
});

describe('quality', () => {
  it('of equal weights is perfect', () => {
    const { effectiveShare, acceptance, spread } = flowQuality(new Float64Array(10).fill(-1000));
    expect([effectiveShare, acceptance, spread]).toEqual([expect.closeTo(1, 14), expect.closeTo(1, 14), 0]);
  });

  it('is what all pairs of configurations give', () => {
    const weights = [0.2, 3, 1.1, 0.7];
    const { effectiveShare, largestShare, acceptance } = flowQuality(Float64Array.from(weights, Math.log));
    const sum = weights.reduce((a, b) => a + b);
    const accepted = weights.flatMap((a) => weights.map((b) => (a / sum / 4) * Math.min(1, b / a)));
    expect(acceptance).toBeCloseTo(
      accepted.reduce((a, b) => a + b),
      12,
    );
    expect(largestShare).toBeCloseTo(3 / sum, 12);
    expect(effectiveShare).toBeCloseTo((sum * sum) / 4 / weights.reduce((a, b) => a + b * b, 0), 12);
  });
});

it('the smallest budget leaves a step to every round', () => {
  for (const [layers, ...growth] of [[1], [3], [4, 4], [8, 8], [12, 6, 9, 12], [17, 7, 10, 14, 17]])
    for (const hasChain of [false, true]) {
      const least = leastFlowBudget(layers, 3, hasChain);
      const layersOf = (budget: number) => flowPlan(layers, 3, budget, hasChain).stages.map((stage) => stage.layers);
      const all = [Math.min(layers, 3), ...growth];
      expect(new Set(layersOf(least))).toEqual(new Set(all));
      if (least > 500) expect(new Set(layersOf(least - 32))).not.toEqual(new Set(all));
    }
});

it('a plan stays within its budget', () => {
  for (const [layers, round] of [
    [1, 1],
    [3, 3],
    [8, 3],
  ]) {
    for (const hasChain of [false, true]) {
      const { stages, visits, heldOut } = flowPlan(layers, round, 2000, hasChain);
      const steps = stages.reduce((sum, stage) => sum + stage.steps, 0);
      expect(BATCH * steps + visits + heldOut).toBeLessThanOrEqual(2000);
      expect(BATCH * steps + visits + heldOut).toBeGreaterThan(1600);
      expect(stages.at(-1)?.layers).toBe(layers);
    }
  }
});
