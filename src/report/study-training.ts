/** What the trainings of a study have come to: a row for each point. */
import { trainingOf } from '../chain/learning/models.ts';
import { isBegun } from '../run/study/start-study.ts';
import { readLearnedModel } from '../run/training/learned-models.ts';
import { openRun } from '../store/store.ts';
import { type ListedPoint, pointDirectory } from '../store/study.ts';
import { table } from './table.ts';

/** Points that are trained; the others are left out. */
export function studyTrainingText(directory: string, points: readonly ListedPoint[]): string {
  const rows = points.filter((point) => isBegun(directory, point)).flatMap(({ name }) => rowOf(directory, name));
  return `${table([['point', 'model', 'parameters', 'exact evaluations', 'acceptance'], ...rows])}\n`;
}

function rowOf(directory: string, name: string): string[][] {
  const model = readLearnedModel(openRun(pointDirectory(directory, name)));
  if (!model) return [];
  const { kind, parameterCount, cost, acceptance } = trainingOf(model);
  return [[name, kind, `${parameterCount}`, `${cost.exactEvaluations}`, acceptance.measured.toFixed(2)]];
}
