import { expect, it } from 'vitest';
import { createEffectiveModel } from '../../src/effective/create.ts';
import { createModel } from '../../src/exact/create.ts';
import { createLattice } from '../../src/lattice/create.ts';
import { randomDirections } from '../../src/numeric/directions.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { splitSamples } from '../../src/training/fit/data-set.ts';
import { fitModel } from '../../src/training/fit/fit.ts';
import { watchedModel } from '../../src/training/fit/watched-model.ts';
import { exactSample } from '../../src/training/loop/generation.ts';

const lattice = createLattice({ kind: 'square', size: [2, 2] });
const fixed = { hopping: [1], coupling: 1, chemicalPotential: 0, exchange: [], field: [0, 0, 0] } as const;
const parameters = { lattice, temperature: 0.2, tolerance: 1e-8, ...fixed };
const exact = createModel(parameters);
const random = philoxStream(1, 1);
const data = splitSamples(
  Array.from({ length: 30 }, () => exactSample(exact, randomDirections(random, lattice.siteCount))),
);

it.each([
  ['linear', { kind: 'linear' as const }],
  ['transformer', { kind: 'transformer' as const, shells: 2, blocks: 1 }],
  [
    'a sum',
    [
      { kind: 'convolution' as const, shells: 1 },
      { kind: 'linear' as const, shells: 2 },
    ],
  ],
])('is fitted as the model itself, and stops the fit at any evaluation: %s', (_, choice) => {
  const make = () => {
    const model = createEffectiveModel(parameters, choice);
    model.draw?.(philoxStream(1, 2));
    return model;
  };
  const [plain, watched] = [make(), make()];
  let evaluations = 0;
  const count = () => {
    evaluations++;
  };
  const expected = fitModel(plain, data, { temperature: 0.2 });
  expect(fitModel(watchedModel(watched, count), data, { temperature: 0.2 })).toEqual(expected);
  expect(watched.parameters).toEqual(plain.parameters);
  expect(evaluations).toBeGreaterThan(10);
  const stop = () => {
    if (--evaluations < 10) throw new Error('stopped');
  };
  expect(() => fitModel(watchedModel(make(), stop), data, { temperature: 0.2 })).toThrow('stopped');
});
