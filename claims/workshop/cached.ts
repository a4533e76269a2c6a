/** Values that are computed once and kept as JSON. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder, writeFile } from '../../src/store/files.ts';

/** The value in the file, or the one that `compute` returns, which the file holds from then on. */
export async function cached<T>(file: string, compute: () => Promise<T>): Promise<T> {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const value = await compute();
  makeFolder(dirname(file));
  writeFile(file, `${JSON.stringify(value)}\n`);
  return value;
}
