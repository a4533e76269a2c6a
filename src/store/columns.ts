/** Columns of doubles, by chain: in memory or, where they are many, in a file from which one at a time is read. */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** So many columns of so many samples each. */
export interface Shape {
  readonly columns: number;
  /** Samples by chain. */
  readonly lengths: readonly number[];
}

/** Chains and columns are counted from 0. What was never written is 0. */
export interface Columns {
  /** Writes samples from number `first` on. */
  write(chain: number, column: number, first: number, values: Float64Array): void;
  /** Samples first … end − 1, not to be changed. */
  read(chain: number, column: number, first: number, end: number): Float64Array;
  close(): void;
}

/** Bytes up to which columns are in memory. */
const MOST_IN_MEMORY = 2 ** 25;
const BYTES = Float64Array.BYTES_PER_ELEMENT;

/** Columns in memory where they are few, else in a file without a name; in memory after all where the disk has no room for it. */
export function newColumns(shape: Shape): Columns {
  const bytes = shape.lengths.reduce((sum, length) => sum + length, 0) * shape.columns * BYTES;
  return bytes <= MOST_IN_MEMORY ? columnsInMemory(shape) : columnsOnDisk(shape);
}

export function columnsInMemory({ columns, lengths }: Shape): Columns {
  const all = lengths.map((length) => Array.from({ length: columns }, () => new Float64Array(length)));
  return {
    write: (chain, column, first, values) => all[chain][column].set(values, first),
    read: (chain, column, first, end) => all[chain][column].subarray(first, end),
    close() {},
  };
}

function columnsOnDisk(shape: Shape): Columns {
  let columns: Columns;
  try {
    columns = columnsInFile(shape, namelessFile());
  } catch {
    return columnsInMemory(shape);
  }
  return {
    write(...values) {
      try {
        columns.write(...values);
      } catch {
        columns = movedToMemory(columns, shape);
        columns.write(...values);
      }
    },
    read: (...range) => columns.read(...range),
    close: () => columns.close(),
  };
}

function movedToMemory(columns: Columns, shape: Shape): Columns {
  const moved = columnsInMemory(shape);
  for (const [chain, length] of shape.lengths.entries())
    for (let column = 0; column < shape.columns; column++)
      moved.write(chain, column, 0, columns.read(chain, column, 0, length));
  columns.close();
  return moved;
}

function columnsInFile({ columns, lengths }: Shape, file: number): Columns {
  const starts = lengths.map((_, chain) => columns * lengths.slice(0, chain).reduce((sum, length) => sum + length, 0));
  const placeOf = (chain: number, column: number, sample: number) =>
    BYTES * (starts[chain] + column * lengths[chain] + sample);
  return {
    write: (chain, column, first, values) => writeAt(file, placeOf(chain, column, first), values),
    read: (chain, column, first, end) => readAt(file, placeOf(chain, column, first), end - first),
    close: () => closeSync(file),
  };
}

function writeAt(file: number, place: number, values: Float64Array): void {
  for (let done = 0; done < values.byteLength; )
    done += writeSync(file, values, done, values.byteLength - done, place + done);
}

function readAt(file: number, place: number, count: number): Float64Array {
  const values = new Float64Array(count);
  for (let done = 0; done < values.byteLength; ) {
    const read = readSync(file, values, done, values.byteLength - done, place + done);
    if (read === 0) break;
    done += read;
  }
  return values;
}

/** An open file needs no name, and none is left behind if a signal ends the program. */
function namelessFile(): number {
  const folder = mkdtempSync(join(tmpdir(), 'spinformer-'));
  try {
    return openSync(join(folder, 'columns'), 'wx+');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
