/** How many tasks a job takes, and whether its time is enough for any. */
import { noticeOf } from '../cluster/job-script.ts';
import type { Places } from '../cluster/places.ts';
import type { TaskState } from '../cluster/task-states.ts';
import { InputError } from '../errors.ts';
import { type TaskEstimates, taskEstimates } from '../evaluate/study/task-estimates.ts';
import { durationText } from '../runner/runner.ts';

/** A scheduler takes so many jobs of a user lightly; tasks beyond are put together while they are short. */
const FEW_JOBS = 100;
/** Seconds for which the start of a job is worth it. */
const WORTH_A_JOB = 600;

/** Tasks of a job: together ten minutes where there are more than a hundred, and one otherwise. `seconds`: of one of them. */
export const sensibleShare = (tasks: number, seconds: number): number =>
  Math.max(1, Math.min(Math.ceil(tasks / FEW_JOBS), Math.floor(WORTH_A_JOB / seconds)));

/** What the chains cost that are left, where it is asked: by a limit of time, or where tasks may be too short. */
export function estimatesOf(
  places: Places,
  chains: readonly TaskState[],
  tasksPerJob: number | undefined,
  limit: number | undefined,
): TaskEstimates | undefined {
  const isAsked = limit !== undefined || (tasksPerJob === undefined && chains.length > FEW_JOBS);
  if (!isAsked || chains.length === 0) return undefined;
  const left = new Set(chains.flatMap(({ task }) => (task.kind === 'chain' ? [places.get(task.point)] : [])));
  const points = [...left].flatMap((place) =>
    place ? [{ name: place.point ?? '', values: {}, spec: place.spec }] : [],
  );
  return taskEstimates({ keys: [], points, carryModels: false, neighbours: new Map() });
}

/** Throws InputError where a job of so many seconds could not be stopped after a sample: it would be queued again for ever. */
export function requireTimeFor(sample: number, limit: number = Infinity): void {
  const usable = limit - noticeOf(limit);
  if (sample < usable) return;
  throw new InputError(
    `--time: expected more than a sample takes, about ${durationText(sample)} on this machine, found ${durationText(usable)} before Slurm tells that the time ends`,
  );
}
