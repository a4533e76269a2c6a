/** The series of a run that grows: what was read is not read again. */
import { StorageError } from '../errors.ts';
import { type Columns, newColumns } from '../store/columns.ts';
import { checkObservables, connectedExtents, type Extent, lengthOf } from '../store/extents.ts';
import { readSegment } from '../store/segment-reader.ts';
import { seriesBlocks } from '../store/series-blocks.ts';
import type { OpenSeries, Run } from '../store/store.ts';

/** Samples that are read within one transaction: a reader keeps a writer waiting for as long. */
const PIECE = 4096;

export interface FollowedSeries extends OpenSeries {
  /** Reads what has come to some chains, by number. Throws as openSeries. */
  grow(chains: readonly number[]): void;
}

/** Room for `capacity` samples of each of so many chains. */
export function followSeries(run: Run, chains: number, capacity: number): FollowedSeries {
  const lengths = new Array<number>(chains).fill(0);
  let names: readonly string[] = [];
  let store: Columns | undefined;

  const open = (found: readonly string[]): Columns => {
    names = found;
    return newColumns({ columns: names.length, lengths: lengths.map(() => capacity) });
  };

  const growChain = (chain: number) => {
    const extents = connectedExtents(run, chain);
    if (lengthOf(extents) < lengths[chain - 1])
      throw new StorageError(`${run.directory}: samples of chain ${chain} that were there are gone`);
    for (const extent of extents) {
      store ??= open(extent.names);
      checkObservables([extent], names);
      const end = Math.min(extent.samples, capacity);
      while (lengths[chain - 1] < end)
        lengths[chain - 1] = copyPiece(
          run,
          chain,
          extent,
          lengths[chain - 1],
          Math.min(end, lengths[chain - 1] + PIECE),
          store,
        );
    }
  };

  return {
    get names() {
      return names;
    },
    lengths,
    grow: (grown) => grown.filter((chain) => chain <= chains).forEach(growChain),
    read: (chain, observable, first = 0, end = lengths[chain]) =>
      store?.read(chain, observable, first, end) ?? new Float64Array(),
    close: () => store?.close(),
  };
}

/** Copies the samples first … end − 1 of a segment, and returns the number of the next one. */
function copyPiece(run: Run, chain: number, { file }: Extent, first: number, end: number, store: Columns): number {
  const next = readSegment(run, chain, file, ({ database, names }) => {
    let filled = first;
    for (const { count, values } of seriesBlocks(database, file, {
      first,
      end,
      columns: names.length,
      part: run.part,
    })) {
      for (const column of names.keys()) store.write(chain - 1, column, filled, columnOf(values, column, names.length));
      filled += count;
    }
    return filled;
  });
  if (next !== end) throw new StorageError(`${file}: damaged: sample ${next ?? first} is missing`);
  return next;
}

const columnOf = (values: Float64Array, column: number, columns: number): Float64Array =>
  Float64Array.from({ length: values.length / columns }, (_, k) => values[k * columns + column]);
