/** What a run with `kind = "auto"` has chosen: models/choice.json. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Spec } from '../spec/spec.ts';
import { makeFolder, writeFile } from '../store/files.ts';
import type { Run } from '../store/store.ts';
import type { AutoChoice } from './auto.ts';

const fileOf = ({ directory }: Run): string => join(directory, 'models', 'choice.json');

/** Undefined before it was made. */
export function readChoice(run: Run): AutoChoice | undefined {
  return existsSync(fileOf(run)) ? JSON.parse(readFileSync(fileOf(run), 'utf8')) : undefined;
}

export function writeChoice(run: Run, choice: AutoChoice): void {
  makeFolder(join(run.directory, 'models'));
  writeFile(fileOf(run), `${JSON.stringify(choice, undefined, 2)}\n`);
}

/** The spec as if its user had made the choice. */
export function withChoice(spec: Spec, { method, effective }: AutoChoice): Spec {
  return { ...spec, effective, sampling: { ...spec.sampling, method } };
}
