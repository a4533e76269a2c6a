/** A point of a study as work for its workers: its training, its chains, and what is written when they are over. */
import { storedSamples } from '../../chain/job.ts';
import { chainTasks, type WorkerPool } from '../../runner/runner.ts';
import type { StudyPoint } from '../../spec/study.ts';
import type { Run } from '../../store/store.ts';
import { pointDirectory } from '../../store/study.ts';
import { planOf } from '../conductor/conductor.ts';
import { endOfAttempt } from '../conductor/fewer-wanted.ts';
import { isPrepared, prepare, preparedJob } from '../conductor/prepare.ts';
import type { RunObserver } from '../conductor/run-events.ts';
import { specOf } from '../conductor/stored-spec.ts';
import { finishedOutcome } from './done.ts';
import { carriedModel } from './neighbours.ts';
import { openPoint } from './open-point.ts';
import { writeOutcome } from './outcome-file.ts';
import type { StagedWork, Task } from './schedule.ts';
import { isBegun } from './start-study.ts';

/** What the points of an attempt have in common. */
export interface StudyAttempt {
  readonly directory: string;
  /** Samples wanted of every chain where the study is extended; those of the spec where left out. */
  readonly samples?: number | undefined;
  readonly workers: number;
  readonly pool: WorkerPool;
  /** The observer of a point. */
  readonly observerOf: (point: string) => RunObserver;
  /** Whether the model of a point alone is wanted. */
  readonly isTrainedOnly: (point: string) => boolean;
  /** The neighbour whose model the training of a point begins with; undefined where it begins from nothing. */
  readonly neighbourOf: (point: string) => string | undefined;
  /** A point has what is wanted. */
  readonly done: (point: string, run: Run) => Promise<void>;
  readonly failed: (point: string, error: unknown) => void;
}

/** The work of a point. Nothing of it rejects. */
export function pointWork(point: StudyPoint, attempt: StudyAttempt): StagedWork {
  const folder = pointDirectory(attempt.directory, point.name);
  const isTrainedOnly = attempt.isTrainedOnly(point.name);
  const fail = (error: unknown) => failing(folder, point, attempt, error);
  const train = async () => {
    const run = openPoint(folder, point.spec, attempt.samples);
    const neighbour = isPrepared(folder, point.spec) ? undefined : attempt.neighbourOf(point.name);
    const start = neighbour === undefined ? undefined : carriedModel(attempt.directory, neighbour);
    const job = await prepare(run, attempt.observerOf(point.name), attempt.pool, start);
    if (job && isTrainedOnly) await attempt.done(point.name, run);
    return job !== undefined && !isTrainedOnly;
  };
  const isToTrain = isTrainedOnly || !isPrepared(folder, point.spec);
  return {
    train: isToTrain ? () => train().catch(fail) : undefined,
    chains() {
      try {
        return chainsOf(openPoint(folder, point.spec, attempt.samples), point, attempt);
      } catch (error) {
        fail(error);
        return [];
      }
    },
  };
}

/** The chains of a point; the last of them to end brings the point to its end. */
function chainsOf(run: Run, point: StudyPoint, attempt: StudyAttempt): Task[] {
  const { workers, pool, observerOf } = attempt;
  const job = preparedJob(run);
  if (!job) throw new Error(`${run.directory}: the models of the run have disappeared`);
  const plan = { workers, ...planOf(job, mostOf(run, point, attempt)) };
  const { tasks, end } = chainTasks(run, plan, observerOf(point.name), pool);
  let left = tasks.length;
  const endPoint = async () => {
    if (end() !== 'finished') return;
    await attempt.done(point.name, run);
    writeOutcome(run.directory, finishedOutcome(run.directory, point.spec, plan, storedSamples(job.spec)));
  };
  return tasks.map((task) => async () => {
    await task();
    left--;
    if (left === 0) await endPoint().catch((error) => failing(run.directory, point, attempt, error));
  });
}

/** Samples per chain, where the run was made for more than the study now asks for. */
function mostOf(run: Run, { spec }: StudyPoint, { samples }: StudyAttempt): number | undefined {
  const asked = spec.sampling.samples;
  return samples === undefined && specOf(run).sampling.samples > asked ? endOfAttempt(run, asked) : undefined;
}

/** Remembers why a point failed, where the disk lets it. Returns false: its chains do not begin. */
function failing(folder: string, { name }: StudyPoint, { directory, failed }: StudyAttempt, error: unknown): false {
  failed(name, error);
  if (!isBegun(directory, { name })) return false;
  try {
    writeOutcome(folder, { outcome: 'failed', message: (error as Error).message });
  } catch {
    // What it is about is told in any case.
  }
  return false;
}
