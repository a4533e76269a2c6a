/** A part of a pilot: what it keeps of its samples. */
import { expect, it } from 'vitest';
import { pilotParameters, pilotStart } from '../../../src/chain/filling/pilot.ts';
import { runPilot } from '../../../src/chain/filling/run-pilot.ts';
import { createModel } from '../../../src/index.ts';
import { resolveSpec } from '../../../src/spec.ts';

const spec = resolveSpec({
  lattice: { kind: 'triangular', size: [4, 4] },
  model: { filling: 0.5, temperature: 0.02, exchange: [0.3], field: [0, 0, 0.2] },
});
const parameters = pilotParameters(spec);
const model = createModel(parameters);
const task = {
  parameters,
  seed: 7,
  chain: 1,
  from: pilotStart(parameters, 7, 1),
  warmUp: 4,
  samples: 6,
  every: 2,
};

it('keeps the log weight of the electrons that the chain had, which is off by as much as its few poles allow', () => {
  const { levels, logWeights } = runPilot(task, model, () => {});
  const { chemicalPotential: mu, temperature } = parameters;
  const differences = Array.from(logWeights, (logWeight, k) => {
    const own = levels.subarray(32 * k, 32 * (k + 1));
    const exact = own.reduce((sum, level) => sum + Math.log1p(Math.exp((mu - level) / temperature)), 0);
    return logWeight - exact;
  });
  const largest = Math.max(...differences.map(Math.abs));
  expect(largest).toBeLessThan(model.errorBound);
  expect(largest).toBeGreaterThan(1e-9);
  expect(model.errorBound).toBeLessThan(0.3);
  expect(model.shifts.length).toBeLessThan(createModel({ ...parameters, tolerance: 1e-6 }).shifts.length);
});

it('goes on bit-identically from where a part has ended', () => {
  const whole = runPilot(task, model, () => {});
  const first = runPilot({ ...task, samples: 2 }, model, () => {});
  const second = runPilot({ ...task, from: first.to, warmUp: 0, samples: 4 }, model, () => {});
  expect([...first.levels, ...second.levels]).toEqual([...whole.levels]);
  expect(second.to).toEqual(whole.to);
});

it('is bit-identical in both engines', () => {
  const twin = runPilot(task, createModel(parameters, { engine: 'typescript' }), () => {});
  expect(twin).toEqual(runPilot(task, createModel(parameters, { engine: 'wasm' }), () => {}));
});

it('makes so many trajectories', () => {
  let steps = 0;
  const { exactEvaluations } = runPilot(task, model, () => steps++);
  expect(steps).toBe(4 + 6 * 2);
  expect(exactEvaluations).toBe(1 + 5 * steps + 6);
});
