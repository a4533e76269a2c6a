/** A worker thread: one chain. */
import { parentPort } from 'node:worker_threads';
import { advanceChain, type ChainTask } from './advance-chain.ts';
import type { ChainEvent } from './events.ts';
import { type Failure, failureOf, isSet, taskOfWorker } from './in-worker.ts';
import type { ProgramModule, ProgramSource } from './program-source.ts';

export interface WorkerData {
  readonly task: ChainTask;
  readonly program: ProgramSource;
  /** One 32-bit integer; not 0 means stop. */
  readonly stop: SharedArrayBuffer;
}

const { task, program, stop } = taskOfWorker<WorkerData>();
const send = (message: ChainEvent | Failure) => parentPort?.postMessage(message);

try {
  const { createProgram } = (await import(program.module)) as ProgramModule;
  advanceChain(await createProgram(program.argument), task, {
    stopped: () => isSet(stop),
    tell: send,
    now: () => performance.now() / 1000,
  });
} catch (error) {
  send(failureOf(error));
}
