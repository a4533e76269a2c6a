/** The runs that a directory holds or is to hold: the one of a run, or the points of a study. */
import { existsSync } from 'node:fs';
import { storedSamples } from '../chain/job.ts';
import { openToAdvance } from '../run/conductor/conductor.ts';
import { specOf, toSections } from '../run/conductor/stored-spec.ts';
import { openPoint } from '../run/study/open-point.ts';
import { readOutcome } from '../run/study/outcome-file.ts';
import { isBegun, readStudySpec } from '../run/study/start-study.ts';
import { needsTraining } from '../spec/learns.ts';
import type { Spec } from '../spec/spec.ts';
import type { Study } from '../spec/study.ts';
import { resolvedFile } from '../store/paths.ts';
import { requireSpec } from '../store/run.ts';
import { lastCheckpoint, openRun, type Run } from '../store/store.ts';
import { holdsStudy, pointDirectory } from '../store/study.ts';
import type { Task } from './task.ts';

/** A run of the directory. */
export interface Place {
  /** Its name in a study; a run has none. */
  readonly point?: string;
  readonly folder: string;
  readonly spec: Spec;
  /** The point whose model its training begins with. */
  readonly neighbour?: string | undefined;
  /** Whether its directory is there. */
  readonly isBegun: () => boolean;
  /** The run, made where it has not begun. */
  readonly open: () => Run;
}

export type Places = ReadonlyMap<string | undefined, Place>;

/** The places of a directory by their points. Throws InputError where it holds neither a run nor a study, or one of another version. */
export function placesOf(directory: string): Places {
  if (holdsStudy(directory)) return placesOfStudy(directory, readStudySpec(directory));
  return placeOfRun(directory, specOf(openToAdvance(directory)));
}

/** The places of a study, whose directory need not be there. */
export function placesOfStudy(directory: string, { points, neighbours }: Pick<Study, 'points' | 'neighbours'>): Places {
  return new Map(
    points.map(({ name, spec }) => {
      const folder = pointDirectory(directory, name);
      const begun = () => isBegun(directory, { name });
      const open = () => openPoint(folder, spec);
      return [name, { point: name, folder, spec, neighbour: neighbours.get(name), isBegun: begun, open }];
    }),
  );
}

/** The place of a run, whose directory need not be there. Throws InputError where that holds another run. */
export function placesOfRun(directory: string, spec: Spec): Places {
  if (existsSync(resolvedFile(directory))) requireSpec(openToAdvance(directory), toSections(spec));
  return placeOfRun(directory, spec);
}

function placeOfRun(directory: string, spec: Spec): Places {
  const begun = () => existsSync(resolvedFile(directory));
  return new Map([[undefined, { folder: directory, spec, isBegun: begun, open: () => openToAdvance(directory) }]]);
}

/** All tasks of a directory: what is learned, then the chains, then the report. */
export function tasksOf(places: Places): Task[] {
  const all = [...places.values()];
  const learning = all.filter(({ spec }) => spec.model.filling !== undefined || needsTraining(spec));
  return [
    ...learning.map(({ point }): Task => ({ kind: 'learn', point })),
    ...all.flatMap(({ point, spec }) => chainNumbers(spec).map((chain): Task => ({ kind: 'chain', point, chain }))),
    { kind: 'report' },
  ];
}

export const chainNumbers = ({ sampling }: Spec): number[] =>
  Array.from({ length: sampling.chains }, (_, index) => index + 1);

/** Samples of each chain, and those that it is to have, warm-up included. */
export interface Standing {
  readonly samples: readonly number[];
  readonly wanted: number;
  /** Seconds of one core that each chain has taken; undefined where the chains were not asked. */
  readonly seconds?: readonly number[];
}

/** How far the chains of a place are. A point of a study that is known to be done is not opened. */
export function standingOf({ folder, spec, isBegun: begun }: Place): Standing {
  const chains = chainNumbers(spec);
  if (!begun()) return { samples: chains.map(() => 0), wanted: storedSamples(spec) };
  const known = readOutcome(folder);
  if (known?.outcome === 'finished' && known.samples >= Math.max(known.wanted, storedSamples(spec)))
    return { samples: chains.map(() => known.samples), wanted: known.samples };
  const run = openRun(folder);
  const last = chains.map((chain) => lastCheckpoint(run, chain));
  return {
    samples: last.map((checkpoint) => checkpoint?.samples ?? 0),
    wanted: Math.max(storedSamples(spec), storedSamples(specOf(run))),
    seconds: last.map((checkpoint) => (checkpoint?.counters.milliseconds ?? 0) / 1000),
  };
}
