/** Lattice files of specs. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { cache } from '../numeric/cache.ts';
import { fromTomlText, type TomlTable, toTomlKeys } from '../spec/toml-text.ts';
import type { LatticeText, ReadLattice } from '../spec/writing.ts';
import { decodeText } from './decode-text.ts';
import { resolvedFile, specFile } from './paths.ts';
import { reading } from './trouble.ts';

/**
 * Reads lattice files by their paths from where a spec is, each once for all points of a study. `directory`: that of the run or the study that the spec is for. Where a file is gone from which this has begun, its
 * own record serves; so it does for the copy of the spec in its directory.
 */
export function latticesBeside(spec: string, directory = dirname(spec)): ReadLattice {
  const known = cache<LatticeText>(1);
  return (path) => known(path, () => read(path));

  function read(path: string): LatticeText {
    const name = isAbsolute(path) ? path : join(dirname(spec), path);
    const kept = existsSync(name) ? undefined : (keptOf(path, directory) ?? keptOf(path, dirname(spec)));
    return kept ?? { name, text: textOf(name) };
  }
}

/** The lattice of a run or a study whose spec names this file, and no other. */
function keptOf(path: string, directory: string): LatticeText | undefined {
  const spec = specFile(directory);
  if (!existsSync(spec) || !existsSync(resolvedFile(directory))) return undefined;
  const { file } = (fromTomlText(textOf(spec)).lattice ?? {}) as TomlTable;
  return file === path ? keptLattice(directory) : undefined;
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
