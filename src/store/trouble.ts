/** What can go wrong with files and databases, with words on what to do. */
import { resolve } from 'node:path';
import { InputError, StorageError } from '../errors.ts';
import { DISK_ERROR, FULL, NOT_PERMITTED, readingTrouble, TOO_LONG, writingTrouble } from './file-reasons.ts';

/** Primary result codes of SQLite, https://www.sqlite.org/rescode.html. */
const NO_MEMORY = 7;
const READ_ONLY = 8;
const IO_ERROR = 10;
const CORRUPT = 11;
const DISK_FULL = 13;
const CANNOT_OPEN = 14;
const NOT_A_DATABASE = 26;

/** SQLite takes no longer paths on Unix, in bytes: MAX_PATHNAME of os_unix.c, less the ending of a journal. */
const LONGEST_PATH = 512 - '-journal'.length;

const STORAGE_REASONS: Readonly<Record<number, string>> = {
  [NO_MEMORY]: 'there is not enough memory. End other programs, then run again',
  [IO_ERROR]: DISK_ERROR,
  [DISK_FULL]: FULL,
};

/** The primary result code of SQLite, where an error is one of SQLite's. */
const primaryCode = (error: unknown): number | undefined =>
  error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : undefined;

/** Runs `action`, which writes `path`; troubles of the disk become StorageError, those of the path InputError, faults of the program stay what they are. */
export function writing<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw writingTrouble(path, error) ?? databaseTrouble(path, error, 'written') ?? error;
  }
}

/** The same for an action that reads; `wanted` says what was expected, as in "expected a segment of a chain to read". */
export function reading<T>(path: string, wanted: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw readingTrouble(path, wanted, error) ?? databaseTrouble(path, error, 'read') ?? error;
  }
}

/** Runs `action` on what a run has stored, where bad input is damage, and no mistake of the user; `remedy` says what to do. */
export function onStored<T>(remedy: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new StorageError(`${error.message}: ${remedy}`, { cause: error });
  }
}

function databaseTrouble(path: string, error: unknown, attempt: 'read' | 'written'): Error | undefined {
  const code = primaryCode(error);
  if (code === undefined) return undefined;
  if (code === CORRUPT || code === NOT_A_DATABASE) return damaged(path, (error as Error).message);
  const where = `${path}: cannot be ${attempt}: `;
  if (code === READ_ONLY) return new InputError(where + NOT_PERMITTED, { cause: error });
  if (code === CANNOT_OPEN) return new InputError(where + reasonNotToOpen(path), { cause: error });
  const reason = STORAGE_REASONS[code];
  return reason === undefined ? undefined : new StorageError(where + reason, { cause: error });
}

export const isTooLongForSqlite = (path: string): boolean => Buffer.byteLength(resolve(path)) > LONGEST_PATH;

const reasonNotToOpen = (path: string): string =>
  isTooLongForSqlite(path) ? TOO_LONG : 'the file cannot be opened. Check its permissions and those of its folder';

/** What is left to do with a file of a chain that is of no use. */
export const MOVE_AWAY = 'move it out of the run; the chain goes on from what its other segments hold';

/** A segment of a chain that is not what was written. */
export const damaged = (file: string, words: string): StorageError =>
  new StorageError(`${file}: truncated or damaged (${words}): ${MOVE_AWAY}`);
