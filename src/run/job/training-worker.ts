/** A worker thread: the training of a run. */
import { parentPort, workerData } from 'node:worker_threads';
import { type FitRecord, journaledFit } from '../../training/journal.ts';
import type { GenerationRecord } from '../../training/self-learning.ts';
import { type Failure, failureOf, isSet } from '../runner/runner.ts';
import type { Spec } from '../spec/spec.ts';
import type { LearnedModels } from './effective.ts';
import { learn } from './learn.ts';

export interface TrainingTask {
  readonly spec: Spec;
  /** Of an earlier attempt. */
  readonly records: readonly FitRecord[];
  /** One 32-bit integer; not 0 means stop. */
  readonly stop: SharedArrayBuffer;
}

export type TrainingMessage =
  | { readonly type: 'generation'; readonly record: GenerationRecord }
  | { readonly type: 'fit'; readonly record: FitRecord }
  | { readonly type: 'learned'; readonly models: LearnedModels };

const { spec, records, stop } = workerData as TrainingTask;
const send = (message: TrainingMessage | Failure) => parentPort?.postMessage(message);
const STOPPED = new Error('stopped');

try {
  const models = learn(spec, {
    onGeneration: (record) => send({ type: 'generation', record }),
    around(fit) {
      const journaled = journaledFit(fit, records, (record) => send({ type: 'fit', record }));
      return (model, data) => {
        if (isSet(stop)) throw STOPPED;
        return journaled(model, data);
      };
    },
  });
  send({ type: 'learned', models });
} catch (error) {
  if (error !== STOPPED) send(failureOf(error));
}
