/**
 * The tables of a segment, for every reader of SQLite:
 *
 * - `segment`: one row. Fingerprint of the run, chain, version of spinformer, names of samples before the first one here.
 * - `series`: a row per sample, numbered from 0 over the whole chain, and a column per observable. NaN is NULL, −0 is 0.
 * - `configurations`: the spins after some samples, x y z of site 0, of site 1, …, as little-endian doubles.
 * - `checkpoint`: one row, all that the chain needs to go on after the last sample. Settings and counters are JSON objects.
 */
import { InputError } from '../../errors.ts';

/** "spin": what tells a segment from other SQLite files. */
export const APPLICATION = 0x7370696e;
/** Of the tables; a change of theirs is a new number. */
export const FORMAT = 1;

/** To be run in one transaction, so that a segment has all of its tables or none. */
export function schemaFor(names: readonly string[]): string {
  const columns = names.map((name) => `, ${quoted(name)} REAL`).join('');
  return `
    PRAGMA application_id = ${APPLICATION};
    PRAGMA user_version = ${FORMAT};
    CREATE TABLE segment (spec TEXT NOT NULL, chain INTEGER NOT NULL, version TEXT NOT NULL, first INTEGER NOT NULL);
    CREATE TABLE series (sample INTEGER PRIMARY KEY${columns});
    CREATE TABLE configurations (sample INTEGER PRIMARY KEY, spins BLOB NOT NULL);
    CREATE TABLE checkpoint (
      id INTEGER PRIMARY KEY CHECK (id = 1), samples INTEGER NOT NULL, spins BLOB NOT NULL, log_weight REAL NOT NULL,
      random_position INTEGER NOT NULL, settings TEXT NOT NULL, counters TEXT NOT NULL
    );`;
}

/** Throws InputError for names that cannot be columns beside each other; SQL does not tell upper from lower case. */
export function checkNames(names: readonly string[]): void {
  const seen = new Set(['sample']);
  for (const name of names) {
    const key = name.toLowerCase();
    if (seen.has(key) || name === '')
      throw new InputError(`observables: expected different names, none empty or "sample", found "${name}"`);
    seen.add(key);
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
