/** A worker thread: the training of a run. */
import { parentPort, workerData } from 'node:worker_threads';
import { type FitRecord, fitJournal } from '../../training/journal.ts';
import type { GenerationRecord } from '../../training/self-learning.ts';
import { type Failure, failureOf, isSet } from '../runner/runner.ts';
import type { Spec } from '../spec/spec.ts';
import { type Chosen, chooseAutomatically } from './auto.ts';
import { isAuto } from './effective.ts';
import { type LearnOptions, learn } from './learn.ts';

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
  | { readonly type: 'outcome'; readonly outcome: TrainingOutcome };

/** No models where an exact sampler was chosen; a choice where the spec leaves it open. */
export type TrainingOutcome = Partial<Chosen>;

const { spec, records, stop } = workerData as TrainingTask;
const send = (message: TrainingMessage | Failure) => parentPort?.postMessage(message);
const STOPPED = new Error('stopped');
const journal = fitJournal(records, (record) => send({ type: 'fit', record }));

const options: LearnOptions = {
  onGeneration: (record) => send({ type: 'generation', record }),
  around(fit) {
    const journaled = journal(fit);
    return (...task) => {
      if (isSet(stop)) throw STOPPED;
      return journaled(...task);
    };
  },
};

try {
  const outcome = isAuto(spec) ? chooseAutomatically(spec, options) : { models: learn(spec, options) };
  send({ type: 'outcome', outcome });
} catch (error) {
  if (error !== STOPPED) send(failureOf(error));
}
