/** What a run with `kind = "auto"` has chosen: models/choice.json. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AutoChoice } from '../../chain/auto/auto.ts';
import { StorageError } from '../../errors.ts';
import { makeFolder, writeFile } from '../../store/files.ts';
import { type ModelPlace, modelFolder } from '../../store/paths.ts';
import type { Run } from '../../store/store.ts';
import { reading } from '../../store/trouble.ts';

/** Whether a run has chosen. */
export const hasChoice = (run: ModelPlace): boolean => existsSync(fileOf(run));

const fileOf = (run: ModelPlace): string => join(modelFolder(run), 'choice.json');

/** The choice of a run; undefined before it was made. Throws StorageError when the file is damaged. */
export function readChoice(run: Run): AutoChoice | undefined {
  const file = fileOf(run);
  if (!existsSync(file)) return undefined;
  const text = reading(file, 'expected the choice of a run to read', () => readFileSync(file, 'utf8'));
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new StorageError(`${file}: truncated or damaged: remove it; the choice is made anew, with the same result`, {
      cause: error,
    });
  }
}

export function writeChoice(run: Run, choice: AutoChoice): void {
  makeFolder(modelFolder(run));
  writeFile(fileOf(run), `${JSON.stringify(choice, undefined, 2)}\n`);
}
