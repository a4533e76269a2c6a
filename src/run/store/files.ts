/** Small files and folders that survive a loss of power, and are never seen half written. */
import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { writing } from './trouble.ts';

/** The end of the name of a text that was not finished; it begins as the name of the file does. */
export const UNFINISHED = '.unfinished';

/** Makes the folder and those around it that are missing. Throws InputError or StorageError when it cannot be made. */
export function makeFolder(folder: string): void {
  writing(folder, () => {
    const first = mkdirSync(folder, { recursive: true });
    if (first !== undefined) for (const made of foldersBetween(first, folder)) syncFolder(dirname(made));
  });
}

/** The contents in one piece or, after a crash, what was there before. Throws InputError or StorageError when it cannot be written. */
export function writeFile(file: string, contents: string | Uint8Array): void {
  writeInOnePiece(file, (unfinished) => writeFileSync(unfinished, contents));
}

/** The same for all that `fill` writes to the empty file whose name it is given. */
export function writeInOnePiece(file: string, fill: (unfinished: string) => void): void {
  const unfinished = unfinishedName(file);
  writing(file, () => {
    try {
      closeSync(openSync(unfinished, 'wx'));
      fill(unfinished);
      sync(unfinished, 'r+');
      renameSync(unfinished, file);
    } catch (error) {
      rmSync(unfinished, { force: true });
      throw error;
    }
    syncFolder(dirname(file));
  });
}

/** The beginning of a name is enough: the whole of a long one would be too long with an ending. */
function unfinishedName(file: string): string {
  const beginning = [...basename(file)].slice(0, 40).join('');
  return join(dirname(file), `${beginning}.${randomUUID()}${UNFINISHED}`);
}

/** The outer folder, the inner one, and all in between. */
function foldersBetween(outer: string, inner: string): string[] {
  const folders: string[] = [];
  for (let folder = resolve(inner); folder.length >= resolve(outer).length; folder = dirname(folder))
    folders.push(folder);
  return folders;
}

/** Names in a folder are data of the folder, and reach the disk on their own. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return; // folders cannot be opened there
  sync(folder, 'r');
}

function sync(path: string, flags: string): void {
  const descriptor = openSync(path, flags);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
