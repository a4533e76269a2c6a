/** All samples of a run, merged from the segments. */
import { StorageError } from '../errors.ts';
import { checkSum, checksumOf } from './checksum.ts';
import { fromBytes } from './doubles.ts';
import { checkObservables, connectedExtents, type Extent, lengthOf } from './extents.ts';
import { chainNumbers } from './paths.ts';
import type { Run } from './run.ts';
import { type OpenSegment, readSegment } from './segment-reader.ts';
import type { DatabaseSync } from './sqlite.ts';
import { MOVE_AWAY } from './trouble.ts';

/** Bytes of a segment that are in memory as rows at a time. */
const PAGE_BYTES = 2 ** 22;

export interface Series {
  /** Names of the observables; none before the first checkpoint of a run. */
  readonly names: readonly string[];
  /** Samples by chain, then observable: one number each. Chains may differ in length. */
  readonly chains: readonly (readonly Float64Array[])[];
}

/** The series of a run. Throws as readSegment, and StorageError, naming the file, when two segments contradict each other. */
export function readSeries(run: Run): Series {
  const last = chainNumbers(run.directory).at(-1) ?? 0;
  const extents = Array.from({ length: last }, (_, index) => connectedExtents(run, index + 1));
  const names = extents.flat()[0]?.names ?? [];
  checkObservables(extents.flat(), names);
  return { names, chains: extents.map((connected, index) => readChain(run, index + 1, connected, names)) };
}

function readChain(run: Run, chain: number, extents: readonly Extent[], names: readonly string[]): Float64Array[] {
  const length = lengthOf(extents);
  const series = names.map(() => new Float64Array(length));
  let filled = 0;
  for (const extent of extents) {
    const end = Math.min(extent.samples, length);
    readSegment(run, chain, extent.file, (segment) => readRows(segment, extent, series, filled));
    filled = Math.max(filled, end);
  }
  return series;
}

/** The rows of a segment: beyond `filled` they are copied, below they must be the same as in `series`. */
function readRows({ database, names }: OpenSegment, extent: Extent, series: Float64Array[], filled: number): void {
  const { file, first, samples } = extent;
  let next = first;
  for (const row of rowsFrom(database, first, samples, pageFor(names.length))) {
    const values = fromBytes(row.doubles);
    if (row.sample !== next || values.length !== names.length) break;
    checkSum(file, `sample ${next}`, row.crc, checksumOf(next, row.doubles));
    if (next >= filled) for (let k = 0; k < values.length; k++) series[k][next] = values[k];
    else compare(values, next, series, names, file);
    next++;
  }
  if (next !== samples) throw new StorageError(`${file}: damaged: sample ${next} is missing: ${MOVE_AWAY}`);
}

interface Row {
  readonly sample: number;
  readonly doubles: Uint8Array;
  readonly crc: number;
}

/** The rows in pages: a statement of SQLite may not outlive its last reference while rows are still to come, and there may be many. */
function* rowsFrom(database: DatabaseSync, first: number, end: number, page: number): Generator<Row> {
  const statement = database.prepare(
    'SELECT sample, doubles, crc FROM series WHERE sample >= ? AND sample < ? ORDER BY sample LIMIT ?',
  );
  for (let next = first; next < end; next += page) {
    const rows = statement.all(next, end, page) as unknown as Row[];
    yield* rows;
    if (rows.length < page) return;
  }
}

const pageFor = (columns: number): number => Math.max(1, Math.floor(PAGE_BYTES / (8 * (columns + 1))));

function compare(
  values: Float64Array,
  sample: number,
  series: readonly Float64Array[],
  names: readonly string[],
  file: string,
): void {
  const other = names.findIndex((_, k) => !Object.is(series[k][sample], values[k]));
  if (other < 0) return;
  throw new StorageError(
    `${file}: ${names[other]} of sample ${sample} differs from an earlier segment of the chain, though both should be bit-identical: ` +
      'move the segments of the machine that you trust less out of the run',
  );
}
