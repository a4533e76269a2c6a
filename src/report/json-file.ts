/** RUN/report.json, beside what it is made from; a run that may not be written to is still read. */
import { join } from 'node:path';
import { InputError } from '../errors.ts';
import { writeFile } from '../run/store/files.ts';

export function writeJsonReport(directory: string, json: string): void {
  try {
    writeFile(join(directory, 'report.json'), json);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    process.stderr.write(`${error.message}\n`);
  }
}
