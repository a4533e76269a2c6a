/** All samples of a run, merged from the segments. */
import { StorageError } from '../errors.ts';
import { type Columns, columnsInMemory, newColumns } from './columns.ts';
import { checkObservables, connectedExtents, type Extent, lengthOf } from './extents.ts';
import { chainNumbers } from './paths.ts';
import type { Run } from './run.ts';
import { type OpenSegment, originIn, readSegment } from './segment-reader.ts';
import { seriesBlocks } from './series-blocks.ts';
import { MOVE_AWAY } from './trouble.ts';

export interface Series {
  /** Names of the observables; none before the first checkpoint of a run. */
  readonly names: readonly string[];
  /** Samples by chain, then observable: one number each. Chains may differ in length. */
  readonly chains: readonly (readonly Float64Array[])[];
}

/** The same, where one observable at a time is in memory. Chains and observables are counted from 0. */
export interface OpenSeries extends Pick<Series, 'names'> {
  /** Samples by chain. */
  readonly lengths: readonly number[];
  /** Samples first … end − 1 of an observable, all of a chain by default; not to be changed. */
  read(chain: number, observable: number, first?: number, end?: number): Float64Array;
  /** Gives back what holds the samples; nothing is read afterwards. */
  close(): void;
}

/** The series of a run, all in memory. Throws as openSeries. */
export function readSeries(run: Run): Series {
  const { names, lengths, read } = openSeries(run, columnsInMemory);
  return { names, chains: lengths.map((_, chain) => names.map((_, observable) => read(chain, observable))) };
}

/** The series of a run. Throws as readSegment, and StorageError, naming the file, when two segments contradict each other. */
export function openSeries(run: Run, newStore = newColumns): OpenSeries {
  const last = chainNumbers(run.directory).at(-1) ?? 0;
  const extents = Array.from({ length: last }, (_, index) => connectedExtents(run, index + 1));
  const names = extents.flat()[0]?.names ?? [];
  checkObservables(extents.flat(), names);
  const lengths = extents.map(lengthOf);
  const store = newStore({ columns: names.length, lengths });
  try {
    for (const [chain, connected] of extents.entries()) readChain(run, chain, connected, store);
  } catch (error) {
    store.close();
    throw error;
  }
  return {
    names,
    lengths,
    read: (chain, observable, first = 0, end = lengths[chain]) => store.read(chain, observable, first, end),
    close: () => store.close(),
  };
}

function readChain(run: Run, chain: number, extents: readonly Extent[], store: Columns): void {
  let filled = 0;
  for (const extent of extents) {
    readSegment(run, chain + 1, extent.file, (segment) => readRows(segment, run, extent, chain, store, filled));
    filled = Math.max(filled, extent.samples);
  }
}

/** The rows of a segment: beyond `filled` they are copied, below they must be the same as in the store. */
function readRows(
  { database, names }: OpenSegment,
  { part }: Run,
  { file, first, samples }: Extent,
  chain: number,
  store: Columns,
  filled: number,
): void {
  let next = first;
  for (const block of seriesBlocks(database, file, { first, end: samples, columns: names.length, part })) {
    const known = Math.min(block.count, Math.max(0, filled - next));
    const values = new Float64Array(block.count);
    for (const [column, name] of names.entries()) {
      for (let k = 0; k < block.count; k++) values[k] = block.values[k * names.length + column];
      if (known > 0) {
        const earlier = store.read(chain, column, next, next + known);
        compare(values.subarray(0, known), earlier, `${file}: ${name}`, next, () => originIn(database));
      }
      if (known < block.count) store.write(chain, column, next + known, values.subarray(known));
    }
    next += block.count;
  }
  if (next !== samples) throw new StorageError(`${file}: damaged: sample ${next} is missing: ${MOVE_AWAY}`);
}

/** Compares values from sample `first` on with what an earlier segment holds of them. `what`: the file and the name of the observable; `origin`: the machine that made it. */
function compare(
  values: Float64Array,
  earlier: Float64Array,
  what: string,
  first: number,
  origin: () => string | undefined,
): void {
  const other = values.findIndex((value, k) => !Object.is(value, earlier[k]));
  if (other < 0) return;
  const made = origin();
  throw new StorageError(
    `${what} of sample ${first + other} differs from an earlier segment of the chain, though both should be bit-identical: ` +
      `move the segments of the machine that you trust less out of the run${made === undefined ? '' : `\n  made on ${made}`}`,
  );
}
