/** Rows of a study as they would be read. */

import type { StudyRow } from '../../../src/results/study/study-rows.ts';
import type { ReportedEstimate } from '../../../src/results/summary/run-json.ts';

export const estimate = (mean: number, error = 0.01): ReportedEstimate => ({
  mean,
  error,
  tau: 1,
  tauError: 0.1,
  effectiveSamples: 500,
  rHat: 1.001,
});
export const constant = (mean: number): ReportedEstimate => ({ mean, error: 0 });
export const INSUFFICIENT: ReportedEstimate = { mean: null, error: null, tau: 7, samples: 20, needed: 350 };

/** A finished point. */
export const rowOf = (
  values: StudyRow['values'],
  observables: StudyRow['observables'],
  changes: Partial<StudyRow> = {},
): StudyRow => ({
  name: Object.values(values).join(),
  values,
  status: 'done',
  hasSamples: Object.keys(observables).length > 0,
  observables,
  order: 'staggeredMagnetization2',
  isOrdered: true,
  warnings: [],
  ...changes,
});
