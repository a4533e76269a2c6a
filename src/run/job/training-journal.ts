/** The fits of a training that has not ended, in models/training.jsonl: a line each, doubles in base64. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { StorageError } from '../../errors.ts';
import type { FitRecord } from '../../training/journal.ts';
import { fromBytes, toBytes } from '../store/doubles.ts';
import { makeFolder, writeFile } from '../store/files.ts';
import type { Run } from '../store/store.ts';

export interface TrainingJournal {
  readonly records: readonly FitRecord[];
  /** Safe when it returns. Throws InputError or StorageError when it cannot be written. */
  add(record: FitRecord): void;
  /** The training has ended. */
  close(): void;
}

/**
 * Two copies of a job write the same lines, each time in one piece: whoever is behind takes back some, never a wrong one.
 * Throws StorageError for a file that holds something else.
 */
export function openTrainingJournal({ directory }: Run): TrainingJournal {
  const folder = join(directory, 'models');
  const file = join(folder, 'training.jsonl');
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  return {
    records: parse(lines, file),
    add(record) {
      if (lines.length === 0) makeFolder(folder);
      lines.push(textOf(record));
      writeFile(file, `${lines.join('\n')}\n`);
    },
    close: () => rmSync(file, { force: true }),
  };
}

function textOf({ before, samples, after, result }: FitRecord): string {
  return JSON.stringify({ before: encoded(before), samples, after: encoded(after), result });
}

function parse(lines: readonly string[], file: string): FitRecord[] {
  try {
    return lines.map(recordOf);
  } catch (error) {
    throw new StorageError(
      `${file}: truncated or damaged (${(error as Error).message}): remove it; the training begins anew, with the same result`,
      { cause: error },
    );
  }
}

function recordOf(line: string): FitRecord {
  const { before, samples, after, result } = JSON.parse(line);
  return { before: decoded(before), samples, after: decoded(after), result };
}

const encoded = (numbers: Float64Array): string => Buffer.from(toBytes(numbers)).toString('base64');
const decoded = (text: string): Float64Array => fromBytes(new Uint8Array(Buffer.from(text, 'base64')));
