/** What tables and figures need of the points of a study: of each report a small part, so that thousands fit into the memory. */
import type { SweptValue } from '../../spec/study.ts';
import type { FillingSummary } from '../summary/filling.ts';
import type { ReportedEstimate, RunReport } from '../summary/run-json.ts';
import { partsOf } from './point-parts.ts';
import type { PointStatus, StudyPointReport } from './read-points.ts';
import type { StudyReports } from './study-reports.ts';
import { withoutOtherAxis } from './zero-field.ts';

/** The largest S(q) of a run, whichever it is: an observable that reports have under the name of its wave vector. */
export const LARGEST = 'largestStructureFactor';

/** What rows of points at a filling have beside the observables of their reports. */
export const FOUND = 'chemicalPotential';
export const OFF_FILLING = 'densityOffFilling';

/** A point of a study as a row of a table. */
export interface StudyRow {
  readonly name: string;
  readonly values: Readonly<Record<string, SweptValue>>;
  readonly status: PointStatus;
  readonly hasSamples: boolean;
  /** By name, with `LARGEST` among them; none of points without samples. */
  readonly observables: Readonly<Record<string, ReportedEstimate>>;
  /** The order parameter, and whether it is the only one within errors. */
  readonly order: string | null;
  readonly isOrdered: boolean;
  /** What the user has to know about the point, in sentences. */
  readonly warnings: readonly string[];
  /** Of an average over realisations: how many there are, in words, and the names of their points. */
  readonly average?: { readonly note: string; readonly points: readonly string[] };
}

/** A row for a point, one for each temperature of a tempered one. */
export const rowsOf = (point: StudyPointReport): StudyRow[] =>
  partsOf(point).map(({ values, report }) => rowOf({ ...point, values }, report));

const rowOf = ({ name, values, status, message }: Omit<StudyPointReport, 'report'>, report: RunReport | null) => ({
  name,
  values,
  status,
  hasSamples: report !== null && Object.keys(report.observables).length > 0,
  observables: report ? observablesOf(report) : {},
  order: report?.orderParameter ?? null,
  isOrdered: report?.largestStructureFactor?.rivals.length === 0,
  warnings: [...(message === undefined ? [] : [message]), ...(report?.thermalisation.warnings ?? [])],
});

function observablesOf({ observables, largestStructureFactor: largest, filling }: RunReport): StudyRow['observables'] {
  const found = filling ? foundFor(filling) : {};
  const leading = largest ? { [LARGEST]: observables[largest.name] } : {};
  return { ...observables, ...leading, ...found };
}

/** The chemical potential that was found for a filling, and by how much n is off, with the errors of run and search together: numbers of the whole run, without a τ. */
function foundFor({ chemicalPotential, error, deviation }: FillingSummary): StudyRow['observables'] {
  const known = (mean: number, of: number): ReportedEstimate => ({ mean, error: 0, resolution: of });
  const found = { [FOUND]: known(chemicalPotential, error) };
  return deviation ? { ...found, [OFF_FILLING]: known(deviation.value, deviation.error) } : found;
}

/** All rows with all observables, one after the other. */
export function* studyRows(reports: StudyReports): Generator<StudyRow> {
  const checked = withoutOtherAxis(reports.study);
  for (const point of reports.points()) yield* rowsOf(point).map(checked);
}

/** Whether a row is of one of these points, or of an average over some of them. */
export const isAmong = ({ name, average }: StudyRow, points: readonly string[]): boolean =>
  average ? points.some((one) => average.points.includes(one)) : points.includes(name);
