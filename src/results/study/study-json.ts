/** A study as programs read it: what `report STUDY --json` prints, and STUDY/report.json holds. */
import type { StudyAverage } from './averages.ts';
import type { StudyFindings } from './findings.ts';
import type { StudyPointReport } from './read-points.ts';
import type { StudyReports } from './study-reports.ts';

/** The report of a study: plain data. */
export interface StudyReport extends StudyFindings {
  /** Swept keys, as the spec writes them: `model.temperature`. */
  readonly keys: readonly string[];
  /** The points in the order of the sweep, each with its report, in which the order of all points of a curve is at one wave vector. */
  readonly points: readonly StudyPointReport[];
  /** Averages over realisations, where disorder.seed is swept. */
  readonly averages?: readonly StudyAverage[];
}

/** The text in pieces, a line per point: of thousands of points one report at a time is in memory. */
export function* studyJsonPieces(
  { study, points }: StudyReports,
  findings: StudyFindings,
  averages: readonly StudyAverage[] = [],
): Generator<string> {
  yield `{"keys":${JSON.stringify(study.keys)},"points":[`;
  let separator = '\n';
  for (const point of points()) {
    yield separator + JSON.stringify(point);
    separator = ',\n';
  }
  yield '\n],';
  if (averages.length > 0) yield `"averages":[\n${averages.map((one) => JSON.stringify(one)).join(',\n')}\n],`;
  yield `${JSON.stringify(findings).slice(1)}\n`;
}
