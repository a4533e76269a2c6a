/**
 * A row per sample: chain (from 1), sample (from 0), whether it belongs to the warm-up (1 or 0), and everything that was measured. Of a tempered run a row per
 * sample and temperature, which is the fourth column; what is not recorded at a temperature, as a shift that only others have, is NaN.
 */
import { rungRuns } from '../../run/conductor/rungs.ts';
import { specOf } from '../../run/conductor/stored-spec.ts';
import { type OpenSeries, openSeries, type Run } from '../../store/store.ts';
import type { ExportSource } from './source.ts';

const ROWS_PER_PIECE = 100;
/** Numbers that are read at a time. */
const NUMBERS_PER_PART = 2 ** 17;

/** What the rows of one temperature, or of a run that is not tempered, are made from. */
export interface Rows {
  readonly series: OpenSeries;
  readonly warmUp: number;
  /** The fourth column; none where left out. */
  readonly temperature: readonly number[];
  /** Everything that was measured, at any temperature. */
  readonly names: readonly string[];
}

/** The text in pieces. A run that is not tempered is read before the first of them. */
export function csvPieces({ run }: ExportSource): Iterable<string> {
  const { warmUp } = specOf(run).sampling;
  const rungs = rungRuns(run);
  if (rungs.length > 0) return ladderPieces(rungs, warmUp);
  const series = openSeries(run);
  return pieces(series.names, [], () => [{ series, warmUp, temperature: [], names: series.names }]);
}

function ladderPieces(rungs: readonly Run[], warmUp: number): Iterable<string> {
  const names = [...new Set(rungs.flatMap(recordedNames))];
  const parts = function* (): Generator<Rows> {
    for (const rung of rungs)
      yield { series: openSeries(rung), warmUp, temperature: [specOf(rung).model.temperature], names };
  };
  return pieces(names, ['temperature'], parts);
}

/** Names of all that a run, or one temperature of it, has recorded. */
export function recordedNames(rung: Run): readonly string[] {
  const series = openSeries(rung);
  series.close();
  return series.names;
}

function* pieces(
  names: readonly string[],
  temperature: readonly string[],
  parts: () => Iterable<Rows>,
): Generator<string> {
  yield csvHeader([...temperature, ...names]);
  for (const part of parts()) {
    try {
      yield* csvRows(part);
    } finally {
      part.series.close();
    }
  }
}

/** The first line. `names`: of all columns but those of every file. */
export const csvHeader = (names: readonly string[]): string =>
  `${['chain', 'sample', 'warm_up', ...names].join(',')}\n`;

/** A line per sample, several in a piece; NaN for names that the series have not. */
export function* csvRows(rows: Rows): Generator<string> {
  for (const chain of rows.series.lengths.keys()) yield* rowsOfChain(rows, chain);
}

function* rowsOfChain({ series, warmUp, temperature, names }: Rows, chain: number): Generator<string> {
  const { lengths, read } = series;
  const places = names.map((name) => series.names.indexOf(name));
  const most = ROWS_PER_PIECE * Math.ceil(NUMBERS_PER_PART / ROWS_PER_PIECE / Math.max(1, names.length));
  for (let first = 0; first < lengths[chain]; first += most) {
    const end = Math.min(first + most, lengths[chain]);
    const columns = places.map((place) => (place < 0 ? undefined : read(chain, place, first, end)));
    for (let piece = first; piece < end; piece += ROWS_PER_PIECE) {
      let rows = '';
      for (let sample = piece; sample < Math.min(piece + ROWS_PER_PIECE, end); sample++)
        rows += rowText([
          chain + 1,
          sample,
          Number(sample < warmUp),
          ...temperature,
          ...columns.map((column) => (column ? column[sample - first] : Number.NaN)),
        ]);
      yield rows;
    }
  }
}

/** A cell in quotes where it has to be: https://www.rfc-editor.org/rfc/rfc4180. */
export const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const isInfinite = (value: number): boolean => Math.abs(value) === Infinity;

/** Numbers with all of their digits; what is none is NaN. JSON has the same digits, in half the time, but no infinities. */
function rowText(row: readonly number[]): string {
  if (row.some(isInfinite)) return `${row.join(',')}\n`;
  return `${JSON.stringify(row).slice(1, -1).replaceAll('null', 'NaN')}\n`;
}
