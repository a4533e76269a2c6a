/** All chains of a run, each in its own worker thread, some at a time. */
import type { Run } from '../store/store.ts';
import type { ChainTask } from './advance-chain.ts';
import type { ChainEvent, ChainsListener } from './events.ts';
import { inWorker, stopFlag, workerModule } from './in-worker.ts';
import type { ProgramSource } from './program-source.ts';
import type { WorkerData } from './worker.ts';

export interface RunPlan extends Omit<ChainTask, 'run' | 'chain'> {
  readonly program: ProgramSource;
  readonly chains: number;
  /** Chains that advance at the same time; it has no influence on any number. */
  readonly workers: number;
}

export interface ChainsObserver {
  readonly tell: ChainsListener;
  /** Once aborted, every chain finishes its sample and commits it. */
  readonly interruption: AbortSignal;
}

/** How a run ends that did not fail. */
export type RunOutcome = 'finished' | 'interrupted';

/**
 * Resumes every chain and advances it to the number of samples that the plan wants.
 *
 * When a chain fails the others commit what they have; then its error is thrown, with the chain in its message: an InputError
 * when it was one. The run can be resumed in any case.
 */
export async function runChains(run: Run, plan: RunPlan, { tell, interruption }: ChainsObserver): Promise<RunOutcome> {
  const { program, chains, workers, ...task } = plan;
  const { buffer, set: stop } = stopFlag();
  const queue = Array.from({ length: chains }, (_, index) => index + 1);
  const failures: unknown[] = [];
  const done = new Set<number>();

  const fail = (error: unknown) => {
    failures.push(error);
    stop();
  };
  const listen: ChainsListener = (event) => {
    if (event.type === 'done') done.add(event.chain);
    try {
      tell(event);
    } catch (error) {
      fail(error);
    }
  };
  const advanceQueued = async () => {
    while (!interruption.aborted && failures.length === 0) {
      const chain = queue.shift();
      if (chain === undefined) return;
      await chainInWorker({ task: { ...task, run, chain }, program, stop: buffer }, listen).catch((error: Error) => {
        fail(error);
        listen({ type: 'failed', chain, message: error.message });
      });
    }
  };

  interruption.addEventListener('abort', stop);
  listen({ type: 'start', directory: run.directory, chains, samples: plan.samples, workers });
  await Promise.all(Array.from({ length: Math.min(workers, chains) }, advanceQueued));
  interruption.removeEventListener('abort', stop);
  const outcome = done.size === chains ? 'finished' : 'interrupted';
  listen({ type: 'end', outcome: failures.length > 0 ? 'failed' : outcome });
  if (failures.length > 0) throw failures[0];
  return outcome;
}

/** One chain in a worker: resolves when it ends, rejects with the chain's error. */
const chainInWorker = (data: WorkerData, tell: (event: ChainEvent) => void): Promise<void> =>
  inWorker(workerModule('worker', import.meta.url), data, `chain ${data.task.chain}`, tell);
