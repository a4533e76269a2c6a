/** Small files and folders that survive a loss of power, and are never seen half written. */
import { randomUUID } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { InputError } from '../errors.ts';
import { linkTarget } from './link-target.ts';
import { writing } from './trouble.ts';

/** The end of the name of a text that was not finished; it begins as the name of the file does. */
export const UNFINISHED = '.unfinished';

/** Makes the folder and those around it that are missing. Throws InputError or StorageError when it cannot be made. */
export function makeFolder(folder: string): void {
  writing(folder, () => {
    const first = madeFolders(folder);
    if (first !== undefined) for (const made of foldersBetween(first, folder)) syncFolder(dirname(made));
  });
}

/**
 * Makes folders and returns the first of them. One by one: mkdirSync with `recursive` says ENOENT where a file system is read-only, and does not return at all
 * where a file system has no room for folders, as /proc.
 */
function madeFolders(folder: string): string | undefined {
  const missing: string[] = [];
  for (let at = folder; !existsSync(at) && dirname(at) !== at; at = dirname(at)) missing.unshift(at);
  if (missing.length === 0) return mkdirSync(folder, { recursive: true });
  for (const one of missing) makeOne(one);
  return missing[0];
}

/** Another attempt on the same run may have made it meanwhile. */
function makeOne(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}

/** The contents in one piece or, after a crash, what was there before. Throws InputError or StorageError when it cannot be written. */
export function writeFile(file: string, contents: string | Uint8Array): void {
  writeInOnePiece(file, (unfinished) => writeFileSync(unfinished, contents));
}

/**
 * The same for all that `fill` writes to the empty file whose name it is given. Links are followed: what they name is replaced, with owner and permissions
 * as they were. Throws InputError for what is no regular file: it would be lost.
 */
export function writeInOnePiece(file: string, fill: (unfinished: string) => void): void {
  writing(file, () => {
    const target = regularTarget(file);
    const unfinished = unfinishedName(target);
    try {
      closeSync(openSync(unfinished, 'wx'));
      fill(unfinished);
      keepAccess(unfinished, statSync(target, { throwIfNoEntry: false }));
      sync(unfinished, 'r+');
      renameSync(unfinished, target);
    } catch (error) {
      rmSync(unfinished, { force: true });
      throw error;
    }
    syncFolder(dirname(target));
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

/** The path of the file to replace or make. */
function regularTarget(file: string): string {
  const target = linkTarget(file);
  const path = 'path' in target ? target.path : file;
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
  if (stats && !stats.isFile())
    throw new InputError(`${file}: cannot be written: expected a regular file, found ${fileKind(stats)}`);
  // A new file in its place would get around a permission that is missing.
  if (stats) accessSync(path, constants.W_OK);
  return path;
}

/** The kind, in words, of what is neither a file nor a directory. */
function fileKind(stats: Stats): string {
  if (stats.isFIFO()) return 'a pipe';
  return stats.isSocket() ? 'a socket' : 'a device';
}

function keepAccess(file: string, before: Stats | undefined): void {
  if (!before) return;
  const { uid, gid } = statSync(file);
  if (before.uid !== uid || before.gid !== gid) {
    try {
      chownSync(file, before.uid, before.gid);
    } catch (error) {
      // Only root may give files away; whoever may write here may replace.
      if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
    }
  }
  chmodSync(file, before.mode & 0o7777);
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
