/** What the codes of the operating system mean for the user of a file. */
import { InputError, StorageError } from '../errors.ts';

interface Reason {
  /** Words after "…, but"; none where reading cannot fail that way. */
  readonly reading?: string;
  /** Words after "cannot be written:", with what to do. */
  readonly writing: string;
  /** Whether the machine is to blame and not the path that was given. */
  readonly isOfStorage?: true;
}

const SAFE = 'What was committed before is safe';
/** Reasons that SQLite has too, under codes of its own. */
export const FULL = `the disk is full. ${SAFE}: make room, then run again`;
export const NOT_PERMITTED = 'permission is missing. Make it writable, or choose another directory';
export const DISK_ERROR = `the disk reports an error. ${SAFE}: look for a quota, a limit on file sizes (ulimit -f) or a failing disk, then run again`;
export const TOO_LONG = 'its name or path is too long. Choose a shorter one';

const notPermitted = { reading: 'permission to read it is missing', writing: NOT_PERMITTED };
const tooManyFiles = 'too many files are open. Raise the limit (ulimit -n) or end other programs';

const REASONS: Readonly<Record<string, Reason>> = {
  EACCES: notPermitted,
  EPERM: notPermitted,
  EROFS: { writing: 'its file system is read-only. Make it writable, or choose another directory' },
  ENOENT: {
    reading: 'there is no such file',
    writing: 'its folder does not exist. Make it, or choose another path',
  },
  ENOTDIR: { reading: 'there is no such file', writing: 'part of the path is a file. Choose another directory' },
  EISDIR: { reading: 'this is a directory', writing: 'a directory is in the way. Choose another path' },
  ENOTEMPTY: { writing: 'a directory is in the way. Choose another path' },
  EEXIST: { writing: 'a file is in the way. Choose another directory' },
  ENAMETOOLONG: { reading: 'its name or path is too long', writing: TOO_LONG },
  ELOOP: {
    reading: 'its symbolic links lead in a circle',
    writing: 'its symbolic links lead in a circle. Fix them, or choose another path',
  },
  ETXTBSY: { writing: 'it is a program that runs. Choose another path' },
  ENXIO: {
    reading: 'no program has its other end open',
    writing: 'it is a socket, which cannot be appended to, or no program has its other end open. Choose another path',
  },
  ECONNREFUSED: { writing: 'no program listens at this socket. Choose another path' },
  EPIPE: { writing: 'its reader has closed it', isOfStorage: true },
  ENOSPC: { writing: FULL, isOfStorage: true },
  EDQUOT: { writing: `the quota is used up. ${SAFE}: make room, then run again`, isOfStorage: true },
  EFBIG: {
    reading: 'it is too large to be read in one piece',
    writing: `the limit on file sizes is reached. ${SAFE}: raise it (ulimit -f), then run again`,
    isOfStorage: true,
  },
  EIO: { reading: 'the disk reports an error', writing: DISK_ERROR, isOfStorage: true },
  ESTALE: {
    reading: 'the file server has lost it',
    writing: 'the file server has lost it. Try again',
    isOfStorage: true,
  },
  EBUSY: {
    reading: 'it is in use',
    writing: 'it is in use. End the program that uses it, then run again',
    isOfStorage: true,
  },
  EMFILE: { reading: tooManyFiles, writing: tooManyFiles, isOfStorage: true },
  ENFILE: { reading: tooManyFiles, writing: tooManyFiles, isOfStorage: true },
  ENOMEM: {
    reading: 'there is not enough memory',
    writing: 'there is not enough memory. End other programs, then run again',
    isOfStorage: true,
  },
};

/** Why a file cannot be written, as the error to throw: an InputError for a path of no use, a StorageError for a machine that refuses; undefined for other errors. */
export function writingTrouble(path: string, error: unknown): Error | undefined {
  const reason = reasonOf(error);
  return reason && troubleOf(reason, `${path}: cannot be written: ${reason.writing}`, error);
}

/** The same for reading; `wanted` says what for, as in "expected a spec to read". */
export function readingTrouble(path: string, wanted: string, error: unknown): Error | undefined {
  const reason = reasonOf(error);
  return reason?.reading === undefined
    ? undefined
    : troubleOf(reason, `${path}: ${wanted}, but ${reason.reading}`, error);
}

/** Whether an error comes from the machine the program runs on, wherever it was met. */
export const isOfStorage = (error: unknown): boolean => reasonOf(error)?.isOfStorage === true;

function reasonOf(error: unknown): Reason | undefined {
  // Node has its own name for a file beyond 2 GiB.
  const code = (error as NodeJS.ErrnoException | undefined)?.code ?? '';
  return REASONS[code === 'ERR_FS_FILE_TOO_LARGE' ? 'EFBIG' : code];
}

function troubleOf({ isOfStorage }: Reason, message: string, cause: unknown): Error {
  return isOfStorage ? new StorageError(message, { cause }) : new InputError(message, { cause });
}
