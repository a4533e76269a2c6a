/** RUN/report.json, beside what it is made from; a run that may not be written to is still read. */
import { join } from 'node:path';
import { InputError, StorageError } from '../errors.ts';
import type { LadderReport } from '../results/summary/ladder.ts';
import type { RunReport } from '../results/summary/run-json.ts';
import { writeFile } from '../store/files.ts';

/** Returns the text of the file, one line. `report`: as `report --json` prints it. */
export function writeJsonReport(directory: string, report: RunReport | LadderReport): string {
  const text = `${JSON.stringify(report)}\n`;
  try {
    writeFile(join(directory, 'report.json'), text);
  } catch (error) {
    if (!(error instanceof InputError || error instanceof StorageError)) throw error;
    process.stderr.write(`${error.message}\n`);
  }
  return text;
}
