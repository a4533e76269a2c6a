/** A row per sample: chain (from 1), sample (from 0), whether it belongs to the warm-up (1 or 0), and everything that was measured. */
import { specOf } from '../../run/conductor/stored-spec.ts';
import { readSeries } from '../../store/store.ts';
import { type ExportSource, writePieces } from './source.ts';

const ROWS_PER_PIECE = 1000;

export function writeCsv(path: string, source: ExportSource): void {
  writePieces(path, pieces(source));
}

/** Numbers have all of their digits; what is none is NaN. */
function* pieces({ run }: ExportSource): Generator<string> {
  const { names, chains } = readSeries(run);
  const { warmUp } = specOf(run).sampling;
  yield `${['chain', 'sample', 'warm_up', ...names].join(',')}\n`;
  for (const [chain, columns] of chains.entries()) {
    const length = columns[0]?.length ?? 0;
    const row = (sample: number) =>
      [chain + 1, sample, Number(sample < warmUp), ...columns.map((column) => column[sample])].join(',');
    for (let first = 0; first < length; first += ROWS_PER_PIECE) {
      const count = Math.min(ROWS_PER_PIECE, length - first);
      yield Array.from({ length: count }, (_, k) => `${row(first + k)}\n`).join('');
    }
  }
}
