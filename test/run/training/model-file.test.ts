/** Model cards and weights on the disk: read as they were written, and named when they are not what they should be. */
import { rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { modelCard } from '../../../src/effective/weights/card.ts';
import { modelWeights } from '../../../src/effective/weights/model-files.ts';
import { InputError, StorageError } from '../../../src/errors.ts';
import type { LatticeSpec } from '../../../src/lattice/lattice.ts';
import { loadModelFile } from '../../../src/run/training/model-file.ts';
import { namedConfiguration } from '../../../src/spins/named.ts';
import { modelOf, parametersOf } from '../../effective/systems.ts';
import { temporaryFolder } from '../../store/example.ts';

const square = (length: number): LatticeSpec => ({ kind: 'square', size: [length, length] });
const model = modelOf({ lattice: square(4), choice: { kind: 'transformer', blocks: 1, shells: 2, normalised: true } });

/** Both files of `model`; the card. */
function written(): { readonly card: string; readonly weights: string } {
  const folder = temporaryFolder();
  const [card, weights] = ['effective.json', 'effective.safetensors'].map((name) => join(folder, name));
  writeFileSync(card, JSON.stringify(modelCard(model)));
  writeFileSync(weights, modelWeights(model));
  return { card, weights };
}

it('has the energy of the model that was written', () => {
  const spins = namedConfiguration('random', model.lattice, { seed: 3 });
  expect(loadModelFile(parametersOf(square(4)), written().card).energy(spins)).toBe(model.energy(spins));
});

it('loads on another size', () => {
  const large = loadModelFile(parametersOf(square(8)), written().card);
  expect([large.lattice.siteCount, large.parameters]).toEqual([64, model.parameters]);
});

const refused = (card: string, lattice = square(4), trouble: new () => Error = InputError) => {
  const load = () => loadModelFile(parametersOf(lattice), card);
  expect(load).toThrow(trouble);
  return expect(load);
};

it('names the file that is missing', () => {
  const { card, weights } = written();
  rmSync(weights);
  refused(card).toThrow(
    `${weights}: expected a file of weights beside the model card to read, but there is no such file`,
  );
  rmSync(card);
  refused(card).toThrow(`${card}: expected a model card to read, but there is no such file`);
});

it('names the file that is damaged or foreign', () => {
  const { card, weights } = written();
  truncateSync(weights, 200);
  refused(card, square(4), StorageError).toThrow(`${weights}: weights, tensor "parameters": expected data up to byte`);
  refused(weights).toThrow(`${weights}: model card: expected JSON, found text that is none`);
});

it('names the card of a model that the lattice does not suit', () => {
  const { card } = written();
  refused(card, { kind: 'triangular', size: [4, 4] }).toThrow(
    `${card}: lattice: expected square, which the model was trained on, found triangular`,
  );
});
