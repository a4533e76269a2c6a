/** The spins that the chains of a run begin with, where they come from a file: the run has a copy, and so depends on no other file. */
import { existsSync, readFileSync } from 'node:fs';
import { latticeOf } from '../../spec/lattice-of.ts';
import type { Spec } from '../../spec/spec.ts';
import { startOf } from '../../spec/start.ts';
import type { ParsedText } from '../../spec/sweep/parse-study.ts';
import { npyHeader } from '../../spins/formats/npy.ts';
import { parseNpySpins } from '../../spins/formats/npy-spins.ts';
import { toBytes } from '../../store/doubles.ts';
import { startFile } from '../../store/paths.ts';
import { prepareToRead, readSpinsAtOnce } from '../../store/spins/read-spins.ts';
import type { Run } from '../../store/store.ts';
import { onStored, reading } from '../../store/trouble.ts';

const optionsOf = (spec: Spec) => ({
  lattice: latticeOf(spec),
  normalise: spec.sampling.normaliseStart,
  normaliseName: 'sampling.normalise_start = true',
});

/**
 * The copy, an array (configurations, sites, 3) as .npy; undefined where a spec names no file. Where that is gone and the directory has a copy, it is that one. Throws InputError for a file that
 * cannot be read.
 */
export function copyOfStart(spec: Spec, directory?: string): Uint8Array | undefined {
  const start = startOf(spec.sampling.start);
  if (start.kind !== 'file') return undefined;
  const kept = directory === undefined ? undefined : startFile(directory);
  if (kept && !existsSync(start.path) && existsSync(kept)) return readFileSync(kept);
  const configurations = readSpinsAtOnce(start.path, optionsOf(spec));
  const header = npyHeader([configurations.length, configurations[0].length / 3, 3]);
  return Buffer.concat([header, ...configurations.map(toBytes)]);
}

/** Loads what is needed to read the files that the runs of a spec or a study begin with. Throws MissingPackageError. */
export async function prepareStarts({ study, spec }: ParsedText): Promise<void> {
  const specs = study ? study.points.map((point) => point.spec) : [spec];
  const starts = specs.map(({ sampling }) => startOf(sampling.start));
  const paths = new Set(starts.flatMap((start) => (start.kind === 'file' ? [start.path] : [])));
  for (const path of paths) await prepareToRead(path);
}

/** The configurations of the copy. Throws StorageError where it is missing or damaged. */
export function readStart(run: Run, spec: Spec): readonly Float64Array[] | undefined {
  if (startOf(spec.sampling.start).kind !== 'file') return undefined;
  const file = startFile(run.directory);
  const bytes = reading(file, 'expected the spins that chains begin with', () => readFileSync(file));
  return onStored('restore it from a copy, or choose another directory', () =>
    parseNpySpins(bytes, file, optionsOf(spec)),
  );
}
