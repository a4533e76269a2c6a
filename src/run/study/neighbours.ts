/** The models that trainings begin with, where models are carried. */
import type { CarriedModel } from '../../chain/learning/models.ts';
import type { Study, StudyPoint } from '../../spec/study.ts';
import { openRun } from '../../store/store.ts';
import { pointDirectory } from '../../store/study.ts';
import { rungRuns } from '../conductor/rungs.ts';
import { readLearnedModel } from '../training/learned-models.ts';

/** The points, and those that theirs begin with, in the order of the study. */
export function withNeighbours(points: readonly StudyPoint[], study: Study): readonly StudyPoint[] {
  const wanted = new Set<string>();
  for (const { name } of points)
    for (let at: string | undefined = name; at !== undefined && !wanted.has(at); at = study.neighbours.get(at))
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
