/** The points of a study as they are now, one after the other: of thousands only one has to be in memory. */
import { existsSync } from 'node:fs';
import { InputError, StorageError } from '../../errors.ts';
import { failureOf } from '../../run/study/outcome-file.ts';
import { resolvedFile } from '../../store/paths.ts';
import { openRun } from '../../store/store.ts';
import { type ListedPoint, pointDirectory, type StoredStudy } from '../../store/study.ts';
import type { LadderReport } from '../summary/ladder.ts';
import { currentReport, reportText, writeReport } from '../summary/report-file.ts';
import { reportOf } from '../summary/report-of.ts';
import type { RunReport } from '../summary/run-json.ts';

/** done: every chain has its samples. running: begun, whether anything computes or not. missing: not begun. failed: the last attempt at it failed, or its files cannot be read. */
export type PointStatus = 'done' | 'running' | 'missing' | 'failed';

/** A point of a study with its report. */
export interface StudyPointReport extends ListedPoint {
  readonly status: PointStatus;
  /** The object that `report RUN --json` prints; null of a point that is missing, or that cannot be read. */
  readonly report: RunReport | LadderReport | null;
  /** Why it has failed. */
  readonly message?: string;
}

/** The points of a study in the order of its list. A report that is not up to date is made, and kept in the directory of its run. */
export function* readStudyPoints({ directory, points }: StoredStudy): Generator<StudyPointReport, void, undefined> {
  for (const point of points) yield { ...point, ...stateOf(pointDirectory(directory, point.name)) };
}

type State = Pick<StudyPointReport, 'status' | 'report' | 'message'>;

function stateOf(directory: string): State {
  if (!existsSync(resolvedFile(directory))) return { status: 'missing', report: null };
  try {
    const report = JSON.parse(currentReport(directory) ?? newReport(directory)) as RunReport | LadderReport;
    const message = failureOf(directory);
    return message === undefined ? { status: statusOf(report), report } : { status: 'failed', report, message };
  } catch (error) {
    if (!isTrouble(error)) throw error;
    return { status: 'failed', report: null, message: error.message };
  }
}

function newReport(directory: string): string {
  const text = reportText(reportOf(openRun(directory)));
  try {
    writeReport(directory, text);
  } catch (error) {
    // A study that may not be written to is read all the same.
    if (!isTrouble(error)) throw error;
  }
  return text;
}

/** All temperatures of a tempered run have the same samples. */
function statusOf(report: RunReport | LadderReport): PointStatus {
  const [{ samples, samplesWanted }] = 'temperatures' in report ? report.temperatures : [report];
  return samples.length > 0 && samples.every((count) => count >= samplesWanted) ? 'done' : 'running';
}

const isTrouble = (error: unknown): error is Error => error instanceof InputError || error instanceof StorageError;
