/** A worker thread of a pool: task after task. */
import { parentPort } from 'node:worker_threads';
import { failureOf, taskOfWorker } from './in-worker.ts';
import { loadModule } from './modules.ts';
import type { Free, WorkModule } from './worker-pool.ts';

taskOfWorker();

const send = (message: object) => parentPort?.postMessage(message);

parentPort?.on('message', async ({ module, task }: { readonly module: string; readonly task: never }) => {
  try {
    const { perform } = (await loadModule(module)) as WorkModule;
    await perform(task, send);
  } catch (error) {
    send(failureOf(error));
  }
  send({ type: 'free' } satisfies Free);
});
