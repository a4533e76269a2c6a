/** Averages over realisations as a table, and what their errors are made of. */
import { averageRows } from '../../results/study/average-rows.ts';
import { type StudyAverage, studyAverages } from '../../results/study/averages.ts';
import { partKeys } from '../../results/study/point-parts.ts';
import { hasRealisations, withoutRealisation } from '../../results/study/realisation-key.ts';
import type { StudyReports } from '../../results/study/study-reports.ts';
import type { StudyRow } from '../../results/study/study-rows.ts';
import { usualObservables } from '../../results/study/usual-observables.ts';
import { type StudyColumns, studyColumns } from './study-columns.ts';

/** Rows with the keys that tell them apart, and the observables that are shown. */
export interface ShownRows {
  readonly keys: readonly string[];
  readonly rows: readonly StudyRow[];
  readonly columns: StudyColumns;
}

/** What is shown of averages. */
export interface ShownAverages extends ShownRows {
  readonly averages: readonly StudyAverage[];
}

/** `points`: rows of the points; `chosen`: observables that are wanted, the usual ones where left out. Undefined where disorder.seed is not swept. */
export function shownAverages(
  reports: StudyReports,
  points: readonly StudyRow[],
  chosen: readonly string[] | undefined,
): ShownAverages | undefined {
  if (!hasRealisations(reports.study.keys)) return undefined;
  const averages = studyAverages(reports);
  const rows = averageRows(averages, points);
  const keys = partKeys(withoutRealisation(reports.study.keys), rows);
  const columns = chosen ? { shown: chosen, constant: [] } : studyColumns(rows, usualObservables(rows));
  return { averages, keys, rows, columns };
}

/** What holds for all errors of averages. */
export const HOW_AVERAGES_ARE_MADE =
  'Averages over realisations of disorder, all of which count alike; errors are from between the realisations, one standard deviation.';

/** The same for figures. */
export const HOW_TO_READ_AVERAGES = `${HOW_AVERAGES_ARE_MADE} Lines only guide the eye.`;

/** Of the variance between realisations, from which on statistics matters, and from which on it is all that matters. */
const SOME = 0.2;
const MOST = 0.7;

/** A line per observable: what would make its error smaller. */
export function errorLines({ averages, columns }: ShownAverages): string[] {
  return columns.shown.flatMap((name) => {
    const shares = averages.flatMap(({ observables }) => shareOf(observables[name]));
    return shares.length === 0
      ? []
      : [`${name}: statistics is ${rangeWords(shares)} of the variance between realisations, ${remedy(shares)}`];
  });
}

function shareOf(estimate: StudyAverage['observables'][string] | undefined): number[] {
  const { between = null, within = null } = estimate ?? {};
  return between === null || within === null || between === 0
    ? []
    : [Math.min(1, (within / between) * (within / between))];
}

function rangeWords(shares: readonly number[]): string {
  const [least, most] = [Math.min(...shares), Math.max(...shares)].map((share) => (100 * share).toFixed(0));
  return least === most ? `${least} %` : `${least} to ${most} %`;
}

function remedy(shares: readonly number[]): string {
  if (Math.max(...shares) < SOME) return 'so only more realisations make the error smaller';
  if (Math.min(...shares) > MOST)
    return 'so more samples of each make the error as much smaller as more realisations do';
  return 'so more realisations make the error smaller, and more samples of each somewhat';
}
