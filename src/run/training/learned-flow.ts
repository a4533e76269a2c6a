/** The flow of a run: trained once, then read from models/flow.json (the card) and models/flow.safetensors. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { flowOn } from '../../chain/flow/load-flow.ts';
import { type LearnedModels, loadModels } from '../../chain/learning/models.ts';
import { parseFlowCard } from '../../flow/card.ts';
import type { LearnedFlow } from '../../flow/flow-files.ts';
import { modelParameters } from '../../spec/model-parameters.ts';
import type { Spec } from '../../spec/spec.ts';
import { makeFolder, writeFile } from '../../store/files.ts';
import { type ModelPlace, modelFolder } from '../../store/paths.ts';
import type { Run } from '../../store/store.ts';
import { onStored } from '../../store/trouble.ts';
import { MODEL_REMEDY } from './learned-models.ts';
import { readCardFile } from './model-file.ts';

const fileOf = (run: ModelPlace, ending: string): string => join(modelFolder(run), `flow.${ending}`);

/** Whether the training of a run has left its flow. */
export const hasLearnedFlow = (run: ModelPlace): boolean => existsSync(fileOf(run, 'json'));

/** The flow of a run; undefined before its training has ended. Throws StorageError for files that do not hold one. */
export function readLearnedFlow(run: Run): LearnedFlow | undefined {
  if (!hasLearnedFlow(run)) return undefined;
  return onStored(MODEL_REMEDY, () => readCardFile(fileOf(run, 'json'), 'flow card', parseFlowCard));
}

/** Throws StorageError where the files do not hold the flow of this spec. */
export function requireUsableFlow(spec: Spec, flow: LearnedFlow, learned: LearnedModels | undefined): void {
  const parameters = modelParameters(spec);
  onStored(MODEL_REMEDY, () => flowOn(parameters, flow, learned && loadModels(parameters, learned)));
}

/** The card comes last: with it, the flow is there. */
export function writeLearnedFlow(run: Run, { card, weights }: LearnedFlow): void {
  makeFolder(modelFolder(run));
  writeFile(fileOf(run, 'safetensors'), weights);
  writeFile(fileOf(run, 'json'), `${JSON.stringify(card, undefined, 2)}\n`);
}
