/** Reading a segment, even if its writer was killed; nothing is ever written to it. */
import { statSync } from 'node:fs';
import { InputError, StorageError } from '../errors.ts';
import type { Run } from './run.ts';
import { APPLICATION, FORMAT, OLDEST_FORMAT, tableOf } from './segment-schema.ts';
import { type DatabaseSync, openDatabase } from './sqlite.ts';
import { damaged, MOVE_AWAY, reading } from './trouble.ts';
import { readUndisturbed } from './undisturbed.ts';

/** A segment that holds samples. */
export interface OpenSegment {
  readonly database: DatabaseSync;
  /** Number of its first sample. */
  readonly first: number;
  /** Samples of the chain up to its last one. */
  readonly samples: number;
  /** Names of the observables. */
  readonly names: readonly string[];
}

/**
 * The result of `read` on the segment; undefined when nothing was ever committed to the file. Where its writer commits meanwhile, `read` is called again.
 *
 * Throws StorageError, naming the file, when it is damaged, no segment, or the segment of another run or chain; InputError for one that
 * another version wrote or that may not be read.
 */
export function readSegment<T>(
  run: Run,
  chain: number,
  file: string,
  read: (segment: OpenSegment) => T,
): T | undefined {
  return readWhole(file, (database) =>
    segmentIn(database, run.part, file, read, (about) => checkOwner(about, run, chain, file)),
  );
}

/** The same for a segment of whatever run and chain. */
export function readAnySegment<T>(file: string, read: (segment: OpenSegment) => T): T | undefined {
  return readWhole(file, (database) => segmentIn(database, undefined, file, read, () => {}));
}

function readWhole<T>(file: string, read: (database: DatabaseSync) => T | undefined): T | undefined {
  const inspect = (path: string) =>
    inspected(path, (database) => {
      checkWhole(database, path, file);
      return read(database);
    });
  return reading(file, 'expected a segment of a chain to read', () =>
    statSync(file).size === 0 ? undefined : readUndisturbed(file, inspect),
  );
}

/** The machine that made a segment; undefined where it was made before machines were named. */
export function originIn(database: DatabaseSync): string | undefined {
  const isNamed = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'origin'").get() !== undefined;
  return isNamed ? String(database.prepare('SELECT machine FROM origin').get()?.machine) : undefined;
}

function inspected<T>(path: string, action: (database: DatabaseSync) => T): T {
  const database = openDatabase(path, { readOnly: true });
  try {
    return action(database);
  } finally {
    database.close();
  }
}

/** SQLite reads zeros where the last page was cut off: they would pass for values. */
function checkWhole(database: DatabaseSync, path: string, file: string): void {
  const sizes = database
    .prepare('SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size')
    .get();
  const { size } = statSync(path);
  if (size < Number(sizes?.bytes)) throw damaged(file, `${size} of ${sizes?.bytes} bytes are there`);
}

function segmentIn<T>(
  database: DatabaseSync,
  part: string | undefined,
  file: string,
  read: (segment: OpenSegment) => T,
  checkAbout: (about: Record<string, unknown>) => void,
): T | undefined {
  const tables = database.prepare('SELECT count(*) AS count FROM sqlite_schema').get();
  if (tables?.count === 0) return undefined;
  checkKind(database, file);
  const about = database.prepare('SELECT * FROM segment').get() ?? {};
  checkAbout(about);
  const checkpoint = database.prepare('SELECT samples FROM checkpoint').get();
  if (!checkpoint) return undefined;
  const observables = database.prepare(`SELECT name FROM ${tableOf('observables', part)} ORDER BY position`).all();
  const names = observables.map(({ name }) => String(name));
  return read({ database, first: Number(about.first), samples: Number(checkpoint.samples), names });
}

function checkKind(database: DatabaseSync, file: string): void {
  const application = database.prepare('PRAGMA application_id').get()?.application_id;
  const format = Number(database.prepare('PRAGMA user_version').get()?.user_version);
  if (application !== APPLICATION)
    throw new StorageError(`${file}: expected a segment of a chain, found another SQLite database: ${MOVE_AWAY}`);
  if (format < OLDEST_FORMAT || format > FORMAT)
    throw new InputError(
      `${file}: expected a segment of format ${OLDEST_FORMAT} or ${FORMAT}, found format ${format}, of ${whose(format)} spinformer: go on with that one, or choose another directory`,
    );
}

const whose = (format: number): string => (format < FORMAT ? 'an older' : 'a newer');

function checkOwner(about: Record<string, unknown>, run: Run, chain: number, file: string): void {
  const owners = [
    ['version', about.version, run.version],
    ['chain', about.chain, chain],
    ['the fingerprint of the spec', about.spec, run.identity],
  ];
  const wrong = owners.find(([, found, expected]) => found !== expected);
  if (!wrong) return;
  const [what, found, expected] = wrong;
  throw new StorageError(`${file}: belongs elsewhere: ${what} is ${found} in it, ${expected} in the run: ${MOVE_AWAY}`);
}
