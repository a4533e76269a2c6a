/** A worker thread: one chain. */
import { parentPort, workerData } from 'node:worker_threads';
import { InputError } from '../../errors.ts';
import { advanceChain, type ChainTask } from './advance-chain.ts';
import type { ChainEvent } from './events.ts';
import type { ProgramModule, ProgramSource } from './program.ts';

export interface WorkerData {
  readonly task: ChainTask;
  readonly program: ProgramSource;
  /** One 32-bit integer; not 0 means stop. */
  readonly stop: SharedArrayBuffer;
}

/** An error loses its class on the way to the parent. */
export interface Failure {
  readonly type: 'error';
  readonly message: string;
  readonly wrongInput: boolean;
  readonly stack: string | undefined;
}

const { task, program, stop } = workerData as WorkerData;
const flag = new Int32Array(stop);
const send = (message: ChainEvent | Failure) => parentPort?.postMessage(message);

try {
  const { createProgram } = (await import(program.module)) as ProgramModule;
  advanceChain(await createProgram(program.argument), task, {
    stopped: () => Atomics.load(flag, 0) !== 0,
    tell: send,
    now: () => performance.now() / 1000,
  });
} catch (error) {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  send({ type: 'error', message, stack, wrongInput: error instanceof InputError });
}
