/** Points that a study had once. */
import { entriesOf, pointsFolder } from '../../store/paths.ts';
import type { ListedPoint } from '../../store/study.ts';

/** How many points lie in the directory of a study that its list has no longer. */
export function unlistedPoints(directory: string, points: readonly ListedPoint[]): number {
  const listed = new Set(points.map(({ name }) => name));
  return entriesOf(pointsFolder(directory)).filter((name) => !listed.has(name)).length;
}
