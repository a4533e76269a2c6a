/** Learned models to files and back, to the same lattice and to others. */
import { expect, it } from 'vitest';
import { createEffectiveModel } from '../../../src/effective/create.ts';
import { modelCard, parseModelCard } from '../../../src/effective/weights/card.ts';
import { loadModel, modelWeights } from '../../../src/effective/weights/model-files.ts';
import { InputError } from '../../../src/errors.ts';
import type { LatticeSpec } from '../../../src/lattice/lattice.ts';
import { namedConfiguration } from '../../../src/spins/named.ts';
import { modelOf, parametersOf, systems } from '../systems.ts';

const square = (size: number[], boundary: LatticeSpec['boundary'] = ['periodic', 'periodic']): LatticeSpec => ({
  kind: 'square',
  size,
  boundary,
});

it.each(systems)('comes back to the bit: $name', (system) => {
  const model = modelOf(system);
  const text = JSON.stringify(modelCard(model, { loss: 0.25 }));
  const card = parseModelCard(text);
  const loaded = loadModel(parametersOf(system.lattice), card, modelWeights(model));
  const spins = namedConfiguration('random', model.lattice, { seed: 2 });
  expect(loaded.parameters).toEqual(model.parameters);
  expect(loaded.energy(spins)).toBe(model.energy(spins));
  expect(card).toMatchObject({ kind: model.kind, lattice: model.lattice.spec, training: { loss: 0.25 } });
  expect(card.parameters.E0).toBe(model.parameters[0]);
});

/** A configuration of the small torus repeated on the large one. */
function tile(spins: Float64Array, from: number, to: number): Float64Array {
  return Float64Array.from({ length: 3 * to * to }, (_, k) => {
    const [c, x, y] = [k % 3, Math.floor(k / 3) % to, Math.floor(k / (3 * to))];
    return spins[3 * ((x % from) + from * (y % from)) + c];
  });
}

it.each([
  ['linear, all shells', { kind: 'linear' }],
  ['smeared', { kind: 'transformer', shells: 6, smeared: 2, blocks: 2, window: 2, crossReadout: true }],
  ['window', { kind: 'transformer', shells: 6, blocks: 2, window: 2, crossReadout: true }],
  ['normalised', { kind: 'transformer', shells: 'all', blocks: 2, normalised: true }],
] as const)('has four times the energy for four copies of a torus: %s', (_, choice) => {
  const model = modelOf({ lattice: square([6, 6]), choice });
  model.parameters[0] = 0;
  const large = loadModel(parametersOf(square([12, 12])), modelCard(model), modelWeights(model));
  const spins = namedConfiguration('random', model.lattice, { seed: 2 });
  expect(large.energy(tile(spins, 6, 12))).toBeCloseTo(4 * model.energy(spins), 9);
});

const model = modelOf({ lattice: square([6, 6]), choice: { kind: 'transformer', shells: 6, blocks: 2 } });
const card = modelCard(model);
const weights = modelWeights(model);
const home = parametersOf(square([6, 6]));
const message = (action: () => unknown) => {
  expect(action).toThrow(InputError);
  return expect(action);
};

it('says which shells are missing', () => {
  const open = parametersOf(square([3, 3], ['open', 'open']));
  message(() => loadModel(open, card, weights)).toThrow('no bond of shell 6 on the 3 × 3 square lattice');
});

it('refuses another kind of lattice', () => {
  const triangular = parametersOf({ kind: 'triangular', size: [6, 6] });
  message(() => loadModel(triangular, card, weights)).toThrow('lattice: expected square');
});

it('refuses parameters that belong to one size', () => {
  const nodal = createEffectiveModel(home, { kind: 'nodal' });
  const eight = parametersOf(square([8, 8]));
  message(() => loadModel(eight, modelCard(nodal), modelWeights(nodal))).toThrow('parameters: expected "c_1');
});

it('refuses weights of another model', () => {
  const other = modelOf({ lattice: square([6, 6]), choice: { kind: 'transformer', shells: 6, blocks: 2 } });
  other.parameters[5] += 1;
  message(() => loadModel(home, card, modelWeights(other))).toThrow('found others: J_5');
  const longer = modelOf({ lattice: square([6, 6]), choice: { kind: 'transformer', shells: 6, blocks: 3 } });
  message(() => loadModel(home, card, modelWeights(longer))).toThrow('found others: 70 numbers for 49');
});

it.each([
  ['text', 'no card', 'expected JSON'],
  ['JSON of something else', '{"a": 1}', 'format: expected "spinformer model", found nothing'],
  ['null', 'null', 'format'],
  ['a later version', JSON.stringify({ ...card, version: 2 }), 'version: expected 1, found 2'],
  ['a card without parameters', JSON.stringify({ ...card, parameters: undefined }), 'parameters: expected an object'],
])('refuses %s', (_, text, expected) => {
  message(() => parseModelCard(text)).toThrow(expected);
});
