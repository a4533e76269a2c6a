/** Samples of a linear model that is learned from those of the exact weight. */
import { expect, it } from 'vitest';
import { learnLinear } from '../../../src/chain/filling/learn-linear.ts';
import { pilotLinear } from '../../../src/chain/filling/linear-samples.ts';
import { type PilotSamples, pilotParameters, pilotStart } from '../../../src/chain/filling/pilot.ts';
import { runPilot } from '../../../src/chain/filling/run-pilot.ts';
import { createModel } from '../../../src/index.ts';
import { resolveSpec } from '../../../src/spec.ts';
import { estimateMean } from '../../../src/statistics/estimate.ts';

const spec = resolveSpec({
  lattice: { kind: 'triangular', size: [4, 4] },
  model: { filling: 0.5, temperature: 0.15, coupling: 3, exchange: [0.05] },
});
const parameters = pilotParameters(spec);
const model = createModel(parameters);
const { temperature, chemicalPotential } = parameters;
const size = 2 * parameters.lattice.siteCount;
const exactTask = { parameters, seed: 7, chain: 1, from: pilotStart(parameters, 7, 1), warmUp: 40, every: 1 };

const asStage = ({ levels, logWeights, spins }: PilotSamples) => ({
  chemicalPotential,
  temperature,
  size,
  chains: [levels],
  logWeights: [logWeights],
  spins: [spins],
});

const exact = runPilot({ ...exactTask, samples: 120 }, model, () => {});
const learned = learnLinear(parameters, [asStage(exact)], chemicalPotential);
if (!learned) throw new Error('there are enough samples');
const { couplings, kishShare } = learned;
const task = { ...exactTask, from: exact.to, couplings, warmUp: 4, samples: 6, every: 3 };

it('are weighted by that model, which is a model of the exact weight', () => {
  const effective = pilotLinear(parameters);
  effective.parameters.set(couplings);
  const differences = Array.from({ length: 120 }, (_, k) => {
    const spins = exact.spins.subarray(1.5 * size * k, 1.5 * size * (k + 1));
    return model.logWeight(spins) + effective.energy(spins) / temperature;
  });
  const mean = differences.reduce((sum, one) => sum + one, 0) / 120;
  const variance = differences.reduce((sum, one) => sum + (one - mean) * (one - mean), 0) / 120;
  expect(Math.abs(mean)).toBeLessThan(0.05);
  expect(variance).toBeLessThan(0.5);

  const { spins, logWeights } = runPilot(task, model, () => {});
  for (const [k, logWeight] of logWeights.entries()) {
    const own = spins.subarray(1.5 * size * k, 1.5 * size * (k + 1));
    const nearest = parameters.lattice.bonds(1).reduce((sum, { from, to }) => {
      const product = [0, 1, 2].reduce((all, c) => all + own[3 * from + c] * own[3 * to + c], 0);
      return sum + 0.05 * product;
    }, 0);
    expect(logWeight).toBeCloseTo((nearest - effective.energy(own)) / temperature, 9);
  }
});

it('are worth what was foretold', () => {
  const { levels, logWeights } = runPilot({ ...task, samples: 300, every: 6 }, model, () => {});
  const weights = Array.from(logWeights, (logWeight, k) => {
    const own = levels.subarray(k * size, (k + 1) * size);
    const sum = own.reduce((all, level) => all + Math.log1p(Math.exp((chemicalPotential - level) / temperature)), 0);
    return Math.exp(sum - logWeight);
  });
  const sum = weights.reduce((all, one) => all + one, 0);
  const share = (sum * sum) / weights.reduce((all, one) => all + one * one, 0) / 300;
  expect(share / kishShare).toBeGreaterThan(0.8);
  expect(share / kishShare).toBeLessThan(1.25);
});

it('have controls of mean 0, which are not all 0', () => {
  const { controls } = runPilot({ ...task, samples: 400 }, model, () => {});
  const count = couplings.length - 1;
  expect(controls.length).toBe(400 * count);
  for (let a = 0; a < count; a++) {
    const estimate = estimateMean([Float64Array.from({ length: 400 }, (_, k) => controls[k * count + a])]);
    if (estimate.kind !== 'estimate') throw new Error('there are enough samples');
    expect(estimate.error).toBeGreaterThan(0.001);
    expect(Math.abs(estimate.mean)).toBeLessThan(3.5 * estimate.error);
  }
});

it('go on bit-identically from where a part has ended', () => {
  const whole = runPilot(task, model, () => {});
  const first = runPilot({ ...task, samples: 2 }, model, () => {});
  const second = runPilot({ ...task, from: first.to, warmUp: 0, samples: 4 }, model, () => {});
  for (const key of ['levels', 'logWeights', 'spins', 'controls'] as const)
    expect([...first[key], ...second[key]]).toEqual([...whole[key]]);
  expect(second.to).toEqual(whole.to);
  expect(whole.to.settings).toEqual(exact.to.settings);
});

it('are bit-identical whatever engine the levels come from', () => {
  const twin = runPilot(task, createModel(parameters, { engine: 'typescript' }), () => {});
  expect(twin).toEqual(runPilot(task, createModel(parameters, { engine: 'wasm' }), () => {}));
});

it('take so many advances', () => {
  let steps = 0;
  expect(runPilot(task, model, () => steps++).exactEvaluations).toBe(6);
  expect(steps).toBe(4 + 6 * 3);
});

it('are not made where there is too little to learn from', () => {
  const few = runPilot({ ...exactTask, samples: 20 }, model, () => {});
  expect(learnLinear(parameters, [asStage(few)], chemicalPotential)).toBeUndefined();
});
