/** When files were written, without opening them. A file that is gone when it is looked at is as good as one that never was. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { chainNumbers, entriesOf, resolvedFile, segmentFile, segmentNumbers } from '../store/paths.ts';

export interface FileTime {
  readonly file: string;
  readonly bytes: number;
  readonly written: number;
  /** 0 where the file system does not tell. */
  readonly made: number;
}

export function timeOf(file: string): FileTime | undefined {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats && { file, bytes: stats.size, written: stats.mtimeMs, made: stats.birthtimeMs };
}

/** The segments of a chain. */
export const segmentTimes = (directory: string, chain: number): FileTime[] =>
  segmentNumbers(directory, chain).flatMap((number) => timeOf(segmentFile(directory, chain, number)) ?? []);

/** What is written before the chains: the spec, models, and the journals of what makes them. */
export function preparationTimes(directory: string): FileTime[] {
  const [models, filling] = [join(directory, 'models'), join(directory, 'filling')];
  const folders = [models, filling, ...entriesIn(models).map((name) => join(models, name))];
  const inFolders = folders.flatMap((folder) => entriesIn(folder).map((name) => join(folder, name)));
  const all = [resolvedFile(directory), join(directory, 'filling.json'), ...inFolders];
  return all.flatMap((file) => (isFolder(file) ? [] : (timeOf(file) ?? [])));
}

const entriesIn = (path: string): string[] => (isFolder(path) ? entriesOf(path) : []);
export const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** A text that changes when a file does. */
export const signatureOf = (times: readonly FileTime[]): string =>
  times.map(({ file, bytes, written }) => `${file} ${bytes} ${written}`).join('\n');

export const lastOf = (times: readonly FileTime[]): number | undefined =>
  times.length === 0 ? undefined : Math.max(...times.map(({ written }) => written));

/** The segments of all chains by the number of the chain. */
export const allSegments = (directory: string): ReadonlyMap<number, FileTime[]> =>
  new Map(chainNumbers(directory).map((chain) => [chain, segmentTimes(directory, chain)] as const));

export const timesIn = (directory: string, names: readonly string[]): FileTime[] =>
  names.flatMap((name) => timeOf(join(directory, name)) ?? []);
