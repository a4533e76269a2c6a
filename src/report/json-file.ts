/** RUN/report.json, beside what it is made from; a run that may not be written to is still read. */
import { InputError, StorageError } from '../errors.ts';
import { reportText, writeReport } from '../results/summary/report-file.ts';
import type { RunSummary } from '../results/summary/summary.ts';

/** Returns the text of the file, one line. */
export function writeJsonReport(directory: string, summary: RunSummary): string {
  const text = reportText(summary);
  try {
    writeReport(directory, text);
  } catch (error) {
    if (!(error instanceof InputError || error instanceof StorageError)) throw error;
    process.stderr.write(`${error.message}\n`);
  }
  return text;
}
