import { describe, expect, it } from 'vitest';
import { createEffectiveModel } from '../../src/effective/create.ts';
import { growTransformer } from '../../src/effective/grow.ts';
import type { EffectiveChoice } from '../../src/effective/model.ts';
import { createModel } from '../../src/exact/create.ts';
import type { ModelParameters } from '../../src/exact/model.ts';
import { createLattice } from '../../src/lattice/create.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { effectiveHmc } from '../../src/sampling/inner/effective-hmc.ts';
import type { ReversibleKernel } from '../../src/sampling/interfaces/reversible-kernel.ts';
import { type Propose, runGeneration } from '../../src/training/loop/generation.ts';
import { type SelfLearningOptions, selfLearn } from '../../src/training/loop/self-learning.ts';
import { trainingReport } from '../../src/training/loop/training-report.ts';

/** Six trajectories of a tuned step: decorrelated on these lattices. */
function proposals(): Propose {
  const kernels = new Map<string, ReversibleKernel>();
  let owner: unknown;
  return (model, temperature, spins, random) => {
    if (model !== owner) kernels.clear();
    owner = model;
    const key = String(temperature);
    const kernel = kernels.get(key) ?? effectiveHmc(model, temperature, { trajectories: 6, steps: 12 });
    kernels.set(key, kernel);
    const proposal = spins.slice();
    kernel.advance(proposal, random);
    kernel.adapt?.();
    return proposal;
  };
}

function talk(length: number, temperature: number): ModelParameters {
  const lattice = createLattice({ kind: 'square', size: [length, length] });
  const fixed = {
    hopping: [1],
    coupling: 1,
    chemicalPotential: 0,
    exchange: [],
    field: [0, 0, 0],
    tolerance: 1e-8,
  } as const;
  return { lattice, temperature, ...fixed };
}

function learn(
  parameters: ModelParameters,
  choice: EffectiveChoice,
  options: Pick<SelfLearningOptions, 'budget' | 'seed'> & Partial<SelfLearningOptions>,
) {
  const model = createEffectiveModel(parameters, choice);
  return selfLearn({ exact: createModel(parameters), model, propose: proposals(), ...options });
}

/** The acceptance of the frozen model, by proposals that no fit has seen. */
function acceptanceOf(
  { model, experience }: ReturnType<typeof selfLearn>,
  parameters: ModelParameters,
  size: number,
): number {
  const chain = { start: experience.samples[experience.samples.length - 1], temperature: parameters.temperature, size };
  return runGeneration(createModel(parameters), model, proposals(), chain, philoxStream(77, 1)).meanAcceptance;
}

describe('the linear model with all shells at 6 × 6, T = 0.05', () => {
  const parameters = talk(6, 0.05);
  const learned = learn(parameters, { kind: 'linear' }, { budget: 200, seed: 1 });

  it('is accepted more than 64 % of the time within 200 exact evaluations, from random spins', () => {
    expect(learned.exactEvaluations).toBeLessThanOrEqual(200);
    expect(acceptanceOf(learned, parameters, 5000)).toBeGreaterThan(0.64);
  });

  it('tells what it cost and what to expect', () => {
    const { history, exactEvaluations, experience } = learned;
    expect(experience.samples.length).toBe(exactEvaluations);
    expect(10 + history.reduce((sum, { proposed }) => sum + proposed, 0)).toBe(exactEvaluations);
    expect(history.map(({ temperature }) => temperature)).toEqual(
      [...history.map(({ temperature }) => temperature)].sort((a, b) => b - a),
    );
    const last = history[history.length - 1];
    expect(last.temperature).toBe(0.05);
    expect(Math.abs(last.predictedAcceptance - 0.67)).toBeLessThan(0.15);
    const card = trainingReport(learned, parameters, 1);
    expect(JSON.parse(JSON.stringify(card))).toEqual(card);
    expect(card).toMatchObject({
      kind: 'linear',
      parameterCount: 10,
      trainedOn: { temperature: 0.05, lattice: { kind: 'square', size: [6, 6] } },
      cost: { exactEvaluations },
    });
    expect(trainingReport(learned, { ...parameters, flux: 0.5 }, 1).trainedOn.flux).toBe(0.5);
    expect(card.history).toHaveLength(history.length);
    expect(card.history[card.history.length - 1]).toEqual({
      temperature: 0.05,
      parameterCount: 10,
      acceptance: last.acceptance,
      exactEvaluations,
      heldOut: last.heldOut.energy,
    });
  });
});

it('learns far below the temperature where random spins are typical', () => {
  const parameters = talk(4, 0.01);
  const learned = learn(parameters, { kind: 'linear' }, { budget: 150, seed: 3 });
  expect(learned.history[0].temperature).toBeGreaterThan(0.02);
  expect(acceptanceOf(learned, parameters, 500)).toBeGreaterThan(0.3);
});

it('is bit-identical when repeated, and not with another seed', () => {
  const parameters = talk(2, 0.1);
  const [first, second, other] = [5, 5, 6].map((seed) => {
    const { model, history } = learn(parameters, { kind: 'linear' }, { budget: 60, seed });
    return { weights: [...model.parameters], history };
  });
  expect(first).toEqual(second);
  expect(first.weights).not.toEqual(other.weights);
});

describe.each(['levenberg-marquardt', 'adamw'] as const)('by %s', (method) => {
  it('grows block by block, never to a worse model, and spends no more than its budget', () => {
    const parameters = talk(4, 0.05);
    const grow: SelfLearningOptions['growth'] = [1, 2].map(
      () => (model, random) => growTransformer(parameters, model, random),
    );
    const records: number[] = [];
    const learned = learn(
      parameters,
      { kind: 'linear', shells: 2 },
      {
        budget: 300,
        seed: 2,
        method,
        growth: grow,
        onGeneration: ({ parameterCount }) => records.push(parameterCount),
      },
    );
    const linear = learn(parameters, { kind: 'linear', shells: 2 }, { budget: 300, seed: 2 });
    expect(learned.exactEvaluations).toBeLessThanOrEqual(300);
    expect(records).toEqual([...records].sort((a, b) => a - b));
    expect(records[0]).toBe(3);
    expect(learned.model.parameters.length).toBeGreaterThanOrEqual(12);
    expect(learned.fitted.method).toBe(method);
    expect(acceptanceOf(learned, parameters, 500)).toBeGreaterThan(acceptanceOf(linear, parameters, 500) + 0.1);
  });
});

it('draws a comparison model from the seed, and again when there are data', () => {
  const parameters = talk(4, 0.1);
  const choice = { kind: 'convolution', shells: 2, layers: 1, channels: 2 } as const;
  const learnt = [1, 2].map((seed) => learn(parameters, choice, { budget: 80, seed }));
  const linear = learn(parameters, { kind: 'linear', shells: 2 }, { budget: 80, seed: 1 });
  for (const { model, fitted } of learnt) {
    expect(model.kind).toBe('convolution');
    expect(fitted.heldOut?.energy).toBeLessThan(linear.fitted.heldOut?.energy ?? 0);
  }
  expect(learnt[0].model.parameters).not.toEqual(learnt[1].model.parameters);
});

it('refuses what cannot work', () => {
  expect(() => learn(talk(2, 0.1), { kind: 'linear' }, { budget: 19, seed: 1 })).toThrow('at least 20');
  const frozen = { ...talk(2, 0.1), temperature: 0 };
  expect(() => learn(frozen, { kind: 'linear' }, { budget: 50, seed: 1 })).toThrow('above zero');
});
