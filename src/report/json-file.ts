/** RUN/report.json, beside what it is made from; a run that may not be written to is still read. */
import { InputError, StorageError } from '../errors.ts';
import type { LadderReport } from '../results/summary/ladder.ts';
import { reportText, writeReport } from '../results/summary/report-file.ts';
import type { RunReport } from '../results/summary/run-json.ts';

/** Returns the text of the file, one line. `report`: as `report --json` prints it. */
export function writeJsonReport(directory: string, report: RunReport | LadderReport): string {
  const text = reportText(report);
  try {
    writeReport(directory, text);
  } catch (error) {
    if (!(error instanceof InputError || error instanceof StorageError)) throw error;
    process.stderr.write(`${error.message}\n`);
  }
  return text;
}
