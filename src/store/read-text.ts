/** The text of a file, or of standard input for "-". */
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { decodeText } from './decode-text.ts';
import { readingTrouble } from './file-reasons.ts';

/** How messages call the file. */
export function fileName(path: string): string {
  return path === '-' ? 'standard input' : path;
}

/** The text of a file; throws InputError when it cannot be read or is not text in UTF-8. `what` says what it was wanted for, as in "spec". */
export async function readText(path: string, what: string): Promise<string> {
  return decodeText(await readBytes(path, what), fileName(path));
}

/** The bytes of a file, or of standard input for "-"; throws InputError when it cannot be read. `what`: as of readText. */
export async function readBytes(path: string, what: string): Promise<Uint8Array> {
  if (path === '-') return buffer(process.stdin);
  try {
    return await readFile(path);
  } catch (error) {
    throw unreadable(error, path, what);
  }
}

/** What to throw when a file cannot be read: an InputError where the reason is one that users can mend, a StorageError where the disk refuses. */
export function unreadable(error: unknown, path: string, what: string): unknown {
  return readingTrouble(fileName(path), `expected a ${what} to read`, error) ?? error;
}
