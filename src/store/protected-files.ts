/** Files that no output may be written over: those of a run, and what a command reads. */
import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { InputError } from '../errors.ts';
import { linkTarget, type Target } from './link-target.ts';
import { resolvedFile } from './paths.ts';
import { writing } from './trouble.ts';

const isRun = (folder: string): boolean => existsSync(resolvedFile(folder));

/** Whether a file belongs to a run, or is the list of points of a study. `path`: where links lead in the end. */
function isFileOfRun(path: string): boolean {
  const folder = dirname(resolve(path));
  if (['spec.toml', 'resolved.toml', 'points.json'].includes(basename(path))) return isRun(folder);
  return /^(chain-\d+|models)$/.test(basename(folder)) && isRun(dirname(folder));
}

/**
 * Protects the files of a run: throws InputError where `path` leads to one, since samples, models and specs cannot be made again from an output. `target`: where links
 * lead in the end.
 */
export function refuseFileOfRun(path: string, target: Target): void {
  if (!('path' in target) || !isFileOfRun(target.path)) return;
  throw new InputError(`${path}: cannot be written: it belongs to a run, which would be lost. Choose another path`);
}

/**
 * Checks, before anything is done, that something can be appended to `path`: throws InputError where the folder is missing, a directory is in the way, or it is one of the
 * `inputs` of the command or a file of a run. Makes nothing.
 */
export function checkAppendable(path: string, inputs: readonly string[]): void {
  if (path === '-') return;
  const target = writing(path, () => linkTarget(path));
  refuseFileOfRun(path, target);
  if (!('path' in target)) return;
  const stats = writing(path, () => statSync(target.path, { throwIfNoEntry: false }));
  writing(path, () => {
    if (stats?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    if (!stats && !statSync(join(target.path, '..')).isDirectory())
      throw Object.assign(new Error(), { code: 'ENOTDIR' });
  });
  if (stats && inputs.some((input) => input !== '-' && realpathSync(input) === realpathSync(target.path)))
    throw new InputError(`${path}: cannot be written: the command reads it. Choose another path`);
}
