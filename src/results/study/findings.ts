/** What is found in the points of a study together. */

import { openRun } from '../../store/store.ts';
import { pointDirectory, type StoredStudy } from '../../store/study.ts';
import { readRunData } from '../summary/run-data.ts';
import { crossingsOf, type StudyCrossings } from './crossings.ts';
import { type ReadablePoint, sizeCurves } from './size-curves.ts';

/** Keys of the JSON of a study, beside its points. */
export type StudyFindings = StudyCrossings;

/** Points whose chains are read, each for a tenth of a second or less: of more points the report is made from theirs alone. */
const MOST_POINTS = 1000;

/**
 * Where the curves of neighbouring sizes cross, in a study of several sizes along a key with numbers. `sampled`: names of the points that have samples.
 * Throws as readRunData.
 */
export function findingsOf(study: StoredStudy, sampled: ReadonlySet<string>): StudyFindings {
  const points = study.points.filter(({ name }) => sampled.has(name));
  return crossingsOf(points.length > MOST_POINTS ? [] : sizeCurves(study.keys, points.map(readable)));

  function readable({ name, values }: StoredStudy['points'][number]): ReadablePoint {
    return {
      values,
      withData(use) {
        const data = readRunData(openRun(pointDirectory(study.directory, name)));
        try {
          return use(data);
        } finally {
          data.series.close();
        }
      },
    };
  }
}
