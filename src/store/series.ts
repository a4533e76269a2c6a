/** All samples of a run, merged from the segments. */
import { StorageError } from '../errors.ts';
import { checkObservables, connectedExtents, type Extent, lengthOf } from './extents.ts';
import { chainNumbers } from './paths.ts';
import type { Run } from './run.ts';
import { type OpenSegment, readSegment } from './segment-reader.ts';
import { type Block, seriesBlocks } from './series-blocks.ts';
import { MOVE_AWAY } from './trouble.ts';

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
  for (const block of seriesBlocks(database, file, { first, end: samples, columns: names.length })) {
    const known = Math.min(block.count, Math.max(0, filled - block.first));
    compare(block, known, series, names, file);
    copy(block, known, series);
    next = block.first + block.count;
  }
  if (next !== samples) throw new StorageError(`${file}: damaged: sample ${next} is missing: ${MOVE_AWAY}`);
}

/** Copies the samples of a block from the one of index `from` on. */
function copy({ first, count, values }: Block, from: number, series: readonly Float64Array[]): void {
  for (const [column, target] of series.entries())
    for (let k = from; k < count; k++) target[first + k] = values[k * series.length + column];
}

/** Compares the first samples of a block with what an earlier segment holds of them. */
function compare(
  { first, values }: Block,
  known: number,
  series: readonly Float64Array[],
  names: readonly string[],
  file: string,
): void {
  for (let k = 0; k < known; k++) {
    const row = values.subarray(k * names.length, (k + 1) * names.length);
    const other = names.findIndex((_, column) => !Object.is(series[column][first + k], row[column]));
    if (other >= 0)
      throw new StorageError(
        `${file}: ${names[other]} of sample ${first + k} differs from an earlier segment of the chain, though both should be bit-identical: ` +
          'move the segments of the machine that you trust less out of the run',
      );
  }
}
