/** What a run holds, for programs: series, configurations, the learned model. */
import { loadModels } from '../chain/learning/models.ts';
import type { EffectiveModel } from '../effective/model.ts';
import { InputError } from '../errors.ts';
import { readLearnedModel } from '../run/training/learned-models.ts';
import { modelParameters } from '../spec/model-parameters.ts';
import { readSeries as readAll, readConfigurations as readStored } from '../store/store.ts';
import { nearest } from '../words/nearest.ts';
import { type Run, storedRun } from './run.ts';

/** The samples of a run, those of the warm-up left out. */
export interface RunSeries {
  /**
   * All that was recorded after every sample: the observables of a report but those that are functions of means, then "logRatio", the log of the acceptance ratio (NaN where
   * nothing was decided), and "logImportance", the log of the weight of the sample (0 but with reweighting). None before the first checkpoint.
   */
  readonly names: readonly string[];
  /**
   * The series of an observable by chain, [chain][sample], as `estimateMean` takes them; that of a chain without samples is empty. Throws InputError for a name that
   * was not recorded, and for any before the first checkpoint of the run, when nothing says what is recorded.
   */
  of(name: string): Float64Array[];
}

/**
 * Reads the samples that a run has so far, all chains at once; a run that goes on meanwhile is read up to its last checkpoints.
 *
 * Throws StorageError, naming the file, where one is damaged or two contradict each other.
 */
export function readSeries(run: Run): RunSeries {
  const { names, chains } = readAll(storedRun(run));
  const { warmUp, chains: count } = run.spec.sampling;
  return {
    names,
    of(name) {
      const column = names.indexOf(name);
      if (column < 0) throw new InputError(`${run.directory}: ${notRecorded(name, names)}`);
      return Array.from({ length: count }, (_, k) => (chains[k]?.[column] ?? new Float64Array()).subarray(warmUp));
    },
  };
}

function notRecorded(name: string, names: readonly string[]): string {
  if (names.length === 0) return `expected samples of ${name}, found none: the run has not begun`;
  const meant = nearest(name, names);
  return `expected an observable that was recorded, found ${name}${meant ? `\n  did you mean ${meant}?` : ''}`;
}

/** Spins of a run, as they were after one of its samples. */
export interface RunConfiguration {
  /** Chains are numbered from 1; odd ones began with random spins, even ones ordered. */
  readonly chain: number;
  /** The sample that the spins belong to: its index in the series of its chain, from 0. */
  readonly sample: number;
  /** x y z of site 0, of site 1, …: unit vectors, 3N numbers. */
  readonly spins: Float64Array;
}

/**
 * The configurations that a run has kept, chain by chain in the order of samples, those of the warm-up left out: about a hundred per chain, evenly spaced. They are the symmetric
 * copies that were measured.
 *
 * Throws as `readSeries`.
 */
export function* readConfigurations(run: Run): Generator<RunConfiguration, void, undefined> {
  const { chains, warmUp } = run.spec.sampling;
  const stored = storedRun(run);
  for (let chain = 1; chain <= chains; chain++)
    for (const { sample, spins } of readStored(stored, chain))
      if (sample >= warmUp) yield { chain, sample: sample - warmUp, spins };
}

/**
 * The learned energy that a run proposes with, on the lattice of the run; undefined before the training has ended, and for samplers that learn nothing. `modelCard`
 * and `modelWeights` make files of it.
 *
 * Throws StorageError where its files are damaged.
 */
export function readModel(run: Run): EffectiveModel | undefined {
  const effective = readLearnedModel(storedRun(run));
  return effective && loadModels(modelParameters(run.spec), { effective }).effective;
}
