/** STUDY/table.csv: a row per point and observable, as programs for finite-size scaling and plots read it. */
import { cellOf } from '../../spec/sweep/value-text.ts';
import { quoted } from '../export/csv.ts';
import type { AxisColumn } from './axis-columns.ts';
import type { StudyRow } from './study-rows.ts';
import { type TableLine, tableLines } from './table-lines.ts';

/** Numbers of a line, by the names of their columns. */
export const NUMBERS = ['value', 'error', 'tau', 'effectiveSamples', 'rHat'] as const satisfies (keyof TableLine)[];

/** The text in pieces: swept keys in front, with the places of lists behind them, numbers with all of their digits, and nothing where there is none. */
export function* tableCsvPieces(
  keys: readonly string[],
  rows: Iterable<StudyRow>,
  axes: readonly AxisColumn[] = [],
): Generator<string> {
  yield lineOf([...keys, ...axes.map(({ name }) => name), 'observable', ...NUMBERS, 'warning']);
  for (const row of rows)
    yield tableLines(row)
      .map((line) => lineOf(cellsOf(keys, axes, line)))
      .join('');
}

const cellsOf = (keys: readonly string[], axes: readonly AxisColumn[], line: TableLine): string[] => [
  ...keys.map((key) => cellOf(key, line.values[key])),
  ...axes.map(({ of }) => String(of(line.values) ?? '')),
  line.observable,
  ...NUMBERS.map((name) => String(line[name] ?? '')),
  line.warning,
];

const lineOf = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\n`;
