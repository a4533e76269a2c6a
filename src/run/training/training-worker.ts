/** A worker thread: the training of a run, and the choice of how to propose. */
import { parentPort } from 'node:worker_threads';
import type { LearnOptions } from '../../chain/learning/learn.ts';
import { type RunTimedTrial, runTimedTrial } from '../../chain/learning/timed-trial.ts';
import { type TrialRecord, trialJournal } from '../../chain/learning/trial-journal.ts';
import { type TrainingOutcome, trainingOutcome } from '../../chain/prepare-spec.ts';
import { type Failure, failureOf, isSet, taskOfWorker } from '../../runner/runner.ts';
import { type TrialTask, watched } from '../../sampling/choosing/trial.ts';
import type { Spec } from '../../spec/spec.ts';
import { watchedModel } from '../../training/fit/watched-model.ts';
import { type FitRecord, fitJournal } from '../../training/loop/journal.ts';
import type { GenerationRecord } from '../../training/loop/self-learning.ts';
import type { TrialEvent, TrialProgressEvent } from './training-events.ts';
import type { TrainingRecords } from './training-journal.ts';

export interface TrainingTask {
  readonly spec: Spec;
  /** Fits and trials of an earlier attempt. */
  readonly records: TrainingRecords;
  /** One 32-bit integer; not 0 means stop. */
  readonly stop: SharedArrayBuffer;
  readonly progressSeconds: number;
}

export type TrainingMessage =
  | { readonly type: 'generation'; readonly record: GenerationRecord }
  | { readonly type: 'fit'; readonly record: FitRecord }
  | { readonly type: 'trial'; readonly record: TrialRecord; readonly event: TrialEvent }
  | TrialProgressEvent
  | { readonly type: 'outcome'; readonly outcome: TrainingOutcome };

const { spec, records, stop, progressSeconds } = taskOfWorker<TrainingTask>();
const send = (message: TrainingMessage | Failure) => parentPort?.postMessage(message);
const STOPPED = new Error('stopped');
const fits = fitJournal(records.fits, (record) => send({ type: 'fit', record }));

function stopIfWanted(): void {
  if (isSet(stop)) throw STOPPED;
}

let told = Number.NEGATIVE_INFINITY;

/** A trial that can be stopped after any of its steps, and says how far it is. */
const runTrial: RunTimedTrial = (task) => {
  const { candidate, warmUp, samples } = task;
  let step = 0;
  const sampler = watched(task.sampler, () => {
    stopIfWanted();
    step++;
    const now = performance.now() / 1000;
    if (now - told < progressSeconds) return;
    told = now;
    send({ type: 'trial-progress', ...candidate, step, steps: warmUp + samples });
  });
  return runTimedTrial({ ...task, sampler });
};

/** Safe, and told, as soon as it has ended. */
function keepTrial(record: TrialRecord, { candidate, warmUp, samples }: TrialTask): void {
  const { performance, exactEvaluations, seconds } = record.result;
  const shown = { warmUp, steps: samples, ...performance, exactEvaluations, seconds };
  send({ type: 'trial', record, event: { type: 'trial', ...candidate, ...shown } });
}

const options: LearnOptions = {
  onGeneration: (record) => send({ type: 'generation', record }),
  onEvaluation: stopIfWanted,
  around: (train) => fits((model, data, start) => train(watchedModel(model, stopIfWanted), data, start)),
  runTrial: trialJournal(records.trials, keepTrial, runTrial),
};

try {
  send({ type: 'outcome', outcome: trainingOutcome(spec, options) });
} catch (error) {
  if (error !== STOPPED) send(failureOf(error));
}
