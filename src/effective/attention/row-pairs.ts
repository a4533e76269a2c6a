/** Windows of attention by pairs of rows, which kernels hold in the two lanes of a vector. */
import { compress, type Rows } from '../shells.ts';

/** Rows 3p, 3p + 1, 3p + 2: the entries that rows 2p and 2p + 1 have in common, those of row 2p alone and those of row 2p + 1 alone. Neighbours have most in common. */
export function rowPairs(rows: Rows): Rows {
  const rowCount = rows.start.length - 1;
  return compress(
    Array.from({ length: Math.ceil(rowCount / 2) }, (_, pair) => {
      const [even, odd] = [rowOf(rows, 2 * pair), 2 * pair + 1 < rowCount ? rowOf(rows, 2 * pair + 1) : []];
      const [inEven, inOdd] = [new Set(even), new Set(odd)];
      const alone = odd.filter((entry) => !inEven.has(entry));
      return [even.filter((entry) => inOdd.has(entry)), even.filter((entry) => !inOdd.has(entry)), alone];
    }).flat(),
  );
}

/** The same entries row by row, in the order in which kernels come to them: what a row has in common with the other of its pair, then its own. */
export function inPairOrder(rows: Rows): Rows {
  const pairs = rowPairs(rows);
  return compress(
    Array.from({ length: rows.start.length - 1 }, (_, row) => {
      const pair = 3 * Math.floor(row / 2);
      return [...rowOf(pairs, pair), ...rowOf(pairs, pair + 1 + (row % 2))];
    }),
  );
}

const rowOf = ({ start, entry }: Rows, row: number): number[] => [...entry.subarray(start[row], start[row + 1])];
