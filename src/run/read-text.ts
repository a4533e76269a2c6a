/** The text of a file, or of standard input for "-". */
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { readingTrouble } from './store/file-reasons.ts';

/** How messages call the file. */
export function fileName(path: string): string {
  return path === '-' ? 'standard input' : path;
}

/** Throws InputError when the file cannot be read; `what` says what it was wanted for, as in "spec". */
export async function readText(path: string, what: string): Promise<string> {
  if (path === '-') return text(process.stdin);
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw unreadable(error, path, what);
  }
}

/** What to throw when a file cannot be read: an InputError where the reason is one that users can mend, a StorageError where the disk refuses. */
export function unreadable(error: unknown, path: string, what: string): unknown {
  return readingTrouble(fileName(path), `expected a ${what} to read`, error) ?? error;
}
