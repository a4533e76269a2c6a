/** Training in a worker thread, so that signals are heard; what it has learned is safe after every fit and every trial. */
import type { TrainingOutcome } from '../../chain/prepare-spec.ts';
import { inWorker, stopFlag, workerModule } from '../../runner/runner.ts';
import type { Spec } from '../../spec/spec.ts';
import type { Run } from '../../store/store.ts';
import type { TrainingListener } from './training-events.ts';
import { openTrainingJournal } from './training-journal.ts';
import type { TrainingMessage, TrainingTask } from './training-worker.ts';

const PROGRESS_SECONDS = 0.25;

/** Trains what a run needs. Undefined when it was stopped: it goes on another time, bit-identically. */
export async function train(
  run: Run,
  spec: Spec,
  tell: TrainingListener,
  interruption: AbortSignal,
): Promise<TrainingOutcome | undefined> {
  const journal = openTrainingJournal(run);
  const stop = stopFlag();
  const task: TrainingTask = { spec, records: journal.records, stop: stop.buffer, progressSeconds: PROGRESS_SECONDS };
  let outcome: TrainingOutcome | undefined;
  let trouble: unknown;
  const keepTrial = ({ record, event }: TrainingMessage & { type: 'trial' }) => {
    journal.addTrial(record);
    tell(event);
  };
  const listen = (message: TrainingMessage) => {
    if (message.type === 'generation') tell({ type: 'training', ...message.record });
    else if (message.type === 'fit') journal.addFit(message.record);
    else if (message.type === 'trial') keepTrial(message);
    else if (message.type === 'trial-progress') tell(message);
    else outcome = message.outcome;
  };
  interruption.addEventListener('abort', stop.set);
  if (interruption.aborted) stop.set();
  await inWorker<TrainingMessage>(workerModule('training-worker', import.meta.url), task, 'training', (message) => {
    try {
      listen(message);
    } catch (error) {
      trouble = error;
      stop.set();
    }
  });
  interruption.removeEventListener('abort', stop.set);
  if (trouble) throw trouble;
  return outcome;
}
