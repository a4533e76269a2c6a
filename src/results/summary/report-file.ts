/** RUN/report.json: what a run has found, kept beside what it is made from. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFile } from '../../store/files.ts';
import { fingerprintOf } from '../../store/fingerprint.ts';
import type { LadderReport } from './ladder.ts';
import type { RunReport } from './run-json.ts';

const reportFile = (directory: string): string => join(directory, 'report.json');

/** The text of the file: one line. */
export const reportText = (report: RunReport | LadderReport): string => `${JSON.stringify(report)}\n`;

/** Throws as writeFile. */
export const writeReport = (directory: string, text: string): void => writeFile(reportFile(directory), text);

/** The text of the report of a run where it tells of the files of the run as they are now; no chain is opened for that. */
export function currentReport(directory: string): string | undefined {
  const source = fingerprintOf(directory);
  const text = source === undefined ? undefined : readReport(directory);
  return text?.includes(`"source":"${source}"`) && text.endsWith('}\n') ? text : undefined;
}

/** Only a file that can be read saves time; any other is as good as none. */
function readReport(directory: string): string | undefined {
  try {
    return readFileSync(reportFile(directory), 'utf8');
  } catch {
    return undefined;
  }
}
