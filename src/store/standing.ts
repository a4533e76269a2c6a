/** How a database that another program may be writing stands, without locks: file systems of clusters often have none. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Changes whenever the file does. Undefined while a transaction is under way, or where one was when the writer died. */
export type Standing = string | undefined;

/** The counter of transactions in the header, https://www.sqlite.org/fileformat.html#file_change_counter. */
const COUNTER = { position: 24, length: 4 };

export const journalOf = (file: string): string => `${file}-journal`;

/**
 * A writer fills the journal before it touches the file, and empties it when a transaction is over; a commit moves the counter, and whatever is taken back has changed the time.
 * Both files are opened, since a network file system asks its server about a file that is opened, and else believes what it has heard before.
 */
export function standingOf(file: string): Standing {
  if (isUnderWay(file)) return undefined;
  const standing = opened(file, describe);
  // A transaction that began in between may have moved the counter already, and would look like one that is over.
  return isUnderWay(file) ? undefined : standing;
}

/** Whether the journal holds anything. */
export function isUnderWay(file: string): boolean {
  try {
    return opened(journalOf(file), (descriptor) => fstatSync(descriptor).size > 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

function describe(descriptor: number): string {
  const { size, mtimeNs } = fstatSync(descriptor, { bigint: true });
  const counter = Buffer.alloc(COUNTER.length);
  readSync(descriptor, counter, 0, COUNTER.length, COUNTER.position);
  return `${size} ${mtimeNs} ${counter.toString('hex')}`;
}

function opened<T>(path: string, read: (descriptor: number) => T): T {
  const descriptor = openSync(path, 'r');
  try {
    return read(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
