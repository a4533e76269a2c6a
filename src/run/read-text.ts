/** The text of a file, or of standard input for "-". */
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { InputError } from '../errors.ts';
import { decodeText } from './decode-text.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'this is a directory',
  EACCES: 'permission to read it is missing',
};

/** How messages call the file. */
export function fileName(path: string): string {
  return path === '-' ? 'standard input' : path;
}

/** Throws InputError when the file cannot be read or is not text in UTF-8; `what` says what it was wanted for, as in "spec". */
export async function readText(path: string, what: string): Promise<string> {
  return decodeText(await readBytes(path, what), fileName(path));
}

async function readBytes(path: string, what: string): Promise<Uint8Array> {
  if (path === '-') return buffer(process.stdin);
  try {
    return await readFile(path);
  } catch (error) {
    throw unreadable(error, path, what);
  }
}

/** What to throw when a file cannot be read: an InputError where the reason is one that users can mend. */
export function unreadable(error: unknown, path: string, what: string): unknown {
  const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ''];
  return reason ? new InputError(`${fileName(path)}: expected a ${what} to read, but ${reason}`) : error;
}
