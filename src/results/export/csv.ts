/** A row per sample: chain (from 1), sample (from 0), whether it belongs to the warm-up (1 or 0), and everything that was measured. */
import { specOf } from '../../run/conductor/stored-spec.ts';
import { type OpenSeries, openSeries } from '../../store/store.ts';
import type { ExportSource } from './source.ts';

const ROWS_PER_PIECE = 100;
/** Numbers that are read at a time. */
const NUMBERS_PER_PART = 2 ** 17;

/** The text in pieces. The run is read before the first of them. */
export const csvPieces = ({ run }: ExportSource): Iterable<string> =>
  pieces(openSeries(run), specOf(run).sampling.warmUp);

function* pieces(series: OpenSeries, warmUp: number): Generator<string> {
  const { names } = series;
  try {
    yield csvHeader(names);
    yield* csvRows(series, warmUp, names);
  } finally {
    series.close();
  }
}

/** The first line. `names`: of what was measured. */
export const csvHeader = (names: readonly string[]): string =>
  `${['chain', 'sample', 'warm_up', ...names].join(',')}\n`;

/** A line per sample, several in a piece; NaN for names that the series have not. */
export function* csvRows(series: OpenSeries, warmUp: number, names: readonly string[]): Generator<string> {
  for (const chain of series.lengths.keys()) yield* rowsOfChain(series, chain, warmUp, names);
}

function* rowsOfChain(series: OpenSeries, chain: number, warmUp: number, names: readonly string[]): Generator<string> {
  const { lengths, read } = series;
  const observables = names.map((name) => series.names.indexOf(name));
  const most = ROWS_PER_PIECE * Math.ceil(NUMBERS_PER_PART / ROWS_PER_PIECE / Math.max(1, names.length));
  for (let first = 0; first < lengths[chain]; first += most) {
    const end = Math.min(first + most, lengths[chain]);
    const columns = observables.map((column) =>
      column < 0 ? new Float64Array(end - first).fill(NaN) : read(chain, column, first, end),
    );
    for (let piece = first; piece < end; piece += ROWS_PER_PIECE) {
      let rows = '';
      for (let sample = piece; sample < Math.min(piece + ROWS_PER_PIECE, end); sample++)
        rows += rowText([
          chain + 1,
          sample,
          Number(sample < warmUp),
          ...columns.map((column) => column[sample - first]),
        ]);
      yield rows;
    }
  }
}

const isInfinite = (value: number): boolean => Math.abs(value) === Infinity;

/** Numbers with all of their digits; what is none is NaN. JSON has the same digits, in half the time, but no infinities. */
function rowText(row: readonly number[]): string {
  if (row.some(isInfinite)) return `${row.join(',')}\n`;
  return `${JSON.stringify(row).slice(1, -1).replaceAll('null', 'NaN')}\n`;
}
