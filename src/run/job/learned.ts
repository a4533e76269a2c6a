/**
 * The learned models of a run: trained once, then read from models/effective.json (the card) and models/effective.safetensors; the cheaper one of delayed
 * acceptance lies beside them as models/cheap.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readModelFile } from '../model-file.ts';
import type { EventListener } from '../runner/runner.ts';
import type { Spec } from '../spec/spec.ts';
import { makeFolder, writeFile } from '../store/files.ts';
import type { Run } from '../store/store.ts';
import { type LearnedModel, type LearnedModels, needsCheapModel } from './effective.ts';
import { train } from './train.ts';
import { openTrainingJournal } from './training-journal.ts';

type Name = keyof LearnedModels;

const fileOf = ({ directory }: Run, name: Name, ending: string): string =>
  join(directory, 'models', `${name}.${ending}`);

/** Undefined before the training has ended. Throws InputError for files that do not hold a model. */
export function readLearnedModel(run: Run, name: Name = 'effective'): LearnedModel | undefined {
  const card = fileOf(run, name, 'json');
  return existsSync(card) ? readModelFile(card) : undefined;
}

/** From their files, or by training; undefined when that was stopped. */
export async function learnedModels(
  run: Run,
  spec: Spec,
  tell: EventListener,
  interruption: AbortSignal,
): Promise<LearnedModels | undefined> {
  const effective = readLearnedModel(run);
  if (effective) return { effective, cheap: needsCheapModel(spec) ? readLearnedModel(run, 'cheap') : undefined };
  const models = await train(run, spec, tell, interruption);
  if (!models) return undefined;
  makeFolder(join(run.directory, 'models'));
  // The card of the effective model comes last: with it, everything is there.
  if (models.cheap) write(run, 'cheap', models.cheap);
  write(run, 'effective', models.effective);
  openTrainingJournal(run).close();
  return models;
}

function write(run: Run, name: Name, { card, weights }: LearnedModel): void {
  // Two copies of a job may get here at once: either file is the right one.
  writeFile(fileOf(run, name, 'safetensors'), weights);
  writeFile(fileOf(run, name, 'json'), `${JSON.stringify(card, undefined, 2)}\n`);
}
