/**
 * The tables of a segment, for every reader of SQLite:
 *
 * - `segment`: one row. Fingerprint of the run, chain, version of spinformer, number of samples before the first one here.
 * - `observables`: their names, in the order of `position`, from 0.
 * - `series`: a row per sample, numbered from 0 over the whole chain: the values of all observables, in that order.
 * - `configurations`: the spins after some samples, x y z of site 0, of site 1, ….
 * - `levels`: of some samples, where the spec asks for it: the classical energy of the spins, then the 2N levels of the electrons, ascending.
 * - `observables_PART`, `series_PART`, `configurations_PART`, `levels_PART`: the same of what a sample has besides. Of a tempered chain, in which the tables above are those of the lowest
 *   temperature: one PART for each of the others, `2`, `3`, …, in ascending order, and one for the `exchanges`.
 * - `origin`: one row, the machine that made the segment, for people. Older segments do not have it.
 * - `checkpoint`: one row, all that the chain needs to go on after the last sample. Settings and counters are JSON objects.
 *
 * Every BLOB holds little-endian doubles, so that each value keeps all of its bits. `crc` is the CRC-32 of what a row holds, begun with the number of the
 * sample: a bit that a disk has turned is found.
 */
import { InputError } from '../errors.ts';

/** "spin": what distinguishes a segment from other SQLite files. */
export const APPLICATION = 0x7370696e;
/** The number of these tables; a change of theirs is a new one. Format 1 had a column per observable, format 2 no levels. */
export const FORMAT = 3;
/** The oldest format that can still be read. */
export const OLDEST_FORMAT = 2;

/** The name of a table of a part; of the sample itself where there is none. */
export const tableOf = (
  name: 'observables' | 'series' | 'configurations' | 'levels',
  part: string | undefined,
): string => (part === undefined ? name : `"${name}_${part}"`);

/** The tables of a part in SQL. */
export const partSchema = (part?: string): string => `
  CREATE TABLE ${tableOf('observables', part)} (position INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
  CREATE TABLE ${tableOf('series', part)} (sample INTEGER PRIMARY KEY, doubles BLOB NOT NULL, crc INTEGER NOT NULL);
  CREATE TABLE ${tableOf('configurations', part)} (sample INTEGER PRIMARY KEY, spins BLOB NOT NULL, crc INTEGER NOT NULL);
  CREATE TABLE ${tableOf('levels', part)} (sample INTEGER PRIMARY KEY, doubles BLOB NOT NULL, crc INTEGER NOT NULL);`;

/** The tables in SQL, to be run in one transaction, so that a segment has all of them or none. */
export const SCHEMA = `
  PRAGMA application_id = ${APPLICATION};
  PRAGMA user_version = ${FORMAT};
  CREATE TABLE segment (spec TEXT NOT NULL, chain INTEGER NOT NULL, version TEXT NOT NULL, first INTEGER NOT NULL);
  CREATE TABLE origin (machine TEXT NOT NULL);
  ${partSchema()}
  CREATE TABLE checkpoint (
    id INTEGER PRIMARY KEY CHECK (id = 1), samples INTEGER NOT NULL, spins BLOB NOT NULL, log_weight BLOB NOT NULL,
    random_position INTEGER NOT NULL, settings TEXT NOT NULL, counters TEXT NOT NULL, crc INTEGER NOT NULL
  );`;

/** Checks names of observables; throws InputError unless they are different and none is empty. */
export function checkNames(names: readonly string[]): void {
  const seen = new Set(['']);
  for (const name of names) {
    if (seen.has(name)) throw new InputError(`observables: expected different names, none empty, found "${name}"`);
    seen.add(name);
  }
}
