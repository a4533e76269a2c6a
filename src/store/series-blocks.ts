/** The rows of a series in blocks: SQLite joins their bytes, so that a sample makes no objects. */
import { checkSum, checksumOf } from './checksum.ts';
import { fromBytes } from './doubles.ts';
import { tableOf } from './segment-schema.ts';
import type { DatabaseSync } from './sqlite.ts';

/** Bytes of a block, about: it is in memory twice. Where rows are long it is larger, for columns are written block by block, and the pieces must not be tiny. */
const BLOCK_BYTES = 2 ** 20;
const LARGEST_BLOCK_BYTES = 2 ** 24;
const ENOUGH_ROWS = 256;

/** The values of samples without a gap between them. */
export interface Block {
  /** Number of the first sample. */
  readonly first: number;
  readonly count: number;
  /** Values by sample, then observable. */
  readonly values: Float64Array;
}

interface BlockRange {
  readonly first: number;
  readonly end: number;
  readonly columns: number;
  /** The part of the samples, as of the run. */
  readonly part?: string | undefined;
}

/** What SQLite joins; no doubles where there are no rows. Numbers of samples and checksums are JSON. */
interface Joined {
  readonly doubles: Uint8Array | null;
  readonly samples: string;
  readonly sums: string;
}

/** Bytes of a BLOB are those of a text to `group_concat`, whatever they are; rows of another length would shift all that follow. */
const joined = (part: string | undefined): string => `
  SELECT CAST(group_concat(doubles, '') AS BLOB) AS doubles, json_group_array(sample) AS samples,
    json_group_array(crc) AS sums
  FROM (SELECT sample, doubles, crc FROM ${tableOf('series', part)} WHERE sample >= ? AND sample < ? AND length(doubles) = ? ORDER BY sample)`;

/**
 * The samples first … end − 1 in blocks, up to the first that is missing or has another number of values. `file`: the name of the segment. Throws StorageError
 * where the bits of a sample are not what was written.
 */
export function* seriesBlocks(
  database: DatabaseSync,
  file: string,
  { first, end, columns, part }: BlockRange,
): Generator<Block> {
  const bytesOfRow = 8 * columns;
  const most = rowsOfBlock(bytesOfRow + 8);
  const statement = database.prepare(joined(part));
  for (let next = first; next < end; next += most) {
    const wanted = Math.min(most, end - next);
    const { doubles, samples, sums } = statement.get(next, next + wanted, bytesOfRow) as unknown as Joined;
    const bytes = doubles ?? new Uint8Array();
    const count = countConsecutive(JSON.parse(samples), next);
    checkRows(bytes, bytesOfRow, JSON.parse(sums).slice(0, count), next, file);
    yield { first: next, count, values: fromBytes(bytes) };
    if (count < wanted) return;
  }
}

function rowsOfBlock(bytesOfRow: number): number {
  const longRows = Math.min(ENOUGH_ROWS, LARGEST_BLOCK_BYTES / bytesOfRow);
  return Math.max(1, Math.floor(Math.max(longRows, BLOCK_BYTES / bytesOfRow)));
}

function countConsecutive(numbers: readonly unknown[], first: number): number {
  let count = 0;
  while (count < numbers.length && numbers[count] === first + count) count++;
  return count;
}

function checkRows(bytes: Uint8Array, bytesOfRow: number, sums: readonly unknown[], first: number, file: string): void {
  for (let k = 0; k < sums.length; k++) {
    const row = bytes.subarray(k * bytesOfRow, (k + 1) * bytesOfRow);
    checkSum(file, `sample ${first + k}`, sums[k], checksumOf(first + k, row));
  }
}
