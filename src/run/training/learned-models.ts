/**
 * The learned models of a run: trained once, then read from models/effective.json (the card) and models/effective.safetensors; the cheaper one of delayed
 * acceptance lies beside them as models/cheap. A tempered run has such files for every temperature: models/T=0.05/effective.json.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type LearnedModel, type LearnedModels, loadModels } from '../../chain/learning/models.ts';
import { modelParameters } from '../../spec/model-parameters.ts';
import type { Spec } from '../../spec/spec.ts';
import { makeFolder, writeFile } from '../../store/files.ts';
import { type ModelPlace, modelFolder } from '../../store/paths.ts';
import type { Run } from '../../store/store.ts';
import { onStored } from '../../store/trouble.ts';
import { readModelFile } from './model-file.ts';

/** What to do about files of a model that are damaged. */
export const MODEL_REMEDY = 'move models/ out of the run; the training begins anew, with the same result';

type Name = keyof LearnedModels;

const fileOf = (run: ModelPlace, name: Name, ending: string): string => join(modelFolder(run), `${name}.${ending}`);

/** The learned model of a run; undefined before the training has ended. Throws StorageError for files that do not hold a model. */
export function readLearnedModel(run: Run, name: Name = 'effective'): LearnedModel | undefined {
  const card = fileOf(run, name, 'json');
  return existsSync(card) ? onStored(MODEL_REMEDY, () => readModelFile(card)) : undefined;
}

/** Whether the training of a run has left its model. */
export const hasLearnedModel = (run: Pick<Run, 'directory'>): boolean => existsSync(fileOf(run, 'effective', 'json'));

/** Throws StorageError where the files do not hold models for this spec. */
export function requireUsable(spec: Spec, learned: LearnedModels): void {
  onStored(MODEL_REMEDY, () => loadModels(modelParameters(spec), learned));
}

/** The card comes last: with it, the model is there. */
export function writeLearnedModel(run: Run, name: Name, { card, weights }: LearnedModel): void {
  makeFolder(modelFolder(run));
  // Two copies of a job may get here at once: either file is the right one.
  writeFile(fileOf(run, name, 'safetensors'), weights);
  writeFile(fileOf(run, name, 'json'), `${JSON.stringify(card, undefined, 2)}\n`);
}
