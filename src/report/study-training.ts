/** What the trainings of a study have come to: a row for each point. */
import { flowTrainingOf } from '../chain/flow/learn-flow.ts';
import { type LearnedModel, trainingOf } from '../chain/learning/models.ts';
import type { LearnedFlow } from '../flow/flow-files.ts';
import { isBegun } from '../run/study/start-study.ts';
import { readLearnedFlow } from '../run/training/learned-flow.ts';
import { readLearnedModel } from '../run/training/learned-models.ts';
import { openRun } from '../store/store.ts';
import { type ListedPoint, pointDirectory } from '../store/study.ts';
import { table } from './table.ts';

/** Points that are trained; the others are left out. A flow has a row of its own. */
export function studyTrainingText(directory: string, points: readonly ListedPoint[]): string {
  const rows = points.filter((point) => isBegun(directory, point)).flatMap(({ name }) => rowsOf(directory, name));
  return `${table([['point', 'model', 'parameters', 'exact evaluations', 'acceptance'], ...rows])}\n`;
}

function rowsOf(directory: string, name: string): string[][] {
  const run = openRun(pointDirectory(directory, name));
  const [model, flow] = [readLearnedModel(run), readLearnedFlow(run)];
  return [...(model ? [[name, ...modelCells(model)]] : []), ...(flow ? [[name, ...flowCells(flow)]] : [])];
}

function modelCells(model: LearnedModel): string[] {
  const { kind, parameterCount, cost, acceptance } = trainingOf(model);
  return [kind, `${parameterCount}`, `${cost.exactEvaluations}`, acceptance.measured.toFixed(2)];
}

function flowCells(flow: LearnedFlow): string[] {
  const { parameterCount, exactEvaluations, heldOut } = flowTrainingOf(flow);
  return ['flow', `${parameterCount}`, `${exactEvaluations}`, heldOut.acceptance.toFixed(2)];
}
