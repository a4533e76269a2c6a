/** What a search may cost, whatever the run is. */
import type { SpinFermionModel } from '../../exact/model.ts';
import { presentCount } from '../../lattice/disorder/occupation.ts';
import type { Spec } from '../../spec/spec.ts';
import { type PilotCosts, pilotBudget } from './budget.ts';
import { costOfStage, firstStage, nextStage } from './stage-length.ts';

/** Two stages of the exact weight say where μ is, and as much again makes use of what a linear model can learn from them. */
const LEAST = 2;

/** Nanoseconds, counted, of all chains of the pilot: a share of the run, and no less than a beginning takes. `exact`: the model of the run; `costs`: of the samples of the pilot. */
export function searchBudget(spec: Spec, exact: SpinFermionModel, costs: PilotCosts): number {
  const size = 2 * presentCount(exact.parameters.lattice);
  return Math.max(pilotBudget(spec, exact), LEAST * costOfBeginning(costs, size));
}

function costOfBeginning(costs: PilotCosts, size: number): number {
  const first = firstStage(costs);
  const second = nextStage('exact', { before: first.samples, needed: Infinity, left: Infinity, size }, costs);
  return costOfStage(first, costs) + (second ? costOfStage(second, costs) : 0);
}
