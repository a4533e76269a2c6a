/** All chains of a run, each on a worker thread, some at a time. */
import type { Run } from '../store/store.ts';
import type { ChainTask } from './advance-chain.ts';
import type { ChainEvent, ChainsListener } from './events.ts';
import { stopFlag } from './in-worker.ts';
import { workerModule } from './modules.ts';
import type { ProgramSource } from './program-source.ts';
import type { WorkerData } from './worker.ts';
import { onPool, type WorkerPool } from './worker-pool.ts';

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
 * when it was one. The run can be resumed in any case. `threads`: its own ones where left out.
 */
export function runChains(
  run: Run,
  plan: RunPlan,
  observer: ChainsObserver,
  threads?: WorkerPool,
): Promise<RunOutcome> {
  return onPool(threads, async (pool) => {
    const { tasks, end } = chainTasks(run, plan, observer, pool);
    const queue = [...tasks];
    const performQueued = async () => {
      for (let task = queue.shift(); task; task = queue.shift()) await task();
    };
    await Promise.all(Array.from({ length: Math.min(plan.workers, plan.chains) }, performQueued));
    return end();
  });
}

/** The chains of a run as tasks, to be performed in any order, several at a time. */
export interface ChainTasks {
  /** One for each of these chains; none of them rejects. After an interruption, or when another has failed, they do nothing. */
  readonly tasks: readonly (() => Promise<void>)[];
  /** How it ended, when all tasks are over; throws the first error of a chain. */
  end(): RunOutcome;
}

/** Tells that the run starts, and makes its tasks. `numbers`: of the chains that are to advance, all of them by default. */
export function chainTasks(
  run: Run,
  plan: RunPlan,
  { tell, interruption }: ChainsObserver,
  pool: WorkerPool,
  numbers = Array.from({ length: plan.chains }, (_, index) => index + 1),
): ChainTasks {
  const { program, chains: _, workers, ...task } = plan;
  const { buffer, set: stop } = stopFlag();
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
  const advanceOne = async (chain: number) => {
    if (interruption.aborted || failures.length > 0) return;
    const data = { task: { ...task, run, chain }, program, stop: buffer };
    await chainOnThread(pool, data, listen).catch((error: Error) => {
      fail(error);
      listen({ type: 'failed', chain, message: error.message });
    });
  };

  interruption.addEventListener('abort', stop);
  listen({ type: 'start', directory: run.directory, chains: numbers.length, samples: plan.samples, workers });
  return {
    tasks: numbers.map((chain) => () => advanceOne(chain)),
    end() {
      interruption.removeEventListener('abort', stop);
      const outcome = done.size === numbers.length ? 'finished' : 'interrupted';
      listen({ type: 'end', outcome: failures.length > 0 ? 'failed' : outcome });
      if (failures.length > 0) throw failures[0];
      return outcome;
    },
  };
}

/** One chain on a thread: resolves when it ends, rejects with the chain's error. */
function chainOnThread(pool: WorkerPool, task: WorkerData, tell: (event: ChainEvent) => void): Promise<void> {
  const module = workerModule('worker', import.meta.url);
  return pool.perform({ module, task, who: `chain ${task.task.chain}` }, tell);
}
