/** The computations that are no runs: plain functions of JSON values, one file each, in worker threads. */
import { inWorker, workerModule } from '../../src/runner/runner.ts';
import type { fitEachOnCommonData, fitOnCommonData, growOnCommonData } from './tasks/fit-on-common-data.ts';
import type { flow } from './tasks/flow.ts';
import type { fourSpins } from './tasks/four-spins.ts';
import type { proposalLength } from './tasks/proposal-length.ts';
import type { sizeTransfer } from './tasks/size-transfer.ts';
import type { stepTimes } from './tasks/step-times.ts';

/** The functions of tasks/ by name. A new task is a new file and a line here and in task-worker.ts. */
interface Tasks {
  readonly 'fit-on-common-data': typeof fitOnCommonData;
  readonly 'fit-each-on-common-data': typeof fitEachOnCommonData;
  readonly 'grow-on-common-data': typeof growOnCommonData;
  readonly 'size-transfer': typeof sizeTransfer;
  readonly 'proposal-length': typeof proposalLength;
  readonly 'step-times': typeof stepTimes;
  readonly flow: typeof flow;
  readonly 'four-spins': typeof fourSpins;
}

export type TaskName = keyof Tasks;
export type TaskArgument<Name extends TaskName> = Parameters<Tasks[Name]>[0];
export type TaskResult<Name extends TaskName> = ReturnType<Tasks[Name]>;

export interface TaskMessage {
  readonly type: 'result';
  readonly value: unknown;
}

export async function taskInWorker<Name extends TaskName>(
  task: Name,
  argument: TaskArgument<Name>,
): Promise<TaskResult<Name>> {
  let result: unknown;
  const module = workerModule('task-worker', import.meta.url);
  await inWorker<TaskMessage>(module, { task, argument }, task, ({ value }) => {
    result = value;
  });
  return result as TaskResult<Name>;
}
