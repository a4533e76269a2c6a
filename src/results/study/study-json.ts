/** A study as programs read it: what `report STUDY --json` prints, and STUDY/report.json holds. */
import type { StoredStudy } from '../../store/study.ts';
import type { StudyFindings } from './findings.ts';
import { readStudyPoints, type StudyPointReport } from './read-points.ts';

/** The report of a study: plain data. */
export interface StudyReport extends StudyFindings {
  /** Swept keys, as the spec writes them: `model.temperature`. */
  readonly keys: readonly string[];
  /** The points in the order of the sweep, each with its report. */
  readonly points: readonly StudyPointReport[];
}

/** The text in pieces, a line per point: of thousands of points one report at a time is in memory. */
export function* studyJsonPieces(study: StoredStudy, findings: StudyFindings): Generator<string> {
  yield `{"keys":${JSON.stringify(study.keys)},"points":[`;
  let separator = '\n';
  for (const point of readStudyPoints(study)) {
    yield separator + JSON.stringify(point);
    separator = ',\n';
  }
  yield `\n],${JSON.stringify(findings).slice(1)}\n`;
}
