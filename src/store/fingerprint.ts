/** What the files of a run hold, as a short text that changes whenever they do: what was made from them is known to be up to date. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { firstBytes } from './first-bytes.ts';
import { chainNumbers, entriesOf, resolvedFile, segmentFile, segmentNumbers } from './paths.ts';
import { isUnderWay } from './standing.ts';
import { reading } from './trouble.ts';
import { VERSION } from './version.ts';

/** The first bytes of an SQLite file: https://www.sqlite.org/fileformat.html#the_database_header. */
const HEADER = 100;

/**
 * SHA-256 of resolved.toml, of the size and the header of every segment, of the files of the models, and of the version of this program. The header counts
 * the transactions of a segment, so that no commit goes unnoticed whatever a clock says, and copies are as good as what they are copies of.
 *
 * Undefined while a segment is within a transaction, or was when its writer died: the header may then be of something that is taken back.
 */
export function fingerprintOf(directory: string): string | undefined {
  const hash = createHash('sha256').update(`${VERSION}\n`).update(readResolved(directory));
  for (const chain of chainNumbers(directory)) {
    for (const number of segmentNumbers(directory, chain)) {
      const file = segmentFile(directory, chain, number);
      hash
        .update(`${chain} ${number} ${statSync(file).size}\n`)
        .update(firstBytes(file, HEADER, 'expected a segment of a chain to read'));
      // After its header was read: a transaction that began before, and has not ended, has something in its journal.
      if (isUnderWay(file)) return undefined;
    }
  }
  for (const file of modelFiles(join(directory, 'models')))
    hash.update(`${relative(directory, file)}\n`).update(readModel(file));
  return hash.digest('hex');
}

const readResolved = (directory: string): Buffer => {
  const file = resolvedFile(directory);
  return reading(file, 'expected a run to read', () => readFileSync(file));
};

const readModel = (file: string): Buffer => reading(file, 'expected a model to read', () => readFileSync(file));

/** Cards, weights and choices, in the folders of the temperatures too; not the journal of a training, which has no part in any report. */
export function modelFiles(folder: string): string[] {
  return entriesOf(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) return modelFiles(path);
      return /\.(json|safetensors)$/.test(name) ? [path] : [];
    });
}
