/** Writing a segment: one writer forever, one transaction per checkpoint. */
import { closeSync, openSync, rmSync } from 'node:fs';
import type { ProgramPart } from '../chain/chain.ts';
import type { Checkpoint } from '../chain/checkpoint.ts';
import { writeCheckpoint } from './checkpoint-row.ts';
import { checksumOf } from './checksum.ts';
import { toBytes } from './doubles.ts';
import { checkObservables, connectedExtents } from './extents.ts';
import { hostWords } from './machine.ts';
import { nextSegment } from './next-segment.ts';
import type { Run } from './run.ts';
import { checkNames, partSchema, SCHEMA, tableOf } from './segment-schema.ts';
import { type DatabaseSync, openDatabase } from './sqlite.ts';
import { isUnderWay, journalOf } from './standing.ts';
import { writing } from './trouble.ts';

/** The spins after a sample. */
export interface StoredConfiguration {
  /** Number of the sample, from 0. */
  readonly sample: number;
  /** The spins, x y z of site 0, of site 1, … */
  readonly spins: Float64Array;
}

/** Doubles that belong to a sample. */
export interface KeptDoubles {
  /** Number of the sample, from 0. */
  readonly sample: number;
  readonly values: Float64Array;
}

/** What samples have. */
export interface BatchPart {
  /** The observables in the order of their names, one row per sample since the last commit. */
  readonly rows: readonly Float64Array[];
  readonly configurations: readonly StoredConfiguration[];
  /** Classical energy and levels of some samples. */
  readonly levels?: readonly KeptDoubles[];
}

/** Samples and the state that they end in. */
export interface Batch extends BatchPart {
  /** What they have besides, in the order of the parts of the segment. */
  readonly parts?: readonly BatchPart[];
  readonly checkpoint: Checkpoint;
}

export interface SegmentWriter {
  readonly file: string;
  /** Commits all of a batch or, whatever happens, nothing. Throws StorageError when the disk does not allow it; earlier commits stay. */
  commit(batch: Batch): void;
  close(): void;
}

/**
 * A transaction that ended is on the disk, and so is the end of its journal, which would take it back after a loss of power: https://www.sqlite.org/pragma.html#pragma_synchronous.
 * The journal stays, empty, from one transaction to the next: to make and to remove a file is what network file systems are slow at, and that a file has come into being is what they tell other machines late.
 */
const DURABLE = 'PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = EXTRA;';

/**
 * The next segment of a chain, for samples from number `first` on, made now and by no other process.
 *
 * `names`: of the observables; `parts`: what the samples have besides. Throws InputError or StorageError when it cannot be made.
 */
export function newSegment(
  run: Run,
  chain: number,
  names: readonly string[],
  first: number,
  parts: readonly ProgramPart[] = [],
): SegmentWriter {
  for (const { name, names: columns } of [{ name: undefined, names }, ...parts]) {
    checkNames(columns);
    checkObservables(connectedExtents({ ...run, part: name }, chain), columns);
  }
  const file = nextSegment(run.directory, chain, makeExclusively);
  const database = writing(file, () => openDatabase(file));
  writing(file, () => database.exec(DURABLE));
  const transaction = (action: () => void) => writing(file, () => inTransaction(database, action));
  transaction(() => writeTables(database, names, parts, [run.identity, chain, run.version, first]));
  let next = first;
  return {
    file,
    commit(batch) {
      if (next + batch.rows.length !== batch.checkpoint.samples)
        throw new RangeError(
          `checkpoint after ${batch.checkpoint.samples} samples, rows for ${next + batch.rows.length}`,
        );
      transaction(() => writeBatch(database, parts, batch, next));
      next = batch.checkpoint.samples;
    },
    close() {
      if (!database.isOpen) return;
      database.close();
      if (!isUnderWay(file)) rmSync(journalOf(file), { force: true });
    },
  };
}

function inTransaction(database: DatabaseSync, action: () => void): void {
  try {
    database.exec('BEGIN IMMEDIATE');
    action();
    database.exec('COMMIT');
  } catch (error) {
    // What the transaction wrote goes with it; closing the file is what SQLite needs to take it back, even on a full disk.
    database.close();
    throw error;
  }
}

function writeTables(
  database: DatabaseSync,
  names: readonly string[],
  parts: readonly ProgramPart[],
  about: readonly (string | number)[],
): void {
  database.exec(SCHEMA);
  database.prepare('INSERT INTO segment VALUES (?, ?, ?, ?)').run(...about);
  database.prepare('INSERT INTO origin VALUES (?)').run(hostWords());
  writeNames(database, names);
  for (const part of parts) {
    database.exec(partSchema(part.name));
    writeNames(database, part.names, part.name);
  }
}

function writeNames(database: DatabaseSync, names: readonly string[], part?: string): void {
  const insert = database.prepare(`INSERT INTO ${tableOf('observables', part)} VALUES (?, ?)`);
  for (const [position, name] of names.entries()) insert.run(position, name);
}

function writeBatch(database: DatabaseSync, parts: readonly ProgramPart[], batch: Batch, next: number): void {
  writePart(database, batch, next);
  for (const [index, { name }] of parts.entries()) writePart(database, (batch.parts ?? [])[index], next, name);
  writeCheckpoint(database, batch.checkpoint);
}

function writePart(
  database: DatabaseSync,
  { rows, configurations, levels = [] }: BatchPart,
  next: number,
  part?: string,
): void {
  const series = database.prepare(`INSERT INTO ${tableOf('series', part)} VALUES (?, ?, ?)`);
  for (const [index, row] of rows.entries()) insertDoubles(series, next + index, row);
  const kept = database.prepare(`INSERT INTO ${tableOf('configurations', part)} VALUES (?, ?, ?)`);
  for (const { sample, spins } of configurations) insertDoubles(kept, sample, spins);
  const spectra = database.prepare(`INSERT INTO ${tableOf('levels', part)} VALUES (?, ?, ?)`);
  for (const { sample, values } of levels) insertDoubles(spectra, sample, values);
}

function insertDoubles(statement: ReturnType<DatabaseSync['prepare']>, sample: number, values: Float64Array): void {
  const bytes = toBytes(values);
  statement.run(sample, bytes, checksumOf(sample, bytes));
}

/** O_EXCL lets one of two attempts have a name. */
const makeExclusively = (file: string): void => closeSync(openSync(file, 'wx'));
