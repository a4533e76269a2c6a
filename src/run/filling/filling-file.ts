/** The chemical potential that a run with a filling has found: RUN/filling.json. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Filling } from '../../chain/filling/filling.ts';
import { StorageError } from '../../errors.ts';
import { writeFile } from '../../store/files.ts';
import type { Run } from '../../store/store.ts';
import { reading } from '../../store/trouble.ts';

type Place = Pick<Run, 'directory'>;

const fileOf = ({ directory }: Place): string => join(directory, 'filling.json');

/** Whether a run has found its chemical potential. */
export const hasFilling = (run: Place): boolean => existsSync(fileOf(run));

/** What a run has found; undefined before that, and for a run whose spec gives the chemical potential. Throws StorageError when the file is damaged. */
export function readFilling(run: Run): Filling | undefined {
  const file = fileOf(run);
  if (!existsSync(file)) return undefined;
  const text = reading(file, 'expected the chemical potential of a run to read', () => readFileSync(file, 'utf8'));
  const filling = parse(text);
  if (filling) return filling;
  throw new StorageError(`${file}: truncated or damaged: remove it; μ is searched for anew, with the same result`);
}

function parse(text: string): Filling | undefined {
  try {
    const filling = JSON.parse(text);
    return Number.isFinite(filling?.chemicalPotential) ? filling : undefined;
  } catch {
    return undefined;
  }
}

export function writeFilling(run: Run, filling: Filling): void {
  writeFile(fileOf(run), `${JSON.stringify(filling, undefined, 2)}\n`);
}
