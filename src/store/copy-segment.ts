/** Taking a segment over from another copy of a run. */
import { randomUUID } from 'node:crypto';
import { closeSync, copyFileSync, linkSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder, UNFINISHED } from './files.ts';
import { nextSegment } from './next-segment.ts';
import { chainFolder } from './paths.ts';
import { writing } from './trouble.ts';
import { readUndisturbed } from './undisturbed.ts';

/** What is committed of a segment, as the next one of the chain in `directory`; its file. Nothing that is there is written over. Throws InputError or StorageError when it cannot be made. */
export function copySegment(segment: string, directory: string, chain: number): string {
  const folder = chainFolder(directory, chain);
  makeFolder(folder);
  const unfinished = join(folder, `${randomUUID()}${UNFINISHED}`);
  try {
    readUndisturbed(segment, (path) => writing(unfinished, () => copyFileSync(path, unfinished)));
    return nextSegment(directory, chain, (file) => giveName(unfinished, file));
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** What file systems say that know no second names of a file. */
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK']);

/** Throws, with EEXIST, where the name is taken. */
function giveName(unfinished: string, file: string): void {
  try {
    // A link is made or not, in one piece.
    linkSync(unfinished, file);
  } catch (error) {
    if (!NO_LINKS.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    // The name first, by one of two attempts, as an empty file, which readers pass over; then what it stands for.
    closeSync(openSync(file, 'wx'));
    renameSync(unfinished, file);
  }
}
