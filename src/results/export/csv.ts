/** A row per sample: chain (from 1), sample (from 0), whether it belongs to the warm-up (1 or 0), and everything that was measured. */
import { specOf } from '../../run/conductor/stored-spec.ts';
import { readSeries, type Series } from '../../store/store.ts';
import type { ExportSource } from './source.ts';

const ROWS_PER_PIECE = 100;

/** The text in pieces. The run is read before the first of them. */
export const csvPieces = ({ run }: ExportSource): Iterable<string> =>
  pieces(readSeries(run), specOf(run).sampling.warmUp);

/** Numbers have all of their digits; what is none is NaN. */
function* pieces({ names, chains }: Series, warmUp: number): Generator<string> {
  yield `${['chain', 'sample', 'warm_up', ...names].join(',')}\n`;
  for (const [chain, columns] of chains.entries()) {
    const length = columns[0]?.length ?? 0;
    for (let first = 0; first < length; first += ROWS_PER_PIECE) {
      let rows = '';
      for (let sample = first; sample < Math.min(first + ROWS_PER_PIECE, length); sample++)
        rows += `${chain + 1},${sample},${Number(sample < warmUp)}${valuesText(columns, sample)}\n`;
      yield rows;
    }
  }
}

function valuesText(columns: readonly Float64Array[], sample: number): string {
  let text = '';
  for (const column of columns) text += `,${column[sample]}`;
  return text;
}
