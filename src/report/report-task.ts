/** A task of a worker thread: report.json of a run that has its samples. */
import { reportOf } from '../results/summary/report-of.ts';
import { openRun } from '../store/store.ts';
import { writeJsonReport } from './json-file.ts';

/** Summarises the run in a directory. */
export function perform({ directory }: { readonly directory: string }): void {
  writeJsonReport(directory, reportOf(openRun(directory)));
}
