/** Averages over realisations of disorder: the points of a study that differ in disorder.seed alone. */
import type { SweptValue } from '../../spec/study.ts';
import { averagedEstimates } from './averaged-estimates.ts';
import { ratiosOfPoint } from './averaged-moments.ts';
import type { AveragedEstimate } from './averaged-value.ts';
import { hasRealisations, REALISATION, valuesWithout } from './realisation-key.ts';
import type { StudyReports } from './study-reports.ts';
import { rowsOf, type StudyRow } from './study-rows.ts';

/** The average at one value of all other keys. */
export interface StudyAverage {
  /** The swept values without disorder.seed; the temperature among them where points are tempered. */
  readonly values: Readonly<Record<string, SweptValue>>;
  /** Realisations that have all of their samples; only these are averaged. */
  readonly realisations: number;
  /** Realisations that the study lists. */
  readonly listed: number;
  readonly observables: Readonly<Record<string, AveragedEstimate>>;
}

/** The rows of the realisations of one average. */
interface Group {
  readonly values: StudyAverage['values'];
  readonly listed: Set<SweptValue>;
  readonly done: StudyRow[];
}

/** In the order of their first points; none where disorder.seed is not swept. Every report is read once. */
export function studyAverages(reports: StudyReports): StudyAverage[] {
  if (!hasRealisations(reports.study.keys)) return [];
  return groupsOf(reports).map(({ values, listed, done }) => ({
    values,
    realisations: done.length,
    listed: listed.size,
    observables: done.length === 0 ? {} : averagedEstimates(done, ratiosOfPoint(reports, done[0])),
  }));
}

function groupsOf(reports: StudyReports): Group[] {
  const groups = new Map<string, Group>();
  for (const point of reports.points())
    for (const row of rowsOf(point)) {
      const values = valuesWithout(row.values);
      const key = JSON.stringify(values);
      const group = groups.get(key) ?? { values, listed: new Set(), done: [] };
      groups.set(key, group);
      group.listed.add(row.values[REALISATION]);
      if (row.status === 'done' && row.hasSamples) group.done.push(row);
    }
  return withUnbegun([...groups.values()]);
}

/** A tempered point that has not begun has no temperatures: it belongs to those of the others. */
function withUnbegun(groups: readonly Group[]): Group[] {
  const known = groups.filter(({ values }) => !groups.some((other) => isPart(values, other.values)));
  for (const group of groups.filter((one) => !known.includes(one)))
    for (const other of known.filter(({ values }) => isPart(group.values, values)))
      for (const seed of group.listed) other.listed.add(seed);
  return known;
}

/** Whether values are some of others. */
const isPart = (some: StudyAverage['values'], all: StudyAverage['values']): boolean =>
  Object.keys(some).length < Object.keys(all).length &&
  Object.entries(some).every(([key, value]) => JSON.stringify(all[key]) === JSON.stringify(value));
