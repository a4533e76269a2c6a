/** A worker thread: the search for the chemical potential of a filling. */
import { parentPort } from 'node:worker_threads';
import { cpuMilliseconds } from '../../chain/cpu-time.ts';
import type { Filling } from '../../chain/filling/filling.ts';
import { settleFilling } from '../../chain/filling/find-filling.ts';
import { type PilotRecord, pilotJournal } from '../../chain/filling/pilot-journal.ts';
import { pilotRunner } from '../../chain/filling/run-pilot.ts';
import { type Failure, failureOf, isSet, taskOfWorker } from '../../runner/runner.ts';
import type { Spec } from '../../spec/spec.ts';
import type { FillingProgressEvent, FillingStageEvent } from './filling-events.ts';

export interface FillingTask {
  readonly spec: Spec;
  /** Parts of the pilot of an earlier attempt. */
  readonly records: readonly PilotRecord[];
  /** One 32-bit integer; not 0 means stop. */
  readonly stop: SharedArrayBuffer;
  readonly progressSeconds: number;
}

export type FillingMessage =
  | FillingStageEvent
  | FillingProgressEvent
  | { readonly type: 'part'; readonly record: PilotRecord }
  | { readonly type: 'found'; readonly filling: Filling };

const { spec, records, stop, progressSeconds } = taskOfWorker<FillingTask>();
const wanted = spec.model.filling ?? Number.NaN;
const send = (message: FillingMessage | Failure) => parentPort?.postMessage(message);
const STOPPED = new Error('stopped');

let trajectories = 0;
let told = Number.NEGATIVE_INFINITY;

function onStep(): void {
  if (isSet(stop)) throw STOPPED;
  trajectories++;
  const now = performance.now() / 1000;
  if (now - told < progressSeconds) return;
  told = now;
  send({ type: 'filling-progress', trajectories, wanted });
}

const run = pilotRunner(() => cpuMilliseconds() / 1000, onStep);

try {
  const { filling } = settleFilling(spec, {
    runPilot: pilotJournal(records, (record) => send({ type: 'part', record }), run),
    onStage: (stage) => send({ type: 'filling-stage', ...stage, wanted }),
  });
  if (filling) send({ type: 'found', filling });
} catch (error) {
  if (error !== STOPPED) send(failureOf(error));
}
