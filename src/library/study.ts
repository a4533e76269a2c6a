/** Studies by a program. */
import { availableParallelism } from 'node:os';
import { InputError } from '../errors.ts';
import { advanceStudy, type StudyOutcome } from '../run/study/advance-study.ts';
import { samplableIn, startStudy } from '../run/study/start-study.ts';
import type { StudyEvent } from '../run/study/study-events.ts';
import type { StudyProgress } from '../run/study/study-progress.ts';
import { parseStudy } from '../spec/sweep/parse-study.ts';

/** How a study is run, followed and stopped. */
export interface RunStudyOptions {
  /** The directory of the study; the run of a point lies in `points/NAME`. */
  readonly directory: string;
  /** Trainings and chains that run at the same time, each on a worker thread; one per core where left out. No number depends on it. */
  readonly workers?: number;
  /** Ends the attempt early, once aborted: everything that was done is safe. */
  readonly signal?: AbortSignal;
  /** Told of everything that happens at any point, and how far the study is. What it throws ends the attempt. */
  readonly onEvent?: (event: StudyEvent, progress: StudyProgress) => void;
}

/**
 * Runs a study, or resumes it: makes its directory, trains what its points need, and advances them to the samples that the spec asks for, several at a time. Each point is an ordinary
 * run, bit-identical with a run of its spec alone (unless `carry_models` is set), which `openRun` opens. A point that fails does not stop the others: the outcome names it with its error.
 *
 *     const { failed } = await runStudy(readFileSync('study.toml', 'utf8'), { directory: 'runs/study' });
 *
 * `spec`: a TOML text with [sweep]. Rejects with SpecError, listing all that is wrong with the spec; with InputError, before anything is written, for a spec without [sweep], for points that cannot
 * be sampled, and for a directory that holds something else; with StorageError when the disk refuses.
 */
export async function runStudy(spec: string, options: RunStudyOptions): Promise<StudyOutcome> {
  const { directory, workers = availableParallelism(), signal, onEvent = () => {} } = options;
  if (!Number.isSafeInteger(workers) || workers < 1)
    throw new InputError(`workers: expected a whole number, 1 or more, found ${workers}`);
  const study = parseStudy(spec, 'spec', [], samplableIn(directory));
  if (!study) throw new InputError('expected a study, found a spec without [sweep]: runSpec runs it');
  startStudy(directory, spec, study);
  const interruption = signal ?? new AbortController().signal;
  return advanceStudy(directory, study, { workers }, { tell: onEvent, interruption });
}
