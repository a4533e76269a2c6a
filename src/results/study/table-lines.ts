/** The tidy table of a study: a line per point and observable. */
import type { SweptValue } from '../../spec/study.ts';
import type { ReportedEstimate } from '../summary/run-json.ts';
import { statusWord } from './status-words.ts';
import type { StudyRow } from './study-rows.ts';

/** A line; numbers that there are not are null. */
export interface TableLine {
  readonly values: Readonly<Record<string, SweptValue>>;
  /** Empty of a point without samples, which has one line. */
  readonly observable: string;
  readonly value: number | null;
  /** With the accuracy of the values in it. */
  readonly error: number | null;
  readonly tau: number | null;
  readonly effectiveSamples: number | null;
  readonly rHat: number | null;
  /** Why numbers are missing, and what the user has to know about the point. */
  readonly warning: string;
}

const NOTHING = { observable: '', value: null, error: null, tau: null, effectiveSamples: null, rHat: null };

export function tableLines({ values, status, observables, warnings }: StudyRow): TableLine[] {
  const entries = Object.entries(observables);
  const ofPoint = warnings.join('; ');
  if (entries.length === 0)
    return [{ values, ...NOTHING, warning: ofPoint || (status === 'done' ? '' : statusWord(status)) }];
  return entries.map(([observable, estimate]) => ({
    values,
    observable,
    ...numbersOf(estimate),
    warning: warningOf(estimate, ofPoint),
  }));
}

function numbersOf(estimate: ReportedEstimate): Omit<TableLine, 'values' | 'observable' | 'warning'> {
  const { mean, error, resolution = 0, tau = null, effectiveSamples = null, rHat = null, needed } = estimate;
  if (needed !== undefined) return { value: null, error: null, tau, effectiveSamples: null, rHat: null };
  const whole = error === null ? null : Math.sqrt(error * error + resolution * resolution);
  return { value: mean, error: whole, tau, effectiveSamples, rHat };
}

function warningOf({ samples, needed, upperBound, reason }: ReportedEstimate, ofPoint: string): string {
  const own =
    needed === undefined
      ? upperBound !== undefined && `not resolved: below ${upperBound} at two standard deviations`
      : `not enough data: ${samples} of at least ${needed} samples`;
  return [reason, own, ofPoint].filter(Boolean).join('; ');
}
