/** A point of a study by its temperatures: a tempered one has a report for each. */
import type { SweptValue } from '../../spec/study.ts';
import { TEMPERATURE, withTemperature } from '../summary/point-runs.ts';
import type { RunReport } from '../summary/run-json.ts';
import type { StudyPointReport } from './read-points.ts';

/** A point, or one temperature of its ladder. */
export interface PointPart {
  /** The swept values; the temperature among them where the point is tempered. */
  readonly values: Readonly<Record<string, SweptValue>>;
  readonly report: RunReport | null;
}

/** Temperatures ascend. */
export function partsOf({ values, report }: Pick<StudyPointReport, 'values' | 'report'>): PointPart[] {
  if (!report || !('temperatures' in report)) return [{ values, report }];
  return report.temperatures.map((one) => ({ values: { ...values, [TEMPERATURE]: one.temperature }, report: one }));
}

/** The keys that tell parts apart: those of the study, and the temperature where it has tempered points. */
export function partKeys(keys: readonly string[], parts: readonly Pick<PointPart, 'values'>[]): readonly string[] {
  return parts.some(({ values }) => TEMPERATURE in values) ? withTemperature(keys) : keys;
}
