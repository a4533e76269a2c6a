/** The learned model of a run: trained once, then read from models/effective.json (its card) and models/effective.safetensors. */
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GenerationRecord } from '../../training/self-learning.ts';
import { readModelFile } from '../model-file.ts';
import type { Spec } from '../spec/spec.ts';
import type { Run } from '../store/store.ts';
import type { LearnedModel } from './effective.ts';
import { learn } from './learn.ts';

const fileOf = ({ directory }: Run, ending: string): string => join(directory, 'models', `effective.${ending}`);

/** Undefined before the training has ended. Throws InputError for files that do not hold a model. */
export function readLearnedModel(run: Run): LearnedModel | undefined {
  return existsSync(fileOf(run, 'json')) ? readModelFile(fileOf(run, 'json')) : undefined;
}

/** From its files, or by training: interrupted, that begins anew, with the same bits. */
export function learnedModel(run: Run, spec: Spec): LearnedModel {
  const known = readLearnedModel(run);
  if (known) return known;
  const model = learn(spec, (record) => process.stderr.write(`${generationText(record)}\n`));
  mkdirSync(join(run.directory, 'models'), { recursive: true });
  // The card comes last: with it, the model is there.
  write(fileOf(run, 'safetensors'), model.weights);
  write(fileOf(run, 'json'), `${JSON.stringify(model.card, undefined, 2)}\n`);
  return model;
}

/** Two copies of a job may get here at once: each writes a file of its own, and either is the right one. */
function write(file: string, contents: string | Uint8Array): void {
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
