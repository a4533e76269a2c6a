/** Small studies for tests. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvPieces } from '../../../src/results/export/csv.ts';
import { advanceObserved, startRun } from '../../../src/run/conductor/conductor.ts';
import { type AdvanceStudyOptions, advanceStudy } from '../../../src/run/study/advance-study.ts';
import { startStudy } from '../../../src/run/study/start-study.ts';
import type { StudyEvent } from '../../../src/run/study/study-events.ts';
import type { Study } from '../../../src/spec/study.ts';
import { parseStudy } from '../../../src/spec/sweep/parse-study.ts';
import { openRun } from '../../../src/store/store.ts';
import { pointDirectory } from '../../../src/store/study.ts';
import { temporaryFolder } from '../../store/example.ts';

export const newStudyDirectory = (): string => join(temporaryFolder(), 'study');

/** A spec of two chains, with a sweep of lists. */
export const textOf = (sweep: string, more = ''): string =>
  `[lattice]\nsize = [2, 2]\n[model]\ntemperature = 0.2\n[sampling]\nmethod = "local"\nchains = 2\nwarm_up = 5\nsamples = 40\n${more}\n[sweep]\n${sweep}\n`;

export function studyOf(text: string, overrides: readonly string[] = []): Study {
  const study = parseStudy(text, 'study.toml', overrides);
  if (!study) throw new Error('expected a study');
  return study;
}

const never = new AbortController().signal;

/** Starts the study and takes it to its end; with all that it tells. */
export async function runStudyIn(
  directory: string,
  text: string,
  options: Partial<AdvanceStudyOptions> = {},
  interruption = never,
) {
  const study = studyOf(text);
  startStudy(directory, text, study);
  const events: StudyEvent[] = [];
  const observer = { tell: (event: StudyEvent) => void events.push(event), interruption };
  const outcome = await advanceStudy(directory, study, Object.assign({ workers: 2 }, options), observer);
  return { outcome, events, study };
}

/** All samples of a run, as csv. */
export const csvOf = (directory: string): string => [...csvPieces({ run: openRun(directory) })].join('');

/** All samples of a study, by point. */
export const csvOfPoints = (directory: string, { points }: Study): Record<string, string> =>
  Object.fromEntries(points.map(({ name }) => [name, csvOf(pointDirectory(directory, name))]));

/** The same from runs of the specs alone. */
export async function csvOfRunsAlone({ points }: Study): Promise<Record<string, string>> {
  const folder = temporaryFolder();
  const entries = points.map(async ({ name, spec }) => {
    const run = startRun(join(folder, name), '', spec);
    await advanceObserved(run, 1, { tell() {}, interruption: never });
    return [name, csvOf(run.directory)] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

export const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
