/** Training in a worker thread, so that signals are heard; what it has learned is safe after every fit, every trial and every stage of a flow. */
import type { CarriedModel } from '../../chain/learning/models.ts';
import type { TrainingOutcome } from '../../chain/prepare-spec.ts';
import { onPool, stopFlag, type WorkerPool, workerModule } from '../../runner/runner.ts';
import type { Spec } from '../../spec/spec.ts';
import type { Run } from '../../store/store.ts';
import type { TrainingListener } from './training-events.ts';
import { openTrainingJournal } from './training-journal.ts';
import type { TrainingMessage, TrainingTask } from './training-worker.ts';

const PROGRESS_SECONDS = 0.25;

/** Trains what a run needs. Undefined when it was stopped: it goes on another time, bit-identically. `threads`: its own one where left out; `start`: the model to begin with. */
export async function train(
  run: Run,
  spec: Spec,
  tell: TrainingListener,
  interruption: AbortSignal,
  threads?: WorkerPool,
  start?: CarriedModel,
): Promise<TrainingOutcome | undefined> {
  const journal = openTrainingJournal(run);
  const stop = stopFlag();
  const task: TrainingTask = {
    spec,
    start,
    records: journal.records,
    stop: stop.buffer,
    progressSeconds: PROGRESS_SECONDS,
  };
  let outcome: TrainingOutcome | undefined;
  let trouble: unknown;
  const keepTrial = ({ record, event }: TrainingMessage & { type: 'trial' }) => {
    journal.addTrial(record);
    tell(event);
  };
  const listen = (message: TrainingMessage) => {
    if (message.type === 'generation') tell({ type: 'training', ...message.record });
    else if (message.type === 'fit') journal.addFit(message.record);
    else if (message.type === 'stage') journal.addStage(message.record);
    else if (message.type === 'trial') keepTrial(message);
    else if (message.type === 'trial-progress' || message.type === 'flow') tell(message);
    else outcome = message.outcome;
  };
  interruption.addEventListener('abort', stop.set);
  if (interruption.aborted) stop.set();
  const work = { module: workerModule('training-worker', import.meta.url), task, who: 'training' };
  const heard = (message: TrainingMessage) => {
    try {
      listen(message);
    } catch (error) {
      trouble = error;
      stop.set();
    }
  };
  await onPool(threads, (pool) => pool.perform(work, heard)).finally(() =>
    interruption.removeEventListener('abort', stop.set),
  );
  if (trouble) throw trouble;
  return outcome;
}
