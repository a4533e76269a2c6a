/** What a study has found so far, for programs. */
import { studyAverages } from '../results/study/averages.ts';
import { type FindingsWanted, findingsOf } from '../results/study/findings.ts';
import { hasRealisations } from '../results/study/realisation-key.ts';
import type { StudyReport } from '../results/study/study-json.ts';
import { studyReports } from '../results/study/study-reports.ts';
import { openStudy } from '../store/study.ts';
import { requireOptions } from './options.ts';
import { requireDirectory } from './run.ts';

/**
 * The report of the study in a directory, of all points as they are now: the object that `report STUDY --json` prints. A report of a point that is not up to date
 * is made, and kept in the directory of its run; a point that cannot be read has status "failed" and a message. `wanted`: what shall be found besides crossings,
 * as `report STUDY --scaling temperature --curves` finds it.
 *
 *     const { curves, scaling } = summariseStudy('runs/study', { curves: true, scaling: 'temperature' });
 *
 * Throws InputError where there is no study, and for what it does not have; StorageError where its list of points is damaged.
 */
export function summariseStudy(directory: string, wanted: FindingsWanted = {}): StudyReport {
  requireDirectory(directory, 'a study');
  requireOptions('summariseStudy', WANTED, wanted);
  const reports = studyReports(openStudy(directory));
  const { study } = reports;
  return {
    keys: study.keys,
    points: [...reports.points()],
    ...(hasRealisations(study.keys) ? { averages: studyAverages(reports) } : {}),
    ...findingsOf(reports, wanted).findings,
  };
}

const WANTED = ['curves', 'fillings', 'scaling'] as const satisfies (keyof FindingsWanted)[];
