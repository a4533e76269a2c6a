/** Studies on the command line: what `run`, `train` and `extend` do with one. */
import { availableParallelism } from 'node:os';
import type { FailedPoint, StudyOutcome } from '../run/study/advance-study.ts';
import type { Study, StudyPoint } from '../spec/study.ts';
import type { ParsedText } from '../spec/sweep/parse-study.ts';
import { exitCodeOf } from './failure.ts';
import { runDirectory } from './options.ts';

interface Attempt {
  readonly workers?: number | undefined;
  readonly events?: string | undefined;
  /** The points to advance, as `--points` has them. */
  readonly points?: string | undefined;
  /** Samples wanted of every chain, where the study is extended. */
  readonly samples?: number;
}

/** What `run` and `train` are given, before anything is made of it. */
type OpenedSpec = ParsedText & { readonly text: string; readonly directory: string };

interface SpecChoices {
  readonly out?: string;
  readonly set: readonly string[];
  readonly events?: string;
}

/** Reads a spec or the spec of a study. Throws before anything is written where events could not be. `given`: the text of the file, where that has been read. */
export async function openSpec(file: string, { out, set, events }: SpecChoices, given?: string): Promise<OpenedSpec> {
  const { readText } = await import('../store/read-text.ts');
  const { parseSpecOrStudy } = await import('../spec/sweep/parse-study.ts');
  const { samplableIn } = await import('../run/study/start-study.ts');
  const { latticesBeside } = await import('../store/lattice-files.ts');
  const { checkAppendable } = await import('../store/store.ts');
  const { prepareStarts } = await import('../run/conductor/start-file.ts');
  const text = given ?? (await readText(file, 'spec'));
  const directory = out ?? runDirectory(file);
  const parsed = parseSpecOrStudy(text, file, set, samplableIn(directory), latticesBeside(file, directory));
  if (events !== undefined) checkAppendable(events, [file]);
  await prepareStarts(parsed);
  return { ...parsed, text, directory };
}

/** Advances the points of a study whose directory has been made; each leaves its report.json. */
export async function advancePoints(directory: string, study: Study, attempt: Attempt): Promise<void> {
  const { workerModule } = await import('../runner/runner.ts');
  const afterPoint = workerModule('../report/report-task', import.meta.url);
  const selected = await selectedPoints(study, attempt.points);
  setExitCode(directory, await observedStudy(directory, study, attempt, { points: selected, afterPoint }));
}

/** Trains the models of a study; a row for each point, unless it was interrupted. Throws InputError where nothing is to be learned. */
export async function trainPoints(directory: string, study: Study, attempt: Attempt): Promise<void> {
  const { studyTrainingText } = await import('../report/study-training.ts');
  const points = await learningPoints(await selectedPoints(study, attempt.points));
  const outcome = await observedStudy(directory, study, attempt, { points, trainOnly: true });
  setExitCode(directory, outcome);
  const { isStandardOutput } = await import('../store/store.ts');
  const isTaken = attempt.events !== undefined && isStandardOutput(attempt.events);
  if (outcome.outcome !== 'interrupted')
    (isTaken ? process.stderr : process.stdout).write(studyTrainingText(directory, points));
}

/** Those whose method learns. Throws InputError where there is none. */
export async function learningPoints(points: readonly StudyPoint[]): Promise<StudyPoint[]> {
  const { needsTraining } = await import('../spec/learns.ts');
  const { requireLearning } = await import('../run/conductor/conductor.ts');
  const learning = points.filter(({ spec }) => needsTraining(spec));
  if (learning.length === 0) requireLearning(points[0].spec);
  return learning;
}

/** The points of `--points`, all of them without it. Throws InputError for numbers that are none. */
export async function selectedPoints(study: Study, text: string | undefined): Promise<readonly StudyPoint[]> {
  const { selectPoints } = await import('../spec/sweep/parse-study.ts');
  return text === undefined ? study.points : selectPoints(study, text);
}

interface Advance {
  readonly points: readonly StudyPoint[];
  readonly trainOnly?: boolean;
  readonly afterPoint?: URL;
}

async function observedStudy(
  directory: string,
  study: Study,
  { workers = availableParallelism(), events, samples }: Attempt,
  advance: Advance,
): Promise<StudyOutcome> {
  const { observed } = await import('../run/conductor/observed.ts');
  const { advanceStudy } = await import('../run/study/advance-study.ts');
  const { studyLine } = await import('../run/study/study-line.ts');
  const options = Object.assign({ workers, samples }, advance);
  return observed(events, studyLine(process.stderr), (observer) => advanceStudy(directory, study, options, observer));
}

const INTERRUPTED = 130;
const FAILED = 1;
/** Failures that are told one by one. */
const SHOWN = 20;

function setExitCode(directory: string, { outcome, failed }: StudyOutcome): void {
  if (failed.length > 0) process.exitCode = failureCode(directory, failed);
  else if (outcome === 'interrupted') process.exitCode = INTERRUPTED;
}

/** Names the points that failed; the code is that of wrong input where nothing else went wrong. */
function failureCode(directory: string, failed: readonly FailedPoint[]): number {
  const codes = failed.slice(0, SHOWN).map(({ point, error }) => {
    process.stderr.write(`point ${point}: `);
    return exitCodeOf(error);
  });
  if (failed.length > SHOWN)
    process.stderr.write(`and ${failed.length - SHOWN} more points failed: spinformer status ${directory}\n`);
  return new Set(codes).size === 1 ? codes[0] : FAILED;
}
