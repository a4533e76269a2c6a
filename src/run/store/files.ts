/** Small files and folders that survive a loss of power, and are never seen half written. */
import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { writing } from './trouble.ts';

/** Of a text that was not finished; the name of the file comes first. */
export const UNFINISHED = '.unfinished';

/** Throws InputError when the folder cannot be made. */
export function makeFolder(folder: string): void {
  writing(folder, () => {
    if (mkdirSync(folder, { recursive: true })) syncFolder(dirname(folder));
  });
}

/** The contents in one piece or, after a crash, what was there before. Throws InputError when the disk does not allow it. */
export function writeFile(file: string, contents: string | Uint8Array): void {
  writeInOnePiece(file, (unfinished) => writeFileSync(unfinished, contents));
}

/** The same for all that `fill` writes to the empty file whose name it is given. */
export function writeInOnePiece(file: string, fill: (unfinished: string) => void): void {
  const unfinished = `${file}.${randomUUID()}${UNFINISHED}`;
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
