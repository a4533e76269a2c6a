/** Which point's model the training of a point begins with, where models are carried. */
import { isAuto, isCarried, needsModel } from '../learns.ts';
import type { SpecProblem } from '../spec-error.ts';
import type { Study, StudyPoint } from '../study.ts';
import type { Given } from '../writing.ts';

/** Keys that change what kind of model there is, and not where it is learned. */
const OF_THE_MODEL = /^(lattice|effective)\./;

/**
 * The neighbour of every point that has one, by name: the point before it with the same lattice and the same kind of model. In a grid that is the one before it along the last key that changes neither,
 * all others being equal; in points that are listed, or taken together, the last one before it. The first point of such a line has none, and learns from nothing.
 */
export function neighboursIn({ keys, points }: Pick<Study, 'keys' | 'points'>, isGrid: boolean): Map<string, string> {
  const along = keys.findLast((key) => !OF_THE_MODEL.test(key));
  const others = isGrid ? keys.filter((key) => key !== along) : [];
  const lines = Map.groupBy(
    points.filter(({ spec }) => isCarried(spec)),
    (point) => lineOf(point, others),
  );
  const pairs = [...lines.values()].flatMap((line) =>
    line.slice(1).map(({ name }, index) => [name, line[index].name] as const),
  );
  return new Map(pairs);
}

const lineOf = ({ values, spec }: StudyPoint, keys: readonly string[]): string =>
  JSON.stringify([keys.map((key) => values[key]), spec.lattice, spec.effective]);

/** The problem of a study that asks for carried models where no point has a neighbour; none with a single point, to which others may be added. `option`: where it asks. */
export function nothingCarried(points: readonly StudyPoint[], { at, path }: Given): SpecProblem[] {
  if (points.length === 1 && isCarried(points[0].spec)) return [];
  const { place, written } = at([]);
  const expected = 'false where no training can begin with the model of another point';
  return [{ key: path.join('.'), expected, found: written, note: reason(points), place }];
}

function reason(points: readonly StudyPoint[]): string {
  const learning = points.filter(({ spec }) => needsModel(spec));
  if (learning.length === 0) return `nothing is learned with sampling.method = "${points[0].spec.sampling.method}"`;
  if (learning.every(({ spec }) => isAuto(spec)))
    return 'effective.kind = "auto" chooses the kind of model in the training itself';
  return 'no two points have the same lattice and the same kind of model';
}
