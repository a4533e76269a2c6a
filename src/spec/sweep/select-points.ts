/** Some points of a study by their numbers, as `--points 3,7-9` of the command line asks for them. */
import { selectedNumbers } from '../../words/selected-numbers.ts';
import type { Study, StudyPoint } from '../study.ts';

/** The points of a selection in the order of the study, each once. Points are numbered from 1. Throws InputError. */
export function selectPoints(study: Pick<Study, 'points'>, selection: string): StudyPoint[] {
  const chosen = { option: '--points', things: 'points', count: study.points.length };
  return selectedNumbers(selection, chosen).map((number) => study.points[number - 1]);
}
