/** A learned model in two files: its card, RUN/models/effective.json, and beside it the weights, effective.safetensors. */
import { readFileSync } from 'node:fs';
import type { LearnedModel } from '../../chain/learning/models.ts';
import type { EffectiveModel } from '../../effective/model.ts';
import { parseModelCard } from '../../effective/weights/card.ts';
import { loadModel } from '../../effective/weights/model-files.ts';
import { readSafetensors } from '../../effective/weights/safetensors.ts';
import { InputError } from '../../errors.ts';
import type { ModelParameters } from '../../exact/model.ts';
import { decodeText, otherEncoding } from '../../store/decode-text.ts';
import { unreadable } from '../../store/read-text.ts';
import { onStored } from '../../store/trouble.ts';
import type { Engine } from '../../wasm/engine.ts';

const RESTORE = 'restore it from a copy, or train the model anew';

/** `file`: the card. Throws InputError, naming the file, when one of the two is missing or the card is none; StorageError for damaged weights. */
export const readModelFile = (file: string): LearnedModel => readCardFile(file, 'model card', parseModelCard);

/** The same of any card beside its weights; `name`: of the card. */
export function readCardFile<Card>(
  file: string,
  name: string,
  parse: (text: string) => Card,
): { readonly card: Card; readonly weights: Uint8Array } {
  const text = cardText(read(file, name), file);
  const card = about(file, () => parse(text));
  const weightsFile = file.replace(/(\.json)?$/, '.safetensors');
  const weights = new Uint8Array(read(weightsFile, `file of weights beside the ${name}`));
  // Damage is found here, where the file has a name.
  onStored(RESTORE, () => about(weightsFile, () => readSafetensors(weights)));
  return { card, weights };
}

/** The model on the lattice of `parameters`, of another size where its weights carry over. Throws InputError, naming the file. */
export function loadModelFile(parameters: ModelParameters, file: string, engine?: Engine): EffectiveModel {
  const { card, weights } = readModelFile(file);
  return about(file, () => loadModel(parameters, card, weights, engine));
}

/** Weights in place of their card are no text in any encoding: the card says so. */
function cardText(bytes: Buffer, file: string): string {
  return bytes.includes(0) && !otherEncoding(bytes) ? '' : decodeText(bytes, file);
}

function read(file: string, what: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw unreadable(error, file, what);
  }
}

function about<T>(file: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw error instanceof InputError ? new InputError(`${file}: ${error.message}`, { cause: error }) : error;
  }
}
