/** The tasks of a directory as a table. */

import { taskWords } from '../cluster/task.ts';
import type { TaskState } from '../cluster/task-states.ts';
import { durationText } from '../runner/runner.ts';
import { table } from './table.ts';

/** A row for each task: number, what it is, how far it is, and who is at work. */
export function taskTable(states: readonly TaskState[]): string {
  const rows = states.map(({ number, task, state, sign }) => [taskWords(task), `${number}`, state, signWords(sign)]);
  return `${table([['task', '', '', ''], ...rows])}\n`;
}

function signWords(sign: TaskState['sign']): string {
  if (!sign) return '';
  const job = sign.job === undefined ? `process ${sign.process}` : `job ${sign.job}`;
  return `${job} on ${sign.host}, last sign of life ${durationText(Math.max(0, sign.age))} ago`;
}
