/** The rows of a study with the observables that are shown, and nothing else in memory. */
import { InputError } from '../../errors.ts';
import { nearest } from '../../words/nearest.ts';
import type { StudyReports } from './study-reports.ts';
import { type StudyRow, studyRows } from './study-rows.ts';
import { USUAL, usualObservables } from './usual-observables.ts';

export interface TableRows {
  readonly rows: readonly StudyRow[];
  /** Names of the observables. */
  readonly names: readonly string[];
}

/** `chosen`: the observables that are wanted; the usual ones where left out. Throws InputError for a name that no point has. */
export function tableRows(reports: StudyReports, chosen?: readonly string[]): TableRows {
  if (chosen) return chosenRows(reports, chosen);
  const rows = Array.from(studyRows(reports), (row) => withObservables(row, [...USUAL, row.order ?? '']));
  const names = usualObservables(rows);
  // A structure factor is kept of those points alone whose order parameter it is.
  return names.every((name) => USUAL.includes(name)) ? { rows, names } : chosenRows(reports, names);
}

function chosenRows(reports: StudyReports, names: readonly string[]): TableRows {
  const known = new Set<string>();
  const rows = Array.from(studyRows(reports), (row) => {
    for (const name of Object.keys(row.observables)) known.add(name);
    return withObservables(row, names);
  });
  const strange = names.find((name) => !known.has(name));
  if (strange !== undefined && known.size > 0) throw unknownObservable(strange, [...known]);
  return { rows, names };
}

const withObservables = ({ observables, ...row }: StudyRow, names: readonly string[]): StudyRow => ({
  ...row,
  observables: Object.fromEntries(
    names.flatMap((name) => (name in observables ? [[name, observables[name]] as const] : [])),
  ),
});

/** `place`: what has no such observable. */
export function unknownObservable(name: string, known: readonly string[], place = 'the study'): InputError {
  const meant = nearest(name, known);
  const suggestion = meant ? `\n  did you mean ${meant}?` : '';
  return new InputError(`--observables: expected names of observables of ${place}, found ${name}${suggestion}`);
}
