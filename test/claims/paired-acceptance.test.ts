/** The acceptance over pairs is that of a chain in equilibrium, for good models and bad ones. */
import { expect, it } from 'vitest';
import { commonData } from '../../claims/analysis/common-data.ts';
import { measuredAcceptance } from '../../claims/analysis/measured-acceptance.ts';
import { pairedAcceptance } from '../../claims/analysis/paired-acceptance.ts';
import { createEffectiveModel } from '../../src/effective/create.ts';
import { createModel } from '../../src/exact/create.ts';
import { modelParameters } from '../../src/spec/model-parameters.ts';
import { resolveSpec } from '../../src/spec/spec.ts';
import { splitSamples } from '../../src/training/fit/data-set.ts';
import { fitModel } from '../../src/training/fit/fit.ts';

const parameters = modelParameters(resolveSpec({ lattice: { size: [4, 4] }, model: { temperature: 0.1 } }));
const exact = createModel(parameters);
const samples = commonData(exact, 400, 1);

/** A fitted model with all couplings multiplied by a factor. */
function modelWith(factor: number) {
  const model = createEffectiveModel(parameters, { kind: 'linear' });
  fitModel(model, splitSamples(samples), { temperature: parameters.temperature });
  for (let k = 1; k < model.parameters.length; k++) model.parameters[k] *= factor;
  return model;
}

it.each([1, 0.6, 0])('agrees with a chain: couplings times %f', (factor) => {
  const model = modelWith(factor);
  const paired = pairedAcceptance(exact, model, samples, 300, 1);
  const chain = measuredAcceptance(exact, model, 3000, 2);
  expect(Math.abs(paired.value - chain.rate)).toBeLessThan(4 * Math.hypot(paired.error, chain.error));
  expect(paired.error).toBeLessThan(0.05);
  expect(paired.value).toBeGreaterThan(factor === 1 ? 0.85 : 0.01);
  if (factor < 1) expect(paired.value).toBeLessThan(0.85);
});

it('knows its error: sets of other samples and proposals scatter by it', () => {
  const model = modelWith(0.6);
  const sets = Array.from({ length: 8 }, (_, k) =>
    pairedAcceptance(exact, model, samples.slice(50 * k, 50 * (k + 1)), 50, 10 + k),
  );
  const mean = sets.reduce((sum, { value }) => sum + value, 0) / sets.length;
  const chiSquare = sets.reduce((sum, { value, error }) => sum + ((value - mean) / error) ** 2, 0);
  // Seven degrees of freedom: outside of these once in a thousand, on either side.
  expect(chiSquare).toBeGreaterThan(0.6);
  expect(chiSquare).toBeLessThan(24.3);
});
