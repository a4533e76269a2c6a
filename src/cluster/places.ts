/** The runs that a directory holds or is to hold: the one of a run, or the points of a study. */
import { storedSamples } from '../chain/job.ts';
import { openToAdvance } from '../run/conductor/conductor.ts';
import { specOf } from '../run/conductor/stored-spec.ts';
import { openPoint } from '../run/study/open-point.ts';
import { isBegun, readStudySpec } from '../run/study/start-study.ts';
import { needsModel } from '../spec/learns.ts';
import type { Spec } from '../spec/spec.ts';
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
  if (!holdsStudy(directory)) return new Map([[undefined, placeOfRun(directory)]]);
  const { points, neighbours } = readStudySpec(directory);
  return new Map(
    points.map(({ name, spec }) => {
      const folder = pointDirectory(directory, name);
      const begun = () => isBegun(directory, { name });
      const open = () => openPoint(folder, spec);
      return [name, { point: name, folder, spec, neighbour: neighbours.get(name), isBegun: begun, open }];
    }),
  );
}

function placeOfRun(directory: string): Place {
  const run = openToAdvance(directory);
  return { folder: directory, spec: specOf(run), isBegun: () => true, open: () => openToAdvance(directory) };
}

/** All tasks of a directory: what is learned, then the chains, then the report. */
export function tasksOf(places: Places): Task[] {
  const all = [...places.values()];
  const learning = all.filter(({ spec }) => spec.model.filling !== undefined || needsModel(spec));
  return [
    ...learning.map(({ point }): Task => ({ kind: 'learn', point })),
    ...all.flatMap(({ point, spec }) => chainNumbers(spec).map((chain): Task => ({ kind: 'chain', point, chain }))),
    { kind: 'report' },
  ];
}

export const chainNumbers = ({ sampling }: Spec): number[] =>
  Array.from({ length: sampling.chains }, (_, index) => index + 1);

/** Samples of a chain, and those that it is to have, warm-up included. */
export function standingOfChain(
  { folder, spec, isBegun: begun }: Place,
  chain: number,
): { samples: number; wanted: number } {
  if (!begun()) return { samples: 0, wanted: storedSamples(spec) };
  const run = openRun(folder);
  return { samples: lastCheckpoint(run, chain)?.samples ?? 0, wanted: storedSamples(specOf(run)) };
}
