/** A new readout in closed form: the exact minimum over J with the blocks as they are, on any lattice size. */
import { expect, it } from 'vitest';
import { createEffectiveModel } from '../../src/effective/create.ts';
import type { EffectiveChoice, EffectiveModel } from '../../src/effective/model.ts';
import { initialise } from '../../src/effective/start.ts';
import { MODEL_DEFAULTS } from '../../src/exact/defaults.ts';
import { createLattice } from '../../src/lattice/create.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { evaluateLoss } from '../../src/training/fit/loss.ts';
import { fitReadout } from '../../src/training/fit/readout-fit.ts';
import { largestDifference, randomSpins, sampleOf, times } from './samples.ts';

const lattice = createLattice({ kind: 'square', size: [4, 6] });
const parameters = {
  ...MODEL_DEFAULTS,
  lattice,
  temperature: 0.1,
};
const options = { temperature: 0.1 };

function drawn(choice: EffectiveChoice, seed: number): EffectiveModel {
  const model = createEffectiveModel(parameters, choice);
  initialise(model, philoxStream(seed, 0), 0.2);
  return model;
}

const isReadout = (name: string) => /J_|E0/.test(name);

it.each<EffectiveChoice>([
  { kind: 'transformer', shells: 3, blocks: 2 },
  { kind: 'transformer', shells: 3, blocks: 2, crossReadout: true },
  { kind: 'linear', shells: 3 },
])('finds the couplings of a model with the same blocks: $kind, cross readout $crossReadout', (choice) => {
  const truth = drawn(choice, 1);
  const fitted = drawn(choice, 1);
  fitted.parameterNames.forEach((name, k) => {
    if (isReadout(name)) fitted.parameters[k] = k;
  });
  const samples = times(8, (k) => sampleOf(truth, randomSpins(lattice, k)));
  const { training } = fitReadout(fitted, { training: samples, heldOut: [] }, options);
  expect(training.total).toBeLessThan(1e-16);
  expect(largestDifference(fitted.parameters, truth.parameters)).toBeLessThan(1e-8);
});

it('is the minimum over the couplings, and leaves the blocks alone', () => {
  const truth = drawn({ kind: 'transformer', shells: 4, blocks: 1 }, 2);
  const fitted = drawn({ kind: 'transformer', shells: 3, blocks: 1 }, 3);
  const samples = times(30, (k) => sampleOf(truth, randomSpins(lattice, k)));
  const before = fitted.parameters.slice();
  const result = fitReadout(fitted, { training: samples, heldOut: [] }, { ...options, forceWeight: 0.2 });
  const loss = () => evaluateLoss(fitted, samples, { ...options, forceWeight: 0.2 }).total;
  const least = loss();
  expect(least).toBeCloseTo(result.training.total, 10);
  fitted.parameterNames.forEach((name, k) => {
    if (!isReadout(name)) {
      expect(fitted.parameters[k]).toBe(before[k]);
      return;
    }
    for (const shift of [-1e-4, 1e-4]) {
      fitted.parameters[k] += shift;
      expect(loss()).toBeGreaterThan(least * (1 - 1e-12));
      fitted.parameters[k] -= shift;
    }
  });
});

it('refuses models that are more than their readout', () => {
  const model = drawn({ kind: 'convolution', shells: 1, layers: 1, channels: 1 }, 1);
  expect(() => fitReadout(model, { training: [], heldOut: [] }, options)).toThrow('did you mean "transformer"');
});
