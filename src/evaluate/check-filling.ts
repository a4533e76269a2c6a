/** What becomes of a filling: how its chemical potential will be found, and what that costs. */
import { pilotCosts } from '../chain/filling/budget.ts';
import { isSymmetric } from '../chain/filling/find-filling.ts';
import { pilotParameters } from '../chain/filling/pilot.ts';
import { searchBudget } from '../chain/filling/search-budget.ts';
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
  const costs = pilotCosts(createModel(pilotParameters(spec)));
  const cost = searchBudget(spec, model, costs);
  return {
    wanted,
    chosenBy: 'pilot',
    cost,
    samples: Math.round(cost / costs.linear.sample),
  };
}
