/** Learned models to files and back, to the same lattice and to others. */
import { describe, expect, it } from 'vitest';
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

describe('lattices of your own', () => {
  const rectangle: LatticeSpec = {
    kind: 'own',
    size: [4, 4],
    primitiveVectors: [
      [1, 0],
      [0, 1.5],
    ],
    basis: [[0, 0]],
  };
  const trained = modelOf({ lattice: rectangle, choice: { kind: 'linear', shells: 3 } });
  const about = JSON.parse(JSON.stringify(modelCard(trained)));
  const load = (lattice: LatticeSpec) => loadModel(parametersOf(lattice), about, modelWeights(trained));

  it('are themselves whatever their size, as a tilted cluster too, and with other hopping', () => {
    const bonds = [
      { from: 0, to: 0, cell: [1, 0], hopping: 2, phase: 0.1 },
      { from: 0, to: 0, cell: [0, 1], hopping: 0.3 },
    ];
    const sizes: LatticeSpec['size'][] = [
      [6, 4],
      [
        [3, 1],
        [-1, 3],
      ],
    ];
    for (const size of sizes)
      expect(load({ ...rectangle, size, bonds }).parameters.slice(1)).toEqual(trained.parameters.slice(1));
  });

  it('are told apart, with words that say how', () => {
    const other = {
      ...rectangle,
      primitiveVectors: [
        [1, 0],
        [0, 1.25],
      ],
    };
    message(() => load(other)).toThrow(
      'lattice: expected the primitive vectors (1, 0) (0, 1.5), which the model was trained on, found (1, 0) (0, 1.25)',
    );
    message(() =>
      load({
        ...rectangle,
        basis: [
          [0, 0],
          [0.5, 0.5],
        ],
      }),
    ).toThrow('lattice: expected the basis (0, 0), which the model was trained on, found (0, 0) (0.5, 0.5)');
    message(() => load(square([4, 4]))).toThrow('expected the primitive vectors (1, 0) (0, 1.5)');
    const bonds = [{ from: 0, to: 0, cell: [1, 1], hopping: 1 }];
    message(() => load({ ...rectangle, bonds })).toThrow(
      'lattice: expected shell 3 of 2 displacements a cell, which the model was trained on, found 1 displacement a cell',
    );
  });

  it('may be built in under another name', () => {
    const named = modelOf({ lattice: square([4, 4]), choice: { kind: 'linear', shells: 3 } });
    const mine = parametersOf({
      ...rectangle,
      primitiveVectors: [
        [1, 0],
        [0, 1],
      ],
    });
    const loaded = loadModel(mine, modelCard(named), modelWeights(named));
    const spins = namedConfiguration('random', named.lattice, { seed: 5 });
    expect(loaded.energy(spins)).toBe(named.energy(spins));
  });

  it('are on the card with their bonds', () => {
    const bonds = [{ from: 0, to: 0, cell: [1, 0], hopping: 2, phase: 0.1 }];
    const onCard = modelCard(modelOf({ lattice: { ...rectangle, bonds }, choice: { kind: 'linear', shells: 1 } }));
    expect(onCard.lattice).toMatchObject({ kind: 'own', primitiveVectors: rectangle.primitiveVectors, bonds });
  });
});
