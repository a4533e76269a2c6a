/** What Slurm says of the jobs of a directory. */
import type { QueuedTasks } from '../cluster/submitted-jobs.ts';
import type { TaskState } from '../cluster/task-states.ts';
import { count } from '../words/count.ts';

/** A line; none where nothing was submitted or Slurm does not answer. */
export function queueWords(
  directory: string,
  states: readonly TaskState[],
  queue: readonly QueuedTasks[] | undefined,
): string[] {
  if (!queue) return [];
  const left = states.filter(({ task, state }) => task.kind !== 'report' && state !== 'done');
  const queued = new Set(queue.flatMap(({ tasks }) => tasks));
  const missing = left.filter(({ number }) => !queued.has(number)).length;
  const counts = [...Map.groupBy(queue, wordsOf)].map(([words, elements]) => `${elements.length} ${words}`);
  return [
    ...(counts.length > 0 ? [`Slurm: ${count(queue.length, 'job')}, ${counts.join(', ')}`] : []),
    ...(missing > 0
      ? [`Slurm: no job for ${count(missing, 'task')}; spinformer submit ${directory} --slurm submits them`]
      : []),
  ];
}

/** As `pending (Dependency)`. */
const wordsOf = ({ state, reason }: QueuedTasks): string =>
  state.toLowerCase() + (/^(none|)$/i.test(reason) ? '' : ` (${reason})`);

/** Tasks whose job Slurm no longer has are lost, however fresh their last sign of life. */
export function withQueue(states: readonly TaskState[], queue: readonly QueuedTasks[] | undefined): TaskState[] {
  if (!queue) return [...states];
  const jobs = new Set(queue.flatMap(({ job, element }) => [job, `${job}_${element}`]));
  const isGone = ({ state, sign }: TaskState) => state === 'running' && sign?.job !== undefined && !jobs.has(sign.job);
  return states.map((state) => (isGone(state) ? Object.assign({}, state, { state: 'lost' as const }) : state));
}
