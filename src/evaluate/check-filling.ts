/** What becomes of a filling: how its chemical potential will be found, and what that costs. */
import { pilotBudget, pilotCosts } from '../chain/filling/budget.ts';
import { isSymmetric } from '../chain/filling/find-filling.ts';
import { pilotParameters } from '../chain/filling/pilot.ts';
import { costOfStage, firstStage, nextStage } from '../chain/filling/stage-length.ts';
import { createModel } from '../exact/create.ts';
import type { SpinFermionModel } from '../exact/model.ts';
import type { Spec } from '../spec/spec.ts';

export interface FillingCheck {
  /** Electrons per site. */
  readonly wanted: number;
  /** symmetry: μ = 0. pilot: chains before those of the run. levels: at T = 0, where nothing is sampled, of every configuration by itself. */
  readonly chosenBy: 'symmetry' | 'pilot' | 'levels';
  /** Nanoseconds of all pilot chains, counted, at most; 0 without a pilot. */
  readonly cost: number;
  /** As many samples with a linear model take that long; 0 without a pilot. */
  readonly samples: number;
}

/** `model`: that of the spec at any chemical potential. Undefined where the spec gives that. */
export function checkFilling(spec: Spec, model: SpinFermionModel): FillingCheck | undefined {
  const wanted = spec.model.filling;
  if (wanted === undefined) return undefined;
  if (spec.model.temperature === 0) return { wanted, chosenBy: 'levels', cost: 0, samples: 0 };
  if (isSymmetric(spec)) return { wanted, chosenBy: 'symmetry', cost: 0, samples: 0 };
  const pilot = createModel(pilotParameters(spec));
  const cost = Math.max(pilotBudget(spec, model), leastCost(pilot));
  return {
    wanted,
    chosenBy: 'pilot',
    cost,
    samples: Math.round(cost / pilotCosts(pilot).linear.sample),
  };
}

/** The two stages that every pilot has. */
function leastCost(model: SpinFermionModel): number {
  const costs = pilotCosts(model);
  const first = firstStage(costs);
  const size = 2 * model.parameters.lattice.siteCount;
  const second = nextStage('exact', { before: first.samples, needed: Infinity, left: Infinity, size }, costs);
  return costOfStage(first, costs) + (second ? costOfStage(second, costs) : 0);
}
