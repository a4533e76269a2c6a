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

/** How many tasks are how far, and who is at work; nothing where there are none. */
export function taskSummary(states: readonly TaskState[]): string {
  if (states.length === 0) return '';
  const counts = (['done', 'running', 'lost', 'open'] as const).flatMap((wanted) => {
    const many = states.filter(({ state }) => state === wanted).length;
    return many === 0 ? [] : [`${many} ${wanted}`];
  });
  const signs = states.filter(({ state }) => state === 'running' || state === 'lost');
  return `tasks: ${counts.join(', ')}\n${signs.length === 0 ? '' : taskTable(signs.slice(0, SHOWN))}`;
}

/** Tasks that are shown one by one. */
const SHOWN = 20;

function signWords(sign: TaskState['sign']): string {
  if (!sign) return '';
  const job = sign.job === undefined ? `process ${sign.process}` : `job ${sign.job}`;
  return `${job} on ${sign.host}, last sign of life ${durationText(Math.max(0, sign.age))} ago`;
}
