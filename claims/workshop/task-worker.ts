/** The worker thread that computes one task. */
import { parentPort, workerData } from 'node:worker_threads';
import { failureOf } from '../../src/runner/runner.ts';
import type { TaskMessage, TaskName } from './tasks.ts';

const LOAD: Readonly<Record<TaskName, () => Promise<(argument: never) => unknown>>> = {
  'fit-on-common-data': async () => (await import('./tasks/fit-on-common-data.ts')).fitOnCommonData,
  'fit-each-on-common-data': async () => (await import('./tasks/fit-on-common-data.ts')).fitEachOnCommonData,
  'grow-on-common-data': async () => (await import('./tasks/fit-on-common-data.ts')).growOnCommonData,
  'size-transfer': async () => (await import('./tasks/size-transfer.ts')).sizeTransfer,
  'proposal-length': async () => (await import('./tasks/proposal-length.ts')).proposalLength,
  'step-times': async () => (await import('./tasks/step-times.ts')).stepTimes,
  flow: async () => (await import('./tasks/flow.ts')).flow,
  'four-spins': async () => (await import('./tasks/four-spins.ts')).fourSpins,
};

const { task, argument } = workerData as { readonly task: TaskName; readonly argument: never };

try {
  const compute = await LOAD[task]();
  parentPort?.postMessage({ type: 'result', value: compute(argument) } satisfies TaskMessage);
} catch (error) {
  parentPort?.postMessage(failureOf(error));
}
