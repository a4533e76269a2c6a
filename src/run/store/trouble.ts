/** What can go wrong with files and disks, in words that say what to do. */
import { InputError } from '../../errors.ts';

const SAFE = 'What was committed before is safe';
const FULL = `the disk is full. ${SAFE}: make room, then run again`;
const READ_ONLY = 'permission is missing. Make it writable, or choose another directory';

const FILE_REASONS: Readonly<Record<string, string>> = {
  EACCES: READ_ONLY,
  EPERM: READ_ONLY,
  EROFS: 'its file system is read-only. Choose another directory',
  ENOSPC: FULL,
  EDQUOT: `the quota is used up. ${SAFE}: make room, then run again`,
  EFBIG: `the limit on file sizes is reached. ${SAFE}: raise it (ulimit -f), then run again`,
  ENOENT: 'its folder does not exist. Make it, or choose another path',
  ENOTDIR: 'part of the path is a file. Choose another directory',
  EISDIR: 'a directory is in the way. Choose another path',
  EEXIST: 'a file is in the way. Choose another directory',
  ECONNREFUSED: 'it is a socket that nobody listens at. Choose another path',
  ENXIO: 'it is a socket, which cannot be appended to. Choose another path',
};

/** By primary result code of SQLite, https://www.sqlite.org/rescode.html. */
const DATABASE_REASONS: Readonly<Record<number, string>> = {
  5: 'another program keeps it locked. End that program, then run again',
  8: READ_ONLY,
  10: `the disk reports an error. ${SAFE}: look for a quota, a limit on file sizes (ulimit -f) or a failing disk, then run again`,
  13: FULL,
  14: 'the file cannot be opened. Check the permissions of its folder',
};

/** The extended result code of SQLite, where an error is one of SQLite's. */
export function databaseCode(error: unknown): number | undefined {
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) : undefined;
}

export const primaryCode = (error: unknown): number | undefined => {
  const code = databaseCode(error);
  return code === undefined ? undefined : code & 0xff;
};

/** Runs `action`, which writes `path`; troubles of the disk become InputError, faults of the program stay what they are. */
export function writing<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const code = primaryCode(error);
    const reason =
      code === undefined ? FILE_REASONS[(error as NodeJS.ErrnoException).code ?? ''] : DATABASE_REASONS[code];
    if (!reason) throw error;
    throw new InputError(`${path}: cannot be written: ${reason}`, { cause: error });
  }
}
