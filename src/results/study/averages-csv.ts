/** STUDY/averages.csv: a row per average over realisations and observable. */
import { cellOf } from '../../spec/sweep/value-text.ts';
import { quoted } from '../export/csv.ts';
import type { TableColumns } from '../export/hdf5.ts';
import type { AveragedEstimate } from './averaged-value.ts';
import type { StudyAverage } from './averages.ts';
import { sweptColumn } from './table-columns.ts';

/** Numbers of a line, by the names of their columns. */
const NUMBERS = ['value', 'error', 'between', 'within'] as const;

interface Line {
  readonly average: StudyAverage;
  readonly observable: string;
  readonly numbers: readonly (number | null)[];
  readonly warning: string;
}

function linesOf(average: StudyAverage): Line[] {
  const entries = Object.entries(average.observables);
  if (entries.length === 0)
    return [{ average, observable: '', numbers: NUMBERS.map(() => null), warning: 'no realisation is complete' }];
  return entries.map(([observable, estimate]) => ({
    average,
    observable,
    numbers: [estimate.mean, wholeError(estimate), estimate.between, estimate.within],
    warning: estimate.reason ?? (estimate.error === null ? 'a single realisation has no error bar' : ''),
  }));
}

/** With the accuracy of the values in it, as in table.csv. */
const wholeError = ({ error, resolution = 0 }: AveragedEstimate): number | null =>
  error === null ? null : Math.sqrt(error * error + resolution * resolution);

/** The text in pieces; nothing where there is no number. `keys`: without disorder.seed. */
export function* averagesCsvPieces(keys: readonly string[], averages: readonly StudyAverage[]): Generator<string> {
  yield lineOf([...keys, 'realisations', 'observable', ...NUMBERS, 'warning']);
  for (const average of averages)
    yield linesOf(average)
      .map(({ observable, numbers, warning }) =>
        lineOf([
          ...keys.map((key) => cellOf(key, average.values[key])),
          String(average.realisations),
          observable,
          ...numbers.map((value) => String(value ?? '')),
          warning,
        ]),
      )
      .join('');
}

const lineOf = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\n`;

/** The same by columns, as HDF5 holds it: numbers, NaN where there is none, and texts. */
export function averagesColumns(keys: readonly string[], averages: readonly StudyAverage[]): TableColumns {
  const lines = averages.flatMap(linesOf);
  return {
    ...Object.fromEntries(
      keys.map((key) => [
        key,
        sweptColumn(
          key,
          lines.map(({ average }) => average),
        ),
      ]),
    ),
    realisations: Float64Array.from(lines, ({ average }) => average.realisations),
    observable: lines.map(({ observable }) => observable),
    ...Object.fromEntries(
      NUMBERS.map((name, k) => [name, Float64Array.from(lines, ({ numbers }) => numbers[k] ?? Number.NaN)]),
    ),
    warning: lines.map(({ warning }) => warning),
  };
}
