/** Lattice files of specs. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { fromTomlText, type TomlTable, toTomlKeys } from '../spec/toml-text.ts';
import type { LatticeText, ReadLattice } from '../spec/writing.ts';
import { decodeText } from './decode-text.ts';
import { resolvedFile } from './paths.ts';
import { reading } from './trouble.ts';

/**
 * Reads lattice files by their paths from where a spec is. `directory`: that of the run or the study that the spec is for. Where a file is gone, what this has begun with serves, or what the run has
 * in whose directory the spec lies.
 */
export function latticesBeside(spec: string, directory = dirname(spec)): ReadLattice {
  return (path) => {
    const name = isAbsolute(path) ? path : join(dirname(spec), path);
    const kept = existsSync(name) ? undefined : (keptLattice(directory) ?? keptLattice(dirname(spec)));
    return kept ?? { name, text: textOf(name) };
  };
}

/** The lattice of your own that a run or a study has begun with, whatever file it came from; undefined where there is none. */
export function keptLattice(directory: string): LatticeText | undefined {
  const name = resolvedFile(directory);
  if (!existsSync(name)) return undefined;
  const { kind, primitiveVectors, basis, bonds } = (fromTomlText(textOf(name)).lattice ?? {}) as TomlTable;
  return kind === 'own' ? { name, text: toTomlKeys({ primitiveVectors, basis, bonds }) } : undefined;
}

const textOf = (file: string): string =>
  decodeText(
    reading(file, 'expected a lattice to read', () => readFileSync(file)),
    file,
  );
