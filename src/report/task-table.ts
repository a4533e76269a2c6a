/** The tasks of a directory as a table. */

import { taskWords } from '../cluster/task.ts';
import type { TaskState } from '../cluster/task-states.ts';
import { durationText } from '../runner/runner.ts';
import { table } from './table.ts';

/** A row for each task: number, what it is, how far it is, and who is at work. */
export function taskTable(states: readonly TaskState[]): string {
  const rows = states.map((one) => [
    taskWords(one.task),
    `${one.number}`,
    one.state,
    shareOf(one),
    signWords(one.sign),
  ]);
  return `${table([['task', '', '', '', ''], ...rows])}\n`;
}

const shareOf = ({ chain, state }: TaskState): string =>
  chain && state !== 'done' && chain.samples > 0 ? `${Math.floor((100 * chain.samples) / chain.wanted)} %` : '';

/** How many tasks are how far. The report, which can always be made again, counts while it is made. */
export function taskCounts(states: readonly TaskState[]): string {
  const counts = (['done', 'running', 'lost', 'open'] as const).flatMap((wanted) => {
    const many = states.filter(
      ({ task, state }) => state === wanted && (task.kind !== 'report' || state !== 'open'),
    ).length;
    return many === 0 ? [] : [`${many} ${wanted}`];
  });
  return `tasks: ${counts.join(', ')}`;
}

/** A row for each task that somebody works on, or did; nothing where there is none. */
export function workersTable(states: readonly TaskState[]): string {
  const signs = states.filter(({ state }) => state === 'running' || state === 'lost');
  const more = signs.length > SHOWN ? `and ${signs.length - SHOWN} more\n` : '';
  return signs.length === 0 ? '' : taskTable(signs.slice(0, SHOWN)) + more;
}

/** Tasks that are shown one by one. */
const SHOWN = 20;

function signWords(sign: TaskState['sign']): string {
  if (!sign) return '';
  const job = sign.job === undefined ? `process ${sign.process}` : `job ${sign.job}`;
  return `${job} on ${sign.host}, last sign of life ${durationText(Math.max(0, sign.age))} ago`;
}
