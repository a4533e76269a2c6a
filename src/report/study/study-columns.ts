/** The observables that are columns of the tables of a study, and those that are left out. */
import type { StudyRow } from '../../results/study/study-rows.ts';
import { checkObservableNames, usualObservables } from '../../results/study/usual-observables.ts';
import { estimateOf } from '../../results/summary/run-json.ts';
import { formatEstimate } from '../../statistics/estimate.ts';

export interface StudyColumns {
  readonly shown: readonly string[];
  /** Observables that are the same number for all points, with that number. */
  readonly constant: readonly (readonly [name: string, text: string])[];
}

/** `chosen`: names that the user wants; the usual ones that vary where there are none. Throws InputError for names that no point has. */
export function studyColumns(rows: readonly StudyRow[], chosen: readonly string[] | undefined): StudyColumns {
  if (chosen) {
    checkObservableNames(chosen, rows);
    return { shown: chosen, constant: [] };
  }
  const constants = new Map<string, string>();
  for (const name of usualObservables(rows)) {
    const text = commonText(name, rows);
    if (text !== undefined) constants.set(name, text);
  }
  return { shown: usualObservables(rows).filter((name) => !constants.has(name)), constant: [...constants] };
}

/** A cell of a table: value(error), n/a where there is not enough data, – where the lattice has no such observable, nothing without samples. */
export function studyCell({ observables }: StudyRow, name: string): string {
  if (Object.keys(observables).length === 0) return '';
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
