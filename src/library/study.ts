/** Studies by a program. */
import { availableParallelism } from 'node:os';
import { InputError } from '../errors.ts';
import { advanceStudy, type StudyOutcome } from '../run/study/advance-study.ts';
import { samplableIn, startStudy } from '../run/study/start-study.ts';
import type { StudyEvent } from '../run/study/study-events.ts';
import type { StudyProgress } from '../run/study/study-progress.ts';
import type { Study } from '../spec/study.ts';
import type { Accept } from '../spec/sweep/accepted.ts';
import { parseStudy, resolveStudy } from '../spec/sweep/parse-study.ts';
import type { StudyInput } from '../spec/sweep/study-input.ts';
import { type TomlSections, toTomlText } from '../spec/toml-text.ts';
import { requireOptions } from './options.ts';
import { requireDirectory } from './run.ts';

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
 * `spec`: a TOML text with [sweep], or the same as an object with keys in camel case. Rejects with SpecError, listing all that is wrong with the spec; with InputError, before anything is written, for a spec
 * without [sweep], for points that cannot be sampled, for an option that does not exist, and for a directory that holds something else; with StorageError when the disk refuses.
 */
export async function runStudy(spec: string | StudyInput, options: RunStudyOptions): Promise<StudyOutcome> {
  requireOptions('runStudy', OPTIONS, options);
  const { directory, workers = availableParallelism(), signal, onEvent = () => {} } = options;
  requireDirectory(directory, 'a study');
  if (!Number.isSafeInteger(workers) || workers < 1)
    throw new InputError(`workers: expected a whole number, 1 or more, found ${workers}`);
  const study = studyFrom(spec, samplableIn(directory));
  startStudy(directory, textOf(spec), study);
  const interruption = signal ?? new AbortController().signal;
  return advanceStudy(directory, study, { workers }, { tell: onEvent, interruption });
}

const OPTIONS = ['directory', 'workers', 'signal', 'onEvent'] as const satisfies (keyof RunStudyOptions)[];

function studyFrom(spec: string | StudyInput, accept: Accept): Study {
  if (typeof spec !== 'string' && (typeof spec !== 'object' || spec === null))
    throw new InputError(`spec: expected a TOML text or an object, found ${spec}`);
  const study = typeof spec === 'string' ? parseStudy(spec, 'spec', [], accept) : ofObject(spec, accept);
  if (!study) throw new InputError('expected a study, found a spec without [sweep]: runSpec runs it');
  return study;
}

const ofObject = (spec: StudyInput, accept: Accept): Study | undefined =>
  spec.sweep === undefined ? undefined : resolveStudy(spec, accept);

/** What the directory keeps as given, without keys that have no value. */
const textOf = (spec: string | StudyInput): string =>
  typeof spec === 'string' ? spec : toTomlText(JSON.parse(JSON.stringify(spec)) as TomlSections);
