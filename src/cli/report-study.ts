/** `spinformer report` of a study. */
import { InputError, StorageError } from '../errors.ts';

export interface StudyReportChoices {
  readonly json?: boolean;
  /** File of the page; true without one. */
  readonly html?: string | true;
  /** Observables that are shown. */
  readonly observables?: readonly string[];
}

export async function reportStudy(directory: string, { json, observables }: StudyReportChoices): Promise<void> {
  const { openStudy } = await import('../store/study.ts');
  const { writePieces } = await import('../store/store.ts');
  const { readStudyPoints } = await import('../results/study/read-points.ts');
  const { studyRow } = await import('../results/study/study-rows.ts');
  const { findingsOf } = await import('../results/study/findings.ts');
  const { studyJsonPieces } = await import('../results/study/study-json.ts');
  const { studyColumns } = await import('../report/study/study-columns.ts');
  const { studyText } = await import('../report/study/study-text.ts');
  const { writeStudyFiles } = await import('../report/study/study-files.ts');
  const study = openStudy(directory);
  const rows = Array.from(readStudyPoints(study), studyRow);
  const columns = studyColumns(rows, observables);
  const findings = findingsOf(study);
  await unlessRefused(() => writeStudyFiles(study, rows, findings));
  if (json) await writePieces('-', () => studyJsonPieces(study, findings));
  else process.stdout.write(studyText(study.keys, rows, columns));
}

/** A study that may not be written to is still read; what cannot be written is said. */
async function unlessRefused(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!(error instanceof InputError || error instanceof StorageError)) throw error;
    process.stderr.write(`${error.message}\n`);
  }
}
