/** Which model the training of a point begins with, where models are carried. */
import { type CarriedModel, isCarried } from '../../chain/learning/models.ts';
import type { Study, StudyPoint } from '../../spec/study.ts';
import { openRun } from '../../store/store.ts';
import { pointDirectory } from '../../store/study.ts';
import { rungRuns } from '../conductor/rungs.ts';
import { readLearnedModel } from '../training/learned-models.ts';

/**
 * The neighbour of every point that has one, by name: the point before it along the last swept key, all others being equal, with the same lattice and the same kind of model. The first point along a line
 * has none, and learns from nothing.
 */
export function neighboursOf({ keys, points, carryModels }: Study): ReadonlyMap<string, string> {
  if (!carryModels) return new Map();
  const lines = Map.groupBy(
    points.filter(({ spec }) => isCarried(spec)),
    (point) => lineOf(point, keys.slice(0, -1)),
  );
  const pairs = [...lines.values()].flatMap((line) =>
    line.slice(1).map(({ name }, index) => [name, line[index].name] as const),
  );
  return new Map(pairs);
}

const lineOf = ({ values, spec }: StudyPoint, keys: readonly string[]): string =>
  JSON.stringify([keys.map((key) => values[key]), spec.lattice, spec.effective]);

/** The points, and those that theirs begin with, in the order of the study. */
export function withNeighbours(
  points: readonly StudyPoint[],
  study: Study,
  neighbours: ReadonlyMap<string, string>,
): readonly StudyPoint[] {
  const wanted = new Set<string>();
  for (const { name } of points)
    for (let at: string | undefined = name; at !== undefined && !wanted.has(at); at = neighbours.get(at))
      wanted.add(at);
  return study.points.filter(({ name }) => wanted.has(name));
}

/** The model of a point, of a tempered one that of its highest temperature, to begin another training with. Throws Error where there is none. */
export function carriedModel(directory: string, point: string): CarriedModel {
  const run = openRun(pointDirectory(directory, point));
  const model = readLearnedModel(rungRuns(run).at(-1) ?? run);
  if (!model) throw new Error(`its training begins with the model of ${point}, which has none`);
  return { point, model };
}
