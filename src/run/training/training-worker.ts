/** A task of a worker thread: the training of a run, and the choice of how to propose. */
import type { LearnOptions } from '../../chain/learning/learn.ts';
import type { CarriedModel } from '../../chain/learning/models.ts';
import { type RunTimedTrial, runTimedTrial } from '../../chain/learning/timed-trial.ts';
import { type TrialRecord, trialJournal } from '../../chain/learning/trial-journal.ts';
import { type TrainingOutcome, trainingOutcome } from '../../chain/prepare-spec.ts';
import { isSet } from '../../runner/runner.ts';
import { type TrialTask, watched } from '../../sampling/choosing/trial.ts';
import type { Spec } from '../../spec/spec.ts';
import { watchedModel } from '../../training/fit/watched-model.ts';
import { type StageRecord, stageJournal } from '../../training/flow/stage-journal.ts';
import { type FitRecord, fitJournal } from '../../training/loop/journal.ts';
import type { GenerationRecord } from '../../training/loop/self-learning.ts';
import type { FlowStageEvent, TrialEvent, TrialProgressEvent } from './training-events.ts';
import type { TrainingRecords } from './training-journal.ts';

export interface TrainingTask {
  readonly spec: Spec;
  /** The model to begin with; from nothing where left out. */
  readonly start?: CarriedModel | undefined;
  /** Fits, trials and stages of an earlier attempt. */
  readonly records: TrainingRecords;
  /** One 32-bit integer; not 0 means stop. */
  readonly stop: SharedArrayBuffer;
  readonly progressSeconds: number;
}

export type TrainingMessage =
  | { readonly type: 'generation'; readonly record: GenerationRecord }
  | { readonly type: 'fit'; readonly record: FitRecord }
  | { readonly type: 'stage'; readonly record: StageRecord }
  | FlowStageEvent
  | { readonly type: 'trial'; readonly record: TrialRecord; readonly event: TrialEvent }
  | TrialProgressEvent
  | { readonly type: 'outcome'; readonly outcome: TrainingOutcome };

const STOPPED = new Error('stopped');

/** Trains; sends what it comes to, unless it was stopped. */
export function perform(task: TrainingTask, send: (message: TrainingMessage) => void): void {
  try {
    send({ type: 'outcome', outcome: trainingOutcome(task.spec, optionsOf(task, send)) });
  } catch (error) {
    if (error !== STOPPED) throw error;
  }
}

function optionsOf(
  { start, records, stop, progressSeconds }: TrainingTask,
  send: (message: TrainingMessage) => void,
): LearnOptions {
  const stopIfWanted = () => {
    if (isSet(stop)) throw STOPPED;
  };
  const fits = fitJournal(records.fits, (record) => send({ type: 'fit', record }));
  /** Safe, and told, as soon as it has ended. */
  const keepTrial = (record: TrialRecord, { candidate, warmUp, samples }: TrialTask) => {
    const { performance, exactEvaluations, seconds } = record.result;
    const shown = { warmUp, steps: samples, ...performance, exactEvaluations, seconds };
    send({ type: 'trial', record, event: { type: 'trial', ...candidate, ...shown } });
  };
  return {
    start,
    onGeneration: (record) => send({ type: 'generation', record }),
    onEvaluation: stopIfWanted,
    onFlowStage: (stage) => send({ type: 'flow', ...stage }),
    aroundStage: stageJournal(records.stages, (record) => send({ type: 'stage', record })),
    around: (train) => fits((model, data, start) => train(watchedModel(model, stopIfWanted), data, start)),
    runTrial: trialJournal(records.trials, keepTrial, watchedTrials(stopIfWanted, progressSeconds, send)),
  };
}

/** Trials that can be stopped after any of their steps, and say how far they are. */
function watchedTrials(
  stopIfWanted: () => void,
  progressSeconds: number,
  send: (message: TrainingMessage) => void,
): RunTimedTrial {
  let told = Number.NEGATIVE_INFINITY;
  return (task) => {
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
}
