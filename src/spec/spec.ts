/** A spec: what a run, a training or an evaluation is made from. The keys are documented in sections.ts. */
import { fromObject } from './object.ts';
import { readOverride } from './overrides.ts';
import { readToml } from './read-toml.ts';
import { resolve } from './resolve.ts';
import type { Spec, SpecInput } from './shape.ts';
import type { ReadLattice } from './writing.ts';

export type { Spec, SpecInput } from './shape.ts';

/** A spec from an object, or from one that is resolved already. Throws SpecError, listing all that is wrong. */
export function resolveSpec(input: SpecInput | Spec): Spec {
  return resolve(fromObject(input));
}

/**
 * A spec from TOML; `overrides` are `section.key=value` as given to `--set`, the last one wins. `readLattice` reads the file of a `lattice.file`.
 *
 * Throws SpecError, listing all that is wrong by line and column of `file`.
 */
export function parseSpec(
  text: string,
  file: string,
  overrides: readonly string[] = [],
  readLattice?: ReadLattice,
): Spec {
  const written = readToml(text, file);
  return resolve({
    ...written,
    readLattice,
    given: [...written.given, ...overrides.map((option) => readOverride(option, written))],
  });
}

/** The place of mistakes in a text that came from no file. */
const TEXT = 'spec';

/** A spec as programs write it: a TOML text, or an object, resolved already or not. Throws SpecError. */
export const specFrom = (spec: string | SpecInput | Spec): Spec =>
  typeof spec === 'string' ? parseSpec(spec, TEXT) : resolveSpec(spec);
