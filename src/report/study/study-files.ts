/** STUDY/table.csv and STUDY/report.json, beside the points, and STUDY/curves.csv where there are curves. */
import { join } from 'node:path';
import { axisColumns } from '../../results/study/axis-columns.ts';
import { curvesCsvPieces } from '../../results/study/curves-csv.ts';
import type { StudyFindings } from '../../results/study/findings.ts';
import { studyJsonPieces } from '../../results/study/study-json.ts';
import type { StudyReports } from '../../results/study/study-reports.ts';
import { studyRows } from '../../results/study/study-rows.ts';
import { tableCsvPieces } from '../../results/study/table-csv.ts';
import { writePieces } from '../../store/store.ts';

/** `keys`: those that tell the rows apart. Throws InputError or StorageError where they cannot be written. */
export async function writeStudyFiles(
  reports: StudyReports,
  keys: readonly string[],
  findings: StudyFindings,
): Promise<void> {
  const { directory } = reports.study;
  const axes = axisColumns(reports.study.keys, reports.study.points);
  await writePieces(join(directory, 'table.csv'), () => tableCsvPieces(keys, studyRows(reports), axes));
  const { curves } = findings;
  if (curves) await writePieces(join(directory, 'curves.csv'), () => curvesCsvPieces(curves));
  await writePieces(join(directory, 'report.json'), () => studyJsonPieces(reports, findings));
}
