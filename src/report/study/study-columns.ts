/** The observables that are columns of the tables of a study, and those that are left out. */
import { partKeys } from '../../results/study/point-parts.ts';
import type { StudyReports } from '../../results/study/study-reports.ts';
import type { StudyRow } from '../../results/study/study-rows.ts';
import { tableRows } from '../../results/study/table-rows.ts';
import { estimateOf } from '../../results/summary/run-json.ts';
import { formatEstimate } from '../../statistics/estimate.ts';

export interface StudyColumns {
  readonly shown: readonly string[];
  /** Observables that are the same number for all points, with that number. */
  readonly constant: readonly (readonly [name: string, text: string])[];
}

/** The rows of a study with the columns that are shown. `chosen`: as of tableRows; of the usual ones those are columns that are not the same for all points. */
export function studyTable(reports: StudyReports, chosen: readonly string[] | undefined) {
  const { rows, names } = tableRows(reports, chosen);
  return {
    keys: partKeys(reports.study.keys, rows),
    rows,
    columns: chosen ? { shown: chosen, constant: [] } : studyColumns(rows, names),
  };
}

/** The columns of the usual observables: those that are not the same number in all rows. */
export function studyColumns(rows: readonly StudyRow[], names: readonly string[]): StudyColumns {
  const texts = new Map(names.map((name) => [name, commonText(name, rows)]));
  const constant = [...texts].flatMap(([name, text]) => (text === undefined ? [] : [[name, text] as const]));
  return { shown: names.filter((name) => texts.get(name) === undefined), constant };
}

/** A line on each observable that is the same number everywhere. `places`: what the rows are, as in `at all points`. */
export const constantLines = (constant: StudyColumns['constant'], places: string): string[] =>
  constant.map(([name, text]) => `${name} ${text} at all ${places}`);

/** A cell of a table: value(error), n/a where there is not enough data, – where the lattice has no such observable, nothing without samples. */
export function studyCell({ hasSamples, observables }: StudyRow, name: string): string {
  if (!hasSamples) return '';
  const reported = observables[name];
  if (!reported) return '–';
  const estimate = estimateOf(reported);
  return estimate === undefined || estimate.kind === 'insufficient' ? 'n/a' : formatEstimate(estimate);
}

/** The text of an observable that does not fluctuate and is the same for two points or more. */
function commonText(name: string, rows: readonly StudyRow[]): string | undefined {
  const known = rows.filter(({ observables }) => name in observables);
  if (known.length < 2 || known.some(({ observables }) => !isConstant(observables[name]))) return undefined;
  const text = studyCell(known[0], name);
  return known.every((row) => studyCell(row, name) === text) ? text : undefined;
}

const isConstant = (reported: StudyRow['observables'][string]): boolean => estimateOf(reported)?.kind === 'constant';
