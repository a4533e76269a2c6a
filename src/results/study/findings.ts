/** What is found in the points of a study together. */
import type { StoredStudy } from '../../store/study.ts';

/** Keys of the JSON of a study, beside its points. */
export interface StudyFindings {
  /** Where the curves of neighbouring sizes cross. */
  readonly crossings: readonly unknown[];
}

/** The one place where crossings, finite-size scaling and curves between the points come in. */
export const findingsOf = (_study: StoredStudy): StudyFindings => ({ crossings: [] });
