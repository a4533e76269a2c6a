/** RUN/report.json, beside what it is made from; a run that may not be written to is still read. */
import { join } from 'node:path';
import { InputError, StorageError } from '../errors.ts';
import { runJson } from '../results/summary/run-json.ts';
import type { RunSummary } from '../results/summary/summary.ts';
import { writeFile } from '../store/files.ts';

/** Returns the text of the file, one line. */
export function writeJsonReport(directory: string, summary: RunSummary): string {
  const text = `${JSON.stringify(runJson(summary))}\n`;
  try {
    writeFile(join(directory, 'report.json'), text);
  } catch (error) {
    if (!(error instanceof InputError || error instanceof StorageError)) throw error;
    process.stderr.write(`${error.message}\n`);
  }
  return text;
}
