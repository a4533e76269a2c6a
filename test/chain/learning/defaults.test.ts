/** The library and specs have the same defaults, as one declaration makes sure. */
import { expect, it } from 'vitest';
import { choiceOf } from '../../../src/chain/learning/models.ts';
import { createEffectiveModel, createModel } from '../../../src/index.ts';
import { modelParameters, resolveSpec } from '../../../src/spec.ts';

const lattice = { size: [4, 4] };
const inSpec = modelParameters(resolveSpec({ lattice }));

it('of a model', () => {
  const { parameters } = createModel({ lattice: inSpec.lattice });
  expect(parameters).toEqual({ ...inSpec, lattice: parameters.lattice });
});

it.each(['transformer', 'linear', 'nodal', 'convolution', 'plain-cnn', 'standard-attention'] as const)(
  'of an effective model: %s',
  (kind) => {
    const [choice] = choiceOf(resolveSpec({ lattice, effective: { kind } }));
    const [alone, asInSpec] = [{ kind }, choice].map((one) => createEffectiveModel(inSpec, one));
    expect(alone.parameterNames).toEqual(asInSpec.parameterNames);
    expect(asInSpec.describe()).toMatchObject(alone.describe());
  },
);
