/** A run: a directory that knows what it computes and who computes it. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { InputError, StorageError } from '../errors.ts';
import { fromTomlText, type TomlSections, type TomlTable, toTomlText } from '../spec/toml-text.ts';
import { decodeText } from './decode-text.ts';
import { readingTrouble, TOO_LONG } from './file-reasons.ts';
import { makeFolder, UNFINISHED, writeFile } from './files.ts';
import { differences, identityOf } from './identity.ts';
import { entriesOf, pointsFolder, resolvedFile, segmentFile, specFile, startFile } from './paths.ts';
import { isTooLongForSqlite } from './trouble.ts';

/** What resolved.toml holds. */
export interface ResolvedRun {
  /** The spec with every default filled in and the seed, keys in camelCase. */
  readonly spec: TomlSections;
  /** Version of spinformer. */
  readonly version: string;
  /** The machine where it was started first, for the reader; it has no influence. */
  readonly machine: string;
  /** Samples per chain that the run was planned for, where it chooses how to propose: trials cost a share of the plan at most. Extending leaves them. */
  readonly plannedSamples?: number | undefined;
  /** SHA-256 of the spins that chains begin with, in hexadecimal, where they come from a file. */
  readonly startChecksum?: string | undefined;
}

/** Plain data: it can be handed to a worker. */
export interface Run extends ResolvedRun {
  readonly directory: string;
  /** Fingerprint of the spec without the number of samples, which may grow, but with those that were planned. */
  readonly identity: string;
  /** Which part of the samples is read, as it is called in the segments; the sample itself where left out. */
  readonly part?: string | undefined;
  /** The folder in it that holds the learned models, `models` where left out. */
  readonly modelFolder?: string | undefined;
}

/**
 * Makes a directory for a run, or finds the same run there and returns it as it is (its number of samples may differ).
 *
 * `specText`: the spec as given. `start`: the contents of start.npy, where chains begin with spins from a file. Two copies of a job may do this at once. Throws InputError when the directory holds another run,
 * a run of another version or other files, or cannot be written.
 */
export function createRun(
  directory: string,
  specText: string,
  about: Omit<ResolvedRun, 'startChecksum'>,
  start?: Uint8Array,
): Run {
  const { spec, version } = about;
  const startChecksum = start && createHash('sha256').update(start).digest('hex');
  const resolved: ResolvedRun = { ...about, startChecksum };
  checkRoomForNames(directory);
  makeFolder(directory);
  const entries = entriesOf(directory);
  if (!entries.includes('resolved.toml')) {
    refuseOthers(directory, entries);
    writeFile(specFile(directory), specText);
    if (start) writeFile(startFile(directory), start);
    // The last file to come: with it, the directory is a run.
    writeFile(resolvedFile(directory), resolvedText(resolved));
  }
  const run = openRun(directory);
  requireVersion(run, version);
  requireSpec(run, spec);
  if (run.startChecksum !== startChecksum)
    throw new InputError(
      `${directory}: holds another run, with other spins in sampling.start: choose another directory`,
    );
  return run;
}

/** Throws InputError for a path of a run that is too long: SQLite would refuse its segments, after all of the training. */
export function checkRoomForNames(directory: string): void {
  if (isTooLongForSqlite(segmentFile(directory, 1, 1)))
    throw new InputError(`${directory}: cannot be written: ${TOO_LONG}`);
}

/** The run in a directory. Throws InputError when there is none, StorageError when its resolved.toml is damaged. */
export function openRun(directory: string): Run {
  const file = resolvedFile(directory);
  const { run: about, ...spec } = parse(readResolved(directory, file), file);
  if ('study' in spec)
    throw new InputError(`${directory}: expected a run, found a study: its runs are in ${pointsFolder(directory)}`);
  const { version, machine, plannedSamples: planned, startChecksum: start } = (about ?? {}) as TomlTable;
  if (typeof version !== 'string') throw damaged(file, 'expected [run] with a version, found none');
  const plannedSamples = planned === undefined ? undefined : Number(planned);
  const startChecksum = start === undefined ? undefined : String(start);
  const identity = identityOf(spec, plannedSamples, startChecksum);
  return { directory, spec, version, machine: String(machine), plannedSamples, startChecksum, identity };
}

/** Sets the number of samples per chain, sampling.samples. Throws InputError when the directory cannot be written. */
export function extendRun(run: Run, samples: number): Run {
  const spec = { ...run.spec, sampling: { ...(run.spec.sampling as TomlTable), samples } };
  writeFile(resolvedFile(run.directory), resolvedText({ ...run, spec }));
  return { ...run, spec };
}

/** Checks the version; throws InputError unless the run, or the study, was made by this one: others may compute other bits. */
export function requireVersion(
  { directory, version: found }: Pick<Run, 'directory' | 'version'>,
  version: string,
): void {
  if (found === version) return;
  throw new InputError(
    `${directory}: this run was made by spinformer ${found}, this is ${version}: go on with ${found}, or choose another directory`,
  );
}

/** Throws InputError where a run is of another spec, apart from the number of samples. */
export function requireSpec({ directory, spec: found }: Run, spec: TomlSections): void {
  const [difference] = differences(found, spec);
  if (difference === undefined) return;
  throw new InputError(`${directory}: holds another run, with ${difference}: choose another directory`);
}

/** The text of resolved.toml. */
export const resolvedText = ({ spec, version, machine, plannedSamples, startChecksum }: ResolvedRun): string =>
  toTomlText({ run: { version, machine, plannedSamples, startChecksum }, ...spec });

/** What an attempt to create the run leaves when it is interrupted, or does while we look. */
const OURS = new RegExp(`^(spec\\.toml|resolved\\.toml|start\\.npy|chain-\\d+|.*\\${UNFINISHED})$`);

function refuseOthers(directory: string, entries: readonly string[]): void {
  const other = entries.find((name) => !OURS.test(name));
  if (other === undefined) return;
  throw new InputError(
    `${directory}: expected a run or an empty directory, found ${other} and no resolved.toml: choose another directory`,
  );
}

function readResolved(directory: string, file: string): string {
  try {
    return decodeText(readFileSync(file), file);
  } catch (error) {
    // Only programs write this file.
    if (error instanceof InputError) throw damaged(file, 'expected text in UTF-8', error);
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw readingTrouble(file, 'expected a run to read', error) ?? error;
    throw new InputError(`${directory}: expected the directory of a run, but there is no resolved.toml in it`);
  }
}

function parse(text: string, file: string): TomlSections {
  try {
    return fromTomlText(text);
  } catch (error) {
    throw damaged(file, `expected TOML: ${(error as Error).message}`, error);
  }
}

const damaged = (file: string, words: string, cause?: unknown): StorageError =>
  new StorageError(`${file}: ${words}: restore it from a copy, or choose another directory`, { cause });
