/** A run as programs hold it. */
import { InputError } from '../errors.ts';
import { extendTo, startRun as makeRun } from '../run/conductor/conductor.ts';
import { specOf, toSections } from '../run/conductor/stored-spec.ts';
import { type Spec, type SpecInput, specFrom } from '../spec/spec.ts';
import { toTomlText } from '../spec/toml-text.ts';
import { openRun as openStored, type Run as StoredRun } from '../store/store.ts';

/** A run: the directory that holds everything, and the spec that it was made from, as they were when it was opened. Plain data. */
export interface Run {
  /** The path as it was given. */
  readonly directory: string;
  /**
   * The spec with every default filled in; `sampling.samples` are those that every chain shall have. With `effective.kind` "auto" it holds the model and the
   * sampler that the run has chosen, as soon as it has.
   */
  readonly spec: Spec;
  /** The version of spinformer that made the run: the only one that goes on with it. */
  readonly version: string;
}

/**
 * Makes the directory of a run, or finds the same run there: with more `sampling.samples` than before it grows, with fewer nothing is thrown away.
 *
 * `spec`: a TOML text, or the same as an object with keys in camel case. Nothing is computed: see `advanceRun`. Throws SpecError, listing all that is wrong
 * with the spec; InputError, before anything is written, for what cannot be sampled, and for a directory that holds another run or other files or cannot be
 * written; StorageError when the disk refuses.
 */
export function startRun(spec: string | SpecInput | Spec, directory: string): Run {
  requireDirectory(directory);
  return runOf(makeRun(directory, textOf(spec), specFrom(spec)));
}

/** What the directory keeps as given. */
const textOf = (spec: string | SpecInput | Spec): string =>
  typeof spec === 'string' ? spec : toTomlText(toSections(spec as Spec));

/**
 * The run in a directory, of whatever version.
 *
 * Throws InputError when there is none, StorageError when its files are damaged.
 */
export function openRun(directory: string): Run {
  requireDirectory(directory);
  return runOf(openStored(directory));
}

/**
 * The same run with so many samples wanted of every chain, those at hand included; `advanceRun` makes them. A run that is extended is bit-identical with the
 * longer one as far as both were planned alike: how a run with a learned model proposes stays as it was chosen.
 *
 * Throws InputError for fewer samples than the run wants already, and for a run of another version.
 */
export function extendRun({ directory }: Run, samples: number): Run {
  const { sampling } = openRun(directory).spec;
  if (!Number.isSafeInteger(samples) || samples < sampling.samples)
    throw new InputError(`samples: expected a whole number, ${sampling.samples} of the run or more, found ${samples}`);
  return runOf(extendTo(directory, samples));
}

/** What the rooms below know a run by, as its directory is now. */
export const storedRun = ({ directory }: Run): StoredRun => openStored(directory);

export const runOf = (run: StoredRun): Run => ({ directory: run.directory, spec: specOf(run), version: run.version });

/** Throws InputError for what is no path. */
export function requireDirectory(directory: unknown, what = 'a run'): void {
  if (typeof directory === 'string' && directory !== '') return;
  throw new InputError(`directory: expected the path of ${what}, found ${JSON.stringify(directory) ?? 'none'}`);
}
