/** A task of a worker thread: one chain. */
import { advanceChain, type ChainTask } from './advance-chain.ts';
import { isSet } from './in-worker.ts';
import { loadModule } from './modules.ts';
import type { ProgramModule, ProgramSource } from './program-source.ts';

export interface WorkerData {
  readonly task: ChainTask;
  readonly program: ProgramSource;
  /** One 32-bit integer; not 0 means stop. */
  readonly stop: SharedArrayBuffer;
}

/** Advances the chain; sends the events of it. */
export async function perform({ task, program, stop }: WorkerData, send: (message: object) => void): Promise<void> {
  const { createProgram } = (await loadModule(program.module)) as ProgramModule;
  advanceChain(await createProgram(program.argument), task, {
    stopped: () => isSet(stop),
    tell: send,
    now: () => performance.now() / 1000,
  });
}
