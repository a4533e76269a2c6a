/** A spec from a TOML file. */
import { parseSpec, type Spec } from '../spec/spec.ts';
import { latticesBeside } from './lattice-files.ts';
import { readText } from './read-text.ts';

/** The spec in a file. `overrides`: `section.key=value`. Throws SpecError, or InputError when there is no such file. */
export async function readSpec(file: string, overrides: readonly string[] = []): Promise<Spec> {
  return parseSpec(await readText(file, 'spec'), file, overrides, latticesBeside(file));
}
