/** The file that a path leads to: symbolic links are followed to what they name, which need not exist yet. */
import { lstatSync, readlinkSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { InputError } from '../errors.ts';

/** Links that are followed, as many as Linux does. */
const MOST_LINKS = 40;

/** The numbers of descriptors under their names: their links lead to pipes and files that have no other path. */
const DESCRIPTORS: Readonly<Record<string, number>> = { '/dev/stdin': 0, '/dev/stdout': 1, '/dev/stderr': 2 };

/** A file by its path, or an open descriptor of this process by its number. */
export type Target = { readonly path: string } | { readonly descriptor: number };

/** The target of a path; throws InputError for links that lead in a circle, and what the system says of paths that it cannot follow. */
export function linkTarget(path: string): Target {
  let target = path;
  for (let links = 0; links <= MOST_LINKS; links++) {
    const descriptor = descriptorOf(target);
    if (descriptor !== undefined) return { descriptor };
    const link = linkAt(target);
    if (link === undefined) return { path: target };
    // Through the true folder: `..` behind a link to a folder is the parent of that one.
    target = isAbsolute(link) ? link : join(realpathSync(dirname(target)), link);
  }
  throw new InputError(`${path}: cannot be written: its symbolic links lead in a circle. Choose another path`);
}

function descriptorOf(path: string): number | undefined {
  const [, number] = /^\/(?:dev|proc\/self)\/fd\/(\d+)$/.exec(path) ?? [];
  return number === undefined ? DESCRIPTORS[path] : Number(number);
}

function linkAt(path: string): string | undefined {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ? readlinkSync(path) : undefined;
}
