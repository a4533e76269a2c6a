/** The whole program as one file: the command, and every module that its threads load. `scripts/build-bundle.ts` makes dist/spinformer.mjs of it. */
import { isMainThread, workerData } from 'node:worker_threads';
import { adoptModules, loadModule } from '../runner/modules.ts';

adoptModules({
  'filling-worker': () => import('../run/filling/filling-worker.ts'),
  'follow-thread': () => import('../watch/follow-thread.ts'),
  'pool-thread': () => import('../runner/pool-thread.ts'),
  'report-task': () => import('../report/report-task.ts'),
  'spec-chain': () => import('../chain/spec-chain.ts'),
  'spectra-task': () => import('../results/spectra/spectra-task.ts'),
  'training-worker': () => import('../run/training/training-worker.ts'),
  worker: () => import('../runner/worker.ts'),
});

await (isMainThread ? import('./main.ts') : loadModule(workerData.module));
