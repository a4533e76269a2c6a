/** The search for the chemical potential of a run in a worker thread, so that signals are heard; every part of it is safe when it has ended. */
import type { Filling } from '../../chain/filling/filling.ts';
import { inWorker, stopFlag, workerModule } from '../../runner/runner.ts';
import type { Spec } from '../../spec/spec.ts';
import type { Run } from '../../store/store.ts';
import type { FillingListener } from './filling-events.ts';
import { writeFilling } from './filling-file.ts';
import { openFillingJournal } from './filling-journal.ts';
import type { FillingMessage, FillingTask } from './filling-worker.ts';

const PROGRESS_SECONDS = 0.25;

/** Finds what the filling of a run needs, and writes it down. False when it was stopped: it goes on another time, bit-identically. */
export async function searchFilling(
  run: Run,
  spec: Spec,
  tell: FillingListener,
  interruption: AbortSignal,
): Promise<boolean> {
  const journal = openFillingJournal(run);
  const stop = stopFlag();
  const task: FillingTask = { spec, records: journal.records, stop: stop.buffer, progressSeconds: PROGRESS_SECONDS };
  let found: Filling | undefined;
  let trouble: unknown;
  const listen = (message: FillingMessage) => {
    if (message.type === 'part') journal.add(message.record);
    else if (message.type === 'found') found = message.filling;
    else tell(message);
  };
  interruption.addEventListener('abort', stop.set);
  if (interruption.aborted) stop.set();
  await inWorker<FillingMessage>(workerModule('filling-worker', import.meta.url), task, 'filling', (message) => {
    try {
      listen(message);
    } catch (error) {
      trouble = error;
      stop.set();
    }
  });
  interruption.removeEventListener('abort', stop.set);
  if (trouble) throw trouble;
  if (!found) return false;
  writeFilling(run, found);
  journal.close();
  const { stages: _, ...known } = found;
  tell({ type: 'filling', ...known });
  return true;
}
