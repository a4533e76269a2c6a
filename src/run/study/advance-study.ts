/** Takes the points of a study to their samples, several at a time. */
import { setMaxListeners } from 'node:events';
import { onPool } from '../../runner/runner.ts';
import type { Study, StudyPoint } from '../../spec/study.ts';
import { isKnownDone } from './done.ts';
import { withNeighbours } from './neighbours.ts';
import { pointWork, type StudyAttempt } from './point-work.ts';
import { performStaged } from './schedule.ts';
import type { StudyEvent, StudyObserver } from './study-events.ts';
import { followStudy, type ProgressFollower } from './study-progress.ts';

/** How the points of a study are advanced. */
export interface AdvanceStudyOptions {
  /** Trainings and chains that run at the same time; it has no influence on any number. */
  readonly workers: number;
  /** The points to advance, all of them where left out. */
  readonly points?: readonly StudyPoint[] | undefined;
  /** Samples wanted of every chain, where the study is extended. */
  readonly samples?: number | undefined;
  /** Whether the models alone are wanted. */
  readonly trainOnly?: boolean;
  /** What is done with a point that has its samples, on a thread of the pool: a module of tasks, which is given the directory of the run. */
  readonly afterPoint?: URL;
}

/** A point that failed, and why. */
export interface FailedPoint {
  readonly point: string;
  readonly error: unknown;
}

/** How an attempt at a study ended. */
export interface StudyOutcome {
  readonly outcome: 'finished' | 'interrupted' | 'failed';
  /** Points of this attempt. */
  readonly points: number;
  /** Those of them that have all they should have. */
  readonly done: number;
  readonly failed: readonly FailedPoint[];
}

/**
 * Trains what the points need and have not, then advances their chains to the samples that they want. A point that fails does not stop the others, and is named in the outcome. After an
 * abort, or a kill, the same call goes on.
 *
 * The directory is that of `startStudy`. A point is bit-identical with a run of its spec alone, whatever the workers and the order.
 */
export async function advanceStudy(
  directory: string,
  study: Study,
  { workers, points = study.points, samples, trainOnly = false, afterPoint }: AdvanceStudyOptions,
  observer: StudyObserver,
): Promise<StudyOutcome> {
  const failed: FailedPoint[] = [];
  const follower = followStudy(points.map((point) => plannedPoint(point, samples)));
  const { tell, interruption, rethrow } = guarded(observer, follower);
  const [over, left] = split(points, (point) => !trainOnly && isKnownDone(directory, point, samples));
  for (const { name } of over) follower.done(name);
  const known = new Set(over.map(({ name }) => name));
  const asked = new Set(points.map(({ name }) => name));
  const work = withNeighbours(left, study).filter(({ name }) => !known.has(name));
  tell({ type: 'study', directory, points: points.length, done: over.length, workers });
  await onPool(undefined, (pool) => {
    const attempt: StudyAttempt = {
      directory,
      samples,
      workers,
      pool,
      isTrainedOnly: (point) => trainOnly || !asked.has(point),
      neighbourOf: (point) => study.neighbours.get(point),
      observerOf: (point) => ({
        interruption,
        tell(event) {
          follower.follow(point, event);
          tell({ ...event, point });
        },
      }),
      async done(point, run) {
        if (!asked.has(point)) return;
        if (afterPoint)
          await pool.perform({ module: afterPoint, task: { directory: run.directory }, who: 'report' }, () => {});
        follower.done(point);
      },
      failed(point, error) {
        failed.push({ point, error });
        follower.failed();
        tell({ type: 'point-failed', point, message: (error as Error).message });
      },
    };
    const indices = new Map(work.map(({ name }, index) => [name, index]));
    const works = work.map((point) => {
      const neighbour = study.neighbours.get(point.name) ?? '';
      return Object.assign(pointWork(point, attempt), { after: indices.get(neighbour) });
    });
    return performStaged(works, workers, () => interruption.aborted);
  });
  const { done } = follower.now();
  const outcome = outcomeOf(points.length, done, failed.length);
  tell({ type: 'study-end', outcome, points: points.length, done, failed: failed.length });
  rethrow();
  return { outcome, points: points.length, done, failed };
}

function outcomeOf(points: number, done: number, failed: number): StudyOutcome['outcome'] {
  if (failed > 0) return 'failed';
  return done === points ? 'finished' : 'interrupted';
}

function plannedPoint({ name, spec }: StudyPoint, samples = spec.sampling.samples) {
  return { name, spec, samples: spec.sampling.warmUp + samples };
}

function split<T>(list: readonly T[], belongs: (entry: T) => boolean): readonly [T[], T[]] {
  const [there, others]: [T[], T[]] = [[], []];
  for (const entry of list) (belongs(entry) ? there : others).push(entry);
  return [there, others];
}

/** A listener that throws ends the attempt, as an abort does; then its error is thrown. */
function guarded({ tell, interruption }: StudyObserver, { now }: ProgressFollower) {
  const troubles: unknown[] = [];
  const trouble = new AbortController();
  const either = AbortSignal.any([interruption, trouble.signal]);
  // Every training and every point at hand listens.
  setMaxListeners(0, either);
  return {
    interruption: either,
    tell(event: StudyEvent) {
      try {
        tell(event, now());
      } catch (error) {
        troubles.push(error);
        trouble.abort();
      }
    },
    rethrow() {
      if (troubles.length > 0) throw troubles[0];
    },
  };
}
