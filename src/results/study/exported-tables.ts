/** The tables of a study by columns, as HDF5 holds them. */
import type { TableColumns } from '../export/hdf5.ts';
import { studyAverages } from './averages.ts';
import { averagesColumns } from './averages-csv.ts';
import { partKeys } from './point-parts.ts';
import { hasRealisations, withoutRealisation } from './realisation-key.ts';
import type { StudyReports } from './study-reports.ts';
import { tableColumns } from './table-columns.ts';

/** By the names of their groups: `table` of all points, `averages` over realisations where there are some. */
export function exportedTables(reports: StudyReports): Readonly<Record<string, TableColumns>> {
  const { keys } = reports.study;
  if (!hasRealisations(keys)) return { table: tableColumns(reports) };
  const averages = studyAverages(reports);
  const all = partKeys(withoutRealisation(keys), averages);
  return { table: tableColumns(reports), averages: averagesColumns(all, averages) };
}
