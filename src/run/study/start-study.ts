/** Takes a study to its directory: STUDY/spec.toml, resolved.toml, points.json; a point gets its directory when it begins. */
import { existsSync, readFileSync } from 'node:fs';
import { requireComputable, requireSamplable } from '../../chain/samplable.ts';
import { InputError, StorageError } from '../../errors.ts';
import type { Study, StudyPoint } from '../../spec/study.ts';
import type { Accept } from '../../spec/sweep/accepted.ts';
import { parseStudy } from '../../spec/sweep/parse-study.ts';
import { fromTomlText, toTomlText } from '../../spec/toml-text.ts';
import type { LatticeText } from '../../spec/writing.ts';
import { makeFolder, UNFINISHED, writeFile } from '../../store/files.ts';
import { differences } from '../../store/identity.ts';
import { keptLattice } from '../../store/lattice-files.ts';
import { entriesOf, pointsFolder, resolvedFile, specFile } from '../../store/paths.ts';
import { checkRoomForNames } from '../../store/run.ts';
import { machineWords, requireVersion, type TomlSections } from '../../store/store.ts';
import { pointDirectory, requireOutsideOfStudies, writeStudyList } from '../../store/study.ts';
import { reading } from '../../store/trouble.ts';
import { VERSION } from '../../store/version.ts';
import { baseOf, onlyKeysOf } from './base.ts';

/** What resolved.toml of a study holds. */
interface ResolvedStudy {
  readonly version: string;
  readonly machine: string;
  /** Those of `--set`, without which spec.toml is another study. */
  readonly overrides: readonly string[];
  readonly base: TomlSections;
}

/**
 * Makes the directory of a study, or finds the same study there, to which values may be added; what is no longer listed stays on disk. `text` and `overrides`: what `study`
 * was read from.
 *
 * Throws InputError, before anything is written, for names that are too long, and for a directory that holds another study, a run or other files, or cannot be written. Points that cannot be
 * sampled are found when `study` is read, by `samplableIn`.
 */
export function startStudy(directory: string, text: string, study: Study, overrides: readonly string[] = []): void {
  const there = requirePlaceFor(directory, study);
  makeFolder(pointsFolder(directory));
  const machine = there?.machine ?? machineWords();
  const resolved = resolvedText({ version: VERSION, machine, overrides, base: baseOf(study) });
  writeWhereNew(specFile(directory), text);
  writeWhereNew(resolvedFile(directory), resolved);
  // The last file to come: with it, the directory is a study.
  writeStudyList(directory, study);
}

/** What there is of a study in a directory, which may be its place and is only read. Throws InputError where it may not. */
export function requirePlaceFor(directory: string, study: Study): Pick<ResolvedStudy, 'machine'> | undefined {
  requireDistinct(study.points);
  for (const { name } of study.points) checkRoomForNames(pointDirectory(directory, name));
  const there = resolvedIn(directory);
  if (there) requireSame(directory, there, baseOf(study));
  else requireRoom(directory);
  return there;
}

/** The study that a directory was made from. Throws InputError where it is of another version, StorageError where its spec is damaged. */
export function readStudySpec(directory: string): Study {
  const resolved = resolvedIn(directory);
  const file = specFile(directory);
  const text = reading(file, 'expected the spec of a study to read', () => readFileSync(file, 'utf8'));
  // A study depends on no other file: the lattice is the one that it has begun with.
  const study = resolved && parseStudy(text, file, resolved.overrides, undefined, () => latticeIn(directory));
  if (!study) throw new StorageError(`${file}: damaged: run the spec of the study again, which writes it anew`);
  requireVersion({ directory, version: resolved.version }, VERSION);
  return study;
}

function latticeIn(directory: string): LatticeText {
  const lattice = keptLattice(directory);
  if (!lattice) throw new InputError('expected the lattice of the study in its resolved.toml, found none');
  return lattice;
}

/** Whether a point has its directory. */
export const isBegun = (directory: string, { name }: Pick<StudyPoint, 'name'>): boolean =>
  existsSync(resolvedFile(pointDirectory(directory, name)));

function requireDistinct(points: readonly StudyPoint[]): void {
  if (points.length === 0) throw new InputError('expected a study of one point or more, found none');
  const names = new Set<string>();
  for (const { name } of points) {
    if (names.has(name)) throw new InputError(`expected points that differ, found ${name} twice`);
    names.add(name);
  }
}

/** Refuses points that no run can be made of, while a study is read for a directory. Those that have begun there have been asked before: thousands take seconds. */
export const samplableIn =
  (directory: string): Accept =>
  (spec, name) => {
    if (isBegun(directory, { name })) return;
    requireSamplable(spec);
    requireComputable(spec);
  };

function resolvedText({ version, machine, overrides, base }: ResolvedStudy): string {
  return toTomlText({ study: { version, machine, overrides }, ...base });
}

/** Undefined where there is no resolved.toml. */
function resolvedIn(directory: string): ResolvedStudy | undefined {
  const file = resolvedFile(directory);
  if (!existsSync(file)) return undefined;
  const text = reading(file, 'expected a study to read', () => readFileSync(file, 'utf8'));
  const { study, ...base } = parse(text, file);
  if (!study) throw new InputError(`${directory}: holds a single run: choose another directory`);
  return { ...(study as unknown as Omit<ResolvedStudy, 'base'>), base };
}

function parse(text: string, file: string): TomlSections {
  try {
    return fromTomlText(text);
  } catch (error) {
    throw new StorageError(`${file}: damaged: restore it from a copy, or choose another directory`, { cause: error });
  }
}

/** Compares what both have: a key that only one of them has depends on the values of the sweep, and its points are compared one by one. */
function requireSame(directory: string, { version, base: found }: ResolvedStudy, base: TomlSections): void {
  requireVersion({ directory, version }, VERSION);
  const [difference] = differences(onlyKeysOf(found, base), onlyKeysOf(base, found));
  if (difference === undefined) return;
  throw new InputError(`${directory}: holds another study, with ${difference}: choose another directory`);
}

/** What an attempt to make the study leaves when it is interrupted, or does while we look. */
const OURS = new RegExp(`^(spec\\.toml|resolved\\.toml|points|points\\.json|.*\\${UNFINISHED})$`);

/** Throws InputError where there is no room for a new study. */
function requireRoom(directory: string): void {
  requireOutsideOfStudies(directory);
  const other = entriesOf(directory).find((name) => !OURS.test(name));
  if (other === undefined) return;
  throw new InputError(
    `${directory}: expected a study or an empty directory, found ${other} and no resolved.toml: choose another directory`,
  );
}

function writeWhereNew(file: string, text: string): void {
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFile(file, text);
}
