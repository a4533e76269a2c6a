/** How far tasks are: by what is stored, and by the signs of life of those that are worked on. */
import { isPrepared } from '../run/conductor/prepare.ts';
import { type SignOfLife, signsOfLife } from './heartbeat.ts';
import { type Places, standingOfChain } from './places.ts';
import type { Task } from './task.ts';

export interface TaskState {
  readonly number: number;
  readonly task: Task;
  /** lost: somebody was at work and has given no sign of life for minutes. A report is never done: there may be more to say. */
  readonly state: 'done' | 'running' | 'lost' | 'open';
  readonly sign?: SignOfLife | undefined;
}

/** The tasks of a directory as they stand; those of points that its spec no longer lists are left out. */
export function taskStates(directory: string, places: Places, tasks: readonly Task[]): TaskState[] {
  const signs = signsOfLife(directory);
  return tasks.flatMap((task, index) => {
    const number = index + 1;
    if (task.kind !== 'report' && !places.has(task.point)) return [];
    const sign = signs.get(number);
    return { number, task, sign, state: isDone(places, task) ? 'done' : stateBy(sign) };
  });
}

const stateBy = (sign: SignOfLife | undefined): TaskState['state'] => {
  if (!sign) return 'open';
  return sign.isLost ? 'lost' : 'running';
};

function isDone(places: Places, task: Task): boolean {
  if (task.kind === 'report') return false;
  const place = places.get(task.point);
  if (!place) return false;
  if (task.kind === 'learn') return place.isBegun() && isPrepared(place.folder, place.spec);
  const { samples, wanted } = standingOfChain(place, task.chain);
  return samples >= wanted;
}
