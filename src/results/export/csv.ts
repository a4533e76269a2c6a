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
  const { names, lengths } = series;
  try {
    yield `${['chain', 'sample', 'warm_up', ...names].join(',')}\n`;
    for (const chain of lengths.keys()) yield* rowsOfChain(series, chain, warmUp);
  } finally {
    series.close();
  }
}

function* rowsOfChain({ names, lengths, read }: OpenSeries, chain: number, warmUp: number): Generator<string> {
  const most = ROWS_PER_PIECE * Math.ceil(NUMBERS_PER_PART / ROWS_PER_PIECE / Math.max(1, names.length));
  for (let first = 0; first < lengths[chain]; first += most) {
    const end = Math.min(first + most, lengths[chain]);
    const columns = names.map((_, observable) => read(chain, observable, first, end));
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
