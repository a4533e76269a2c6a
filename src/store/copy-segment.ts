/** Taking a segment over from another copy of a run. */
import { randomUUID } from 'node:crypto';
import { copyFileSync, linkSync, rmSync } from 'node:fs';
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
    // A link is made or not, in one piece.
    return nextSegment(directory, chain, (file) => linkSync(unfinished, file));
  } finally {
    rmSync(unfinished, { force: true });
  }
}
