/** Performs a task. What another machine has done is there, and what it was to do and has not is done here: with the same bits. */

import type { Job } from '../chain/job.ts';
import { storedSamples } from '../chain/job.ts';
import { planOf } from '../run/conductor/conductor.ts';
import { isPrepared, prepare, preparedJob } from '../run/conductor/prepare.ts';
import type { RunObserver } from '../run/conductor/run-events.ts';
import { finishedOutcome } from '../run/study/done.ts';
import { carriedModel } from '../run/study/neighbours.ts';
import { writeOutcome } from '../run/study/outcome-file.ts';
import { chainTasks, onPool, type RunOutcome, type WorkerPool } from '../runner/runner.ts';
import type { Run } from '../store/store.ts';
import { type Place, type Places, standingOf } from './places.ts';
import type { Task } from './task.ts';

/** What a task came to. */
export interface TaskOutcome {
  readonly outcome: RunOutcome;
  /** The run, where it has all of its samples now. */
  readonly completed?: Run | undefined;
}

interface Attempt {
  readonly directory: string;
  readonly places: Places;
  readonly observer: RunObserver;
  readonly pool: WorkerPool;
}

/** Takes a task to its end, or to a signal. One core is busy at a time. */
export function performTask(
  directory: string,
  places: Places,
  task: Exclude<Task, { kind: 'report' }>,
  observer: RunObserver,
): Promise<TaskOutcome> {
  const place = placeOf(places, task.point);
  return onPool(undefined, async (pool) => {
    const attempt = { directory, places, observer, pool };
    const job = await learn(place, attempt);
    if (!job) return { outcome: 'interrupted' };
    return task.kind === 'learn' ? { outcome: 'finished' } : advanceChain(place, task.chain, job, attempt);
  });
}

function placeOf(places: Places, point: string | undefined): Place {
  const place = places.get(point);
  if (!place) throw new Error(`there is no point ${point}`);
  return place;
}

/** What the chains of a place need; undefined after a signal. A neighbour that has not learned yet does so first. */
async function learn(place: Place, attempt: Attempt): Promise<Job | undefined> {
  const { directory, places, observer, pool } = attempt;
  const run = place.open();
  if (isPrepared(place.folder, place.spec)) return preparedJob(run);
  if (place.neighbour === undefined) return prepare(run, observer, pool);
  if (!(await learn(placeOf(places, place.neighbour), attempt))) return undefined;
  return prepare(run, observer, pool, carriedModel(directory, place.neighbour));
}

async function advanceChain(place: Place, chain: number, job: Job, { observer, pool }: Attempt): Promise<TaskOutcome> {
  const run = place.open();
  const plan = { workers: 1, ...planOf(job) };
  const { tasks, end } = chainTasks(run, plan, observer, pool, [chain]);
  await tasks[0]();
  const outcome = end();
  if (outcome !== 'finished' || !isComplete(place)) return { outcome };
  if (place.point !== undefined)
    writeOutcome(place.folder, finishedOutcome(place.folder, place.spec, plan, storedSamples(job.spec)));
  return { outcome, completed: run };
}

function isComplete(place: Place): boolean {
  const { samples, wanted } = standingOf(place);
  return samples.every((count) => count >= wanted);
}
