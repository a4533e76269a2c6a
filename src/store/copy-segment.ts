/** Taking a segment over from another copy of a run. */
import { randomUUID } from 'node:crypto';
import { copyFileSync, linkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder, UNFINISHED } from './files.ts';
import { chainFolder, segmentFile, segmentNumbers } from './paths.ts';
import { writing } from './trouble.ts';
import { readUndisturbed } from './undisturbed.ts';

/** What is committed of a segment, as the next one of the chain in `directory`; its file. Nothing that is there is written over. Throws InputError or StorageError when it cannot be made. */
export function copySegment(segment: string, directory: string, chain: number): string {
  const folder = chainFolder(directory, chain);
  makeFolder(folder);
  const unfinished = join(folder, `${randomUUID()}${UNFINISHED}`);
  try {
    readUndisturbed(segment, (path) => writing(unfinished, () => copyFileSync(path, unfinished)));
    return named(unfinished, directory, chain);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** Gives a finished file the first number that is free: a link is made or not, in one piece. */
function named(unfinished: string, directory: string, chain: number): string {
  for (let number = (segmentNumbers(directory, chain).at(-1) ?? 0) + 1; ; number++) {
    const file = segmentFile(directory, chain, number);
    try {
      linkSync(unfinished, file);
      return file;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw writingError(file, error);
    }
  }
}

function writingError(file: string, error: unknown): unknown {
  try {
    return writing(file, () => {
      throw error;
    });
  } catch (explained) {
    return explained;
  }
}
