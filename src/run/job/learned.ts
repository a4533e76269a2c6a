/**
 * The learned models of a run: trained once, then read from models/effective.json (the card) and models/effective.safetensors; the cheaper one of delayed
 * acceptance lies beside them as models/cheap.
 */
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GenerationRecord } from '../../training/self-learning.ts';
import { readModelFile } from '../model-file.ts';
import type { Spec } from '../spec/spec.ts';
import type { Run } from '../store/store.ts';
import { type LearnedModel, type LearnedModels, needsCheapModel } from './effective.ts';
import { learn } from './learn.ts';

type Name = keyof LearnedModels;

const fileOf = ({ directory }: Run, name: Name, ending: string): string =>
  join(directory, 'models', `${name}.${ending}`);

/** Undefined before the training has ended. Throws InputError for files that do not hold a model. */
export function readLearnedModel(run: Run, name: Name = 'effective'): LearnedModel | undefined {
  const card = fileOf(run, name, 'json');
  return existsSync(card) ? readModelFile(card) : undefined;
}

/** From their files, or by training: interrupted, that begins anew, with the same bits. */
export function learnedModels(run: Run, spec: Spec): LearnedModels {
  const effective = readLearnedModel(run);
  if (effective) return { effective, cheap: needsCheapModel(spec) ? readLearnedModel(run, 'cheap') : undefined };
  const models = learn(spec, (record) => process.stderr.write(`${generationText(record)}\n`));
  mkdirSync(join(run.directory, 'models'), { recursive: true });
  // The card of the effective model comes last: with it, everything is there.
  if (models.cheap) write(run, 'cheap', models.cheap);
  write(run, 'effective', models.effective);
  return models;
}

function write(run: Run, name: Name, { card, weights }: LearnedModel): void {
  replace(fileOf(run, name, 'safetensors'), weights);
  replace(fileOf(run, name, 'json'), `${JSON.stringify(card, undefined, 2)}\n`);
}

/** Two copies of a job may get here at once: each writes a file of its own, and either is the right one. */
function replace(file: string, contents: string | Uint8Array): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, contents);
  renameSync(draft, file);
}

function generationText(record: GenerationRecord): string {
  const { exactEvaluations, temperature, parameterCount, acceptance, heldOut } = record;
  const parts = [
    `training: ${exactEvaluations} exact evaluations`,
    `T = ${temperature.toPrecision(3)}`,
    `${parameterCount} parameters`,
    `acceptance ${acceptance.toFixed(2)}`,
    `held-out error ${heldOut.energy.toPrecision(3)}`,
  ];
  return parts.join(', ');
}
