/** Chains from several copies of a run or a study, in one of them. */
import { cpSync, existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { InputError, StorageError } from '../errors.ts';
import { copySegment } from '../store/copy-segment.ts';
import { connectedExtents, lengthOf } from '../store/extents.ts';
import { chainNumbers, entriesOf, resolvedFile } from '../store/paths.ts';
import { openRun, type Run } from '../store/store.ts';
import { holdsStudy, openStudy, pointDirectory } from '../store/study.ts';
import { writing } from '../store/trouble.ts';
import { differenceOf } from './differences-of-copies.ts';

/** What was taken over. */
export interface Collected {
  readonly segments: number;
  readonly runs: number;
}

/**
 * Takes over from a copy what a directory has not: points, models, chains, and of chains what goes on from what is there. Both must be of one spec, and agree to the bit in what both have;
 * of a point that does not, nothing is taken.
 *
 * Throws InputError for copies of something else, StorageError, naming run and sample, where bits differ.
 */
export function collect(directory: string, copy: string): Collected {
  const pairs = pairsOf(directory, copy);
  const segments = pairs.map(([to, from]) => collectRun(to, from));
  return { segments: segments.reduce((sum, count) => sum + count, 0), runs: pairs.length };
}

/** The runs of a copy that have begun, and where they belong. */
function pairsOf(directory: string, copy: string): [to: string, from: string][] {
  const isStudy = holdsStudy(copy);
  if (isStudy !== holdsStudy(directory))
    throw new InputError(`${copy}: expected a copy of ${directory}, found ${isStudy ? 'a study' : 'a single run'}`);
  if (!isStudy) return [[directory, copy]];
  const known = new Set(openStudy(directory).points.map(({ name }) => name));
  const begun = openStudy(copy).points.filter(({ name }) => existsSync(resolvedFile(pointDirectory(copy, name))));
  const foreign = begun.find(({ name }) => !known.has(name));
  if (foreign)
    throw new InputError(
      `${copy}: expected points of ${directory}, found ${foreign.name}: add its values to the sweep first`,
    );
  return begun.map(({ name }) => [pointDirectory(directory, name), pointDirectory(copy, name)]);
}

/** The number of segments that were taken over. */
function collectRun(to: string, from: string): number {
  const copy = openRun(from);
  if (existsSync(resolvedFile(to))) requireSame(openRun(to), copy);
  takeFiles(to, from);
  const run = openRun(to);
  return chainNumbers(from).reduce((sum, chain) => sum + collectChain(run, copy, chain), 0);
}

function requireSame(run: Run, copy: Run): void {
  if (copy.version !== run.version || copy.identity !== run.identity)
    throw new InputError(`${copy.directory}: expected a copy of ${run.directory}, found another run`);
  const difference = differenceOf(run, copy);
  if (difference === undefined) return;
  const { what, machines } = difference;
  const made = machines ? `\n  made on ${machines[1]}; in ${run.directory} on ${machines[0]}` : '';
  throw new StorageError(
    `${copy.directory}: ${what} differs from ${run.directory}, though both should be bit-identical: nothing was taken; leave the machine out that you trust less${made}`,
  );
}

/** What comes before the chains, where it is not there yet; the spec last, with which a directory is a run. */
function takeFiles(to: string, from: string): void {
  const names = entriesOf(from).filter((name) => /^(models|filling.*|spec\.toml|start\.npy)$/.test(name));
  writing(to, () => {
    for (const name of [...names, basename(resolvedFile(from))])
      cpSync(join(from, name), join(to, name), { recursive: true, force: false });
  });
}

function collectChain(run: Run, copy: Run, chain: number): number {
  const there = lengthOf(connectedExtents(run, chain));
  const further = connectedExtents(copy, chain).filter(({ samples }) => samples > there);
  for (const { file } of further) copySegment(file, run.directory, chain);
  return further.length;
}
