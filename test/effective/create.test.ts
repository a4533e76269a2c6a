/** Choices, good and bad; the field of the linear model; sums. */
import { describe, expect, it } from 'vitest';
import { createEffectiveModel } from '../../src/effective/create.ts';
import { linearModel } from '../../src/effective/linear.ts';
import type { EffectiveChoice } from '../../src/effective/model.ts';
import { initialise } from '../../src/effective/start.ts';
import { InputError } from '../../src/errors.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { namedConfiguration } from '../../src/spins/named.ts';
import { modelOf, parametersOf, systems } from './systems.ts';

const parameters = parametersOf({ kind: 'square', size: [4, 4] });

const bad: [string, unknown, string][] = [
  [
    'kind',
    { kind: 'transfromer' },
    'kind: expected linear, transformer, nodal, convolution, plain-cnn or standard-attention, found "transfromer"',
  ],
  ['kind from the prototype', { kind: 'toString' }, 'kind: expected'],
  ['no kinds', [], 'found none'],
  ['foreign option', { kind: 'linear', blocks: 2 }, 'blocks: expected an option of kind "linear"'],
  ['unknown option', { kind: 'transformer', heads: 2 }, 'heads: expected an option of kind "transformer"'],
  ['blocks', { kind: 'transformer', blocks: 1.5 }, 'blocks: expected an integer ≥ 0, found 1.5'],
  ['smeared', { kind: 'transformer', smeared: 0 }, 'smeared: expected an integer ≥ 1, found 0'],
  ['window', { kind: 'transformer', window: 0 }, 'window: expected an integer ≥ 1, found 0'],
  ['shells', { kind: 'transformer', shells: 'most' }, 'shells: expected'],
  ['layers', { kind: 'convolution', layers: 0 }, 'layers: expected an integer ≥ 1, found 0'],
  ['channels', { kind: 'standard-attention', channels: 2.5 }, 'channels: expected an integer ≥ 1, found 2.5'],
  ['shells of attention', { kind: 'standard-attention', shells: 2 }, 'shells: expected an option of kind'],
  [
    'both ways of size transfer',
    { kind: 'transformer', window: 2, normalised: true },
    'normalised: expected it without',
  ],
  [
    'option of a term',
    [{ kind: 'linear' }, { kind: 'nodal', window: 2 }],
    'window: expected an option of kind "nodal"',
  ],
];

it.each(bad)('refuses %s', (_, choice, message) => {
  const create = () => createEffectiveModel(parameters, choice as EffectiveChoice);
  expect(create).toThrow(InputError);
  expect(create).toThrow(message);
  expect(create).toThrow('did you mean');
});

it.each(systems)('describes itself: $name', (system) => {
  const model = modelOf(system);
  const again = createEffectiveModel(parametersOf(system.lattice), model.describe());
  expect(again.parameterNames).toEqual(model.parameterNames);
  expect(again.parameterNames).toHaveLength(model.parameters.length);
  expect(new Set(again.parameterNames).size).toBe(model.parameters.length);
  expect(again.kind).toBe(model.kind);
  again.parameters.set(model.parameters);
  const spins = namedConfiguration('random', model.lattice, { seed: 8 });
  expect(again.energy(spins)).toBe(model.energy(spins));
});

describe('the linear model', () => {
  it('has the energy −J Σ S·S of states that are known', () => {
    const model = createEffectiveModel(parameters, { kind: 'linear', shells: 2 });
    model.parameters.set([1.5, 0.25, 0.125]);
    expect(model.energy(namedConfiguration('ferromagnet', parameters.lattice))).toBe(1.5 - 0.25 * 32 - 0.125 * 32);
    expect(model.energy(namedConfiguration('neel', parameters.lattice))).toBe(1.5 + 0.25 * 32 - 0.125 * 32);
  });

  it.each([[[4, 4]], [[2, 1]]])('has the field of the other spins on %j', (size) => {
    const { lattice } = parametersOf({ kind: 'square', size });
    const model = linearModel(lattice, { kind: 'linear', shells: 3 }, 'wasm');
    initialise(model, philoxStream(2, 0), 1);
    const spins = namedConfiguration('random', lattice, { seed: 1 });
    const field = new Float64Array(3);
    model.field(spins, 1, field);
    const [before, old] = [model.energy(spins), spins.slice(3, 6)];
    spins.set([0, 0.6, 0.8], 3);
    const change = field.reduce((sum, h, c) => sum - h * (spins[3 + c] - old[c]), 0);
    expect(model.energy(spins) - before).toBeCloseTo(change, 12);
  });
});

describe('a sum', () => {
  const choices: EffectiveChoice[] = [{ kind: 'nodal' }, { kind: 'transformer', blocks: 1, shells: 2 }];
  const spins = namedConfiguration('random', parameters.lattice, { seed: 6 });

  it('is the sum of the energies with one constant', () => {
    const models = choices.map((choice) => createEffectiveModel(parameters, choice));
    const sum = createEffectiveModel(parameters, choices);
    expect(sum.parameters[0]).toBe(models[0].parameters[0]);
    for (const [m, model] of models.entries()) initialise(model, philoxStream(m, 0), 0.1);
    sum.parameters.set(
      models.flatMap((model) => [...model.parameters.subarray(1)]),
      1,
    );
    expect(sum.energy(spins)).toBeCloseTo(models[0].energy(spins) + models[1].energy(spins), 12);
    expect(sum.parameterNames.slice(0, 2)).toEqual(['E0', 'nodal J_1']);
    expect(sum.parameterNames.at(-1)).toBe('transformer block 1 W_V shell 2');
  });

  it('follows its parameters', () => {
    const sum = createEffectiveModel(parameters, choices);
    const before = sum.energy(spins);
    sum.parameters[sum.parameterNames.indexOf('transformer J_1')] += 0.5;
    expect(sum.energy(spins)).not.toBe(before);
  });
});

it('initialise leaves E_0 and draws the rest', () => {
  const model = createEffectiveModel(parameters, { kind: 'transformer', blocks: 2 });
  model.parameters[0] = 7;
  initialise(model, philoxStream(1, 2), 0.1);
  expect(model.parameters[0]).toBe(7);
  const rest = model.parameters.slice(1);
  const deviation = Math.sqrt(rest.reduce((sum, value) => sum + value * value, 0) / rest.length);
  expect(rest.every((value) => value !== 0)).toBe(true);
  expect(Math.abs(deviation / 0.1 - 1)).toBeLessThan(0.3);
});
