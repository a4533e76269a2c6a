/** Worker threads that take one task after the other: to start one takes as long as a short chain. */
import type { Worker } from 'node:worker_threads';
import { errorOf, type Failure, failureOf } from './in-worker.ts';
import { workerModule } from './modules.ts';
import { newThread } from './new-thread.ts';

/** A task, and the module that performs it. */
export interface Work {
  /** A module that exports `perform`: see `WorkModule`. */
  readonly module: URL;
  /** The task: plain data. */
  readonly task: object;
  /** What the messages of its errors begin with. */
  readonly who: string;
}

/** A module of tasks, as a worker thread loads it. */
export interface WorkModule {
  /** Performs a task; `send` tells the parent. */
  readonly perform: (task: never, send: (message: object) => void) => void | Promise<void>;
}

/** Threads, as many as there are tasks at a time. */
export interface WorkerPool {
  /** Performs a task on a thread that has none, or on a new one. Rejects with its error, `who` in front; messages other than failures go to `tell`. */
  perform<Message extends { readonly type: string }>(work: Work, tell: (message: Message) => void): Promise<void>;
  /** Ends all threads; to be called when no task is left. */
  close(): Promise<void>;
}

/** The task of a thread is over, and it waits for the next. */
export interface Free {
  readonly type: 'free';
}

function workerPool(): WorkerPool {
  const idle: Worker[] = [];
  return {
    perform(work, tell) {
      const thread = idle.pop() ?? newThread(workerModule('pool-thread', import.meta.url));
      return inThread(thread, work, tell as (message: object) => void, () => idle.push(thread));
    },
    async close() {
      await Promise.all(idle.splice(0).map((thread) => thread.terminate()));
    },
  };
}

/** Runs an action on a pool that there is, or on one of its own, which ends with it. */
export async function onPool<T>(there: WorkerPool | undefined, action: (pool: WorkerPool) => Promise<T>): Promise<T> {
  if (there) return action(there);
  const pool = workerPool();
  try {
    return await action(pool);
  } finally {
    await pool.close();
  }
}

function inThread(
  thread: Worker,
  { module, task, who }: Work,
  tell: (message: object) => void,
  release: () => void,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let failure: Error | undefined;
  const end = () => {
    thread.off('message', onMessage).off('error', onError).off('exit', onExit);
    if (failure) reject(failure);
    else resolve();
  };
  // Without a word: no task may be taken for done.
  const onExit = () => {
    failure ??= new Error(`${who}: its thread has ended`);
    end();
  };
  const onMessage = (message: Free | Failure | { readonly type: string }) => {
    if (message.type === 'error') failure = errorOf(who, message as Failure);
    else if (message.type !== 'free') tell(message);
    else {
      release();
      end();
    }
  };
  // What the thread could not catch, lack of memory: it has no further task.
  const onError = (error: unknown) => {
    failure = errorOf(who, failureOf(error));
  };
  thread.on('message', onMessage).on('error', onError).on('exit', onExit);
  thread.postMessage({ module: module.href, task });
  return promise;
}
