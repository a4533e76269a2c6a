/** A spec: what a run, a training or an evaluation is made from. The keys are documented in sections.ts. */
import type { LatticeSpec } from '../lattice/lattice.ts';
import { fromObject } from './object.ts';
import { readOverride } from './overrides.ts';
import { resolve } from './resolve.ts';
import type { SectionInput, SectionName, SectionValues } from './sections.ts';
import { readToml } from './toml.ts';

/** As a user of the library writes it, keys in camel case; only `lattice.size` must be there. */
export type SpecInput = { readonly lattice: SectionInput<'lattice'> } & {
  readonly [Name in Exclude<SectionName, 'lattice'>]?: SectionInput<Name>;
};

/** Every default filled in, every value checked. */
export type Spec = { readonly lattice: Required<LatticeSpec> } & {
  readonly [Name in Exclude<SectionName, 'lattice'>]: SectionValues<Name>;
};

/** A spec from an object. Throws SpecError, listing all that is wrong. */
export function resolveSpec(input: SpecInput): Spec {
  return resolve(fromObject(input));
}

/**
 * A spec from TOML; `overrides` are `section.key=value` as given to `--set`, the last one wins.
 *
 * Throws SpecError, listing all that is wrong by line and column of `file`.
 */
export function parseSpec(text: string, file: string, overrides: readonly string[] = []): Spec {
  const written = readToml(text, file);
  return resolve({
    ...written,
    given: [...written.given, ...overrides.map((option) => readOverride(option, written))],
  });
}
