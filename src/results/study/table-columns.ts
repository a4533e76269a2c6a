/** The tidy table of a study by columns, as HDF5 holds it. */
import { cellOf } from '../../spec/sweep/value-text.ts';
import type { TableColumns } from '../export/hdf5.ts';
import { axisColumns } from './axis-columns.ts';
import { partKeys } from './point-parts.ts';
import type { StudyReports } from './study-reports.ts';
import { type StudyRow, studyRows } from './study-rows.ts';
import { NUMBERS } from './table-csv.ts';
import { type TableLine, tableLines } from './table-lines.ts';

/** The columns of table.csv by name: numbers, NaN where there is none, and texts; swept keys whose values are numbers are numbers. */
export function tableColumns(reports: StudyReports): TableColumns {
  const lines: TableLine[] = [];
  const places: Pick<StudyRow, 'values'>[] = [];
  for (const row of studyRows(reports)) {
    places.push({ values: row.values });
    lines.push(...tableLines(row));
  }
  const keys = partKeys(reports.study.keys, places);
  return {
    ...Object.fromEntries(keys.map((key) => [key, sweptColumn(key, lines)])),
    ...Object.fromEntries(
      axisColumns(keys, places).map(({ name, of }) => [name, numbers(lines.map(({ values }) => of(values)))]),
    ),
    observable: lines.map(({ observable }) => observable),
    ...Object.fromEntries(NUMBERS.map((name) => [name, numbers(lines.map((line) => line[name]))])),
    warning: lines.map(({ warning }) => warning),
  };
}

const numbers = (values: readonly (number | null | undefined)[]): Float64Array =>
  Float64Array.from(values, (value) => value ?? Number.NaN);

/** The values of a swept key as a column: numbers where all of them are. */
export function sweptColumn(key: string, lines: readonly Pick<TableLine, 'values'>[]): Float64Array | string[] {
  const values = lines.map((line) => line.values[key]);
  const isNumber = values.every((value) => value === undefined || typeof value === 'number');
  return isNumber ? numbers(values as (number | undefined)[]) : values.map((value) => cellOf(key, value));
}
