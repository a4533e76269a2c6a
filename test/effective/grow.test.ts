import { describe, expect, it } from 'vitest';
import { createEffectiveModel } from '../../src/effective/create.ts';
import { growTransformer } from '../../src/effective/grow.ts';
import type { EffectiveChoice } from '../../src/effective/model.ts';
import { initialise } from '../../src/effective/start.ts';
import { InputError } from '../../src/errors.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { namedConfiguration } from '../../src/spins/named.ts';
import { parametersOf } from './systems.ts';

const parameters = parametersOf({ kind: 'square', size: [4, 4] });
const spins = namedConfiguration('random', parameters.lattice, { seed: 9 });

function started(choice: EffectiveChoice | EffectiveChoice[]) {
  const model = createEffectiveModel(parameters, choice);
  initialise(model, philoxStream(3, 0), 0.2);
  return model;
}

const cases: [string, EffectiveChoice | EffectiveChoice[]][] = [
  ['a linear model', { kind: 'linear', shells: 3 }],
  ['the paper form', { kind: 'transformer', shells: 3, blocks: 2 }],
  ['cross readout', { kind: 'transformer', shells: 'all', blocks: 2, crossReadout: true }],
  ['few smeared shells', { kind: 'transformer', blocks: 1, shells: 4, smeared: 2, crossReadout: true }],
  ['a window', { kind: 'transformer', blocks: 1, shells: 3, window: 2 }],
  ['a sum', [{ kind: 'nodal' }, { kind: 'transformer', blocks: 1, shells: 3 }]],
];

describe.each(cases)('growing %s', (_, choice) => {
  const model = started(choice);
  const before = model.parameters.slice();
  const grown = growTransformer(parameters, model);
  const gradient = new Float64Array(grown.parameters.length);

  it('keeps the energy and the argument', () => {
    expect(grown.parameters.length).toBeGreaterThan(before.length);
    expect(grown.energy(spins)).toBeCloseTo(model.energy(spins), 11);
    expect(model.parameters).toEqual(before);
  });

  it('leaves somewhere to go: W_V = 0 has a gradient, and further growth works', () => {
    grown.energyAndGradient(spins, gradient);
    const isNew = (name: string) => name.includes(`block ${1 + blocksOf(choice)} W_V`);
    const slopes = grown.parameterNames.flatMap((name, k) => (isNew(name) ? [[grown.parameters[k], gradient[k]]] : []));
    expect(slopes.length).toBeGreaterThan(0);
    for (const [value, slope] of slopes) {
      expect(value).toBe(0);
      expect(Math.abs(slope)).toBeGreaterThan(1e-3);
    }
    initialise(grown, philoxStream(4, 0), 0.1);
    expect(growTransformer(parameters, grown).energy(spins)).toBeCloseTo(grown.energy(spins), 11);
  });
});

const blocksOf = (choice: EffectiveChoice | EffectiveChoice[]) => {
  const last = [choice].flat().at(-1) as EffectiveChoice;
  return last.kind === 'linear' ? 0 : (last.blocks ?? 1);
};

it('starts the same way each time, and another way from other random numbers', () => {
  const model = started({ kind: 'transformer', blocks: 1, shells: 3 });
  const [a, b, c] = [0, 0, 1].map((stream) => growTransformer(parameters, model, philoxStream(0, stream)).parameters);
  expect(a).toEqual(b);
  expect(a).not.toEqual(c);
});

it.each([
  ['nodal', { kind: 'nodal' }],
  ['two transformers', [{ kind: 'transformer' }, { kind: 'transformer', window: 1 }]],
] as [string, EffectiveChoice][])('refuses %s', (_, choice) => {
  const model = createEffectiveModel(parameters, choice);
  expect(() => growTransformer(parameters, model)).toThrow(InputError);
  expect(() => growTransformer(parameters, model)).toThrow('expected one transformer to grow');
});
