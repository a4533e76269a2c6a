/** STUDY/table.csv: a row per point and observable, as programs for finite-size scaling and plots read it. */
import { cellOf } from '../../spec/sweep/value-text.ts';
import { quoted } from '../export/csv.ts';
import type { ReportedEstimate } from '../summary/run-json.ts';
import type { StudyRow } from './study-rows.ts';

const COLUMNS = ['observable', 'value', 'error', 'tau', 'effectiveSamples', 'rHat', 'warning'];

/**
 * The text in pieces: swept keys in front, numbers with all of their digits, and nothing where there is none. The error has the accuracy of the values in it. A point without
 * samples has one row, without an observable.
 */
export function* tableCsvPieces(keys: readonly string[], rows: Iterable<StudyRow>): Generator<string> {
  yield lineOf([...keys, ...COLUMNS]);
  for (const row of rows) yield linesOfPoint(keys, row).map(lineOf).join('');
}

function linesOfPoint(keys: readonly string[], { values, status, observables, warnings }: StudyRow): string[][] {
  const swept = keys.map((key) => cellOf(key, values[key]));
  const entries = Object.entries(observables);
  const ofPoint = warnings.join('; ');
  if (entries.length === 0) return [[...swept, '', '', '', '', '', '', ofPoint || (status === 'done' ? '' : status)]];
  return entries.map(([name, estimate]) => [...swept, name, ...numbersOf(estimate), warningOf(estimate, ofPoint)]);
}

function numbersOf({ mean, error, resolution = 0, tau, effectiveSamples, rHat, needed }: ReportedEstimate): string[] {
  const whole = error === null ? null : Math.sqrt(error * error + resolution * resolution);
  const known = needed === undefined ? [mean, whole, tau, effectiveSamples, rHat] : [null, null, tau, null, null];
  return known.map((value) => (value == null ? '' : String(value)));
}

function warningOf({ samples, needed, upperBound }: ReportedEstimate, ofPoint: string): string {
  const own =
    needed === undefined
      ? upperBound !== undefined && `not resolved: below ${upperBound} at two standard deviations`
      : `not enough data: ${samples} of at least ${needed} samples`;
  return [own, ofPoint].filter(Boolean).join('; ');
}

const lineOf = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\n`;
