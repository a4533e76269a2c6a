/** Which inner chain proposes, and how long it runs. */
import type { EffectiveModel } from '../effective/model.ts';
import { effectiveHmc } from './effective-hmc.ts';
import type { LocalFieldModel } from './heat-bath.ts';
import { heatBathKernel } from './heat-bath-kernel.ts';
import type { LinearCouplings } from './heat-bath-wasm.ts';
import type { ReversibleKernel } from './reversible-kernel.ts';

/** Sweeps of heat bath with overrelaxation between two of them; for linear models. */
export interface HeatBathPlan {
  readonly kind: 'heat-bath';
  readonly sweeps: number;
  readonly overrelaxation: number;
}

/** Trajectories of hybrid Monte Carlo; for any model. */
export interface HmcPlan {
  readonly kind: 'hmc';
  readonly trajectories: number;
  readonly steps: number;
  /** Where warm-up starts from. */
  readonly stepSize: number;
}

export type InnerPlan = HeatBathPlan | HmcPlan;

type Linear = EffectiveModel & LocalFieldModel & LinearCouplings;

const isLinear = (model: EffectiveModel): model is Linear => 'field' in model;

/** Throws Error for a heat bath of a model that is not linear in every spin. */
export function innerChain(model: EffectiveModel, temperature: number, plan: InnerPlan): ReversibleKernel {
  if (plan.kind === 'hmc') return effectiveHmc(model, temperature, plan);
  if (!isLinear(model)) throw new Error(`heat bath needs a linear model, not ${model.kind}`);
  return heatBathKernel(model, temperature, plan);
}

const STEP_SIZE = 0.2;

/** Forgets where it began, so that acceptances can be compared: physics counts them for such proposals. */
export function decorrelatedPlan(model: EffectiveModel): InnerPlan {
  return isLinear(model)
    ? { kind: 'heat-bath', sweeps: 20, overrelaxation: 1 }
    : { kind: 'hmc', trajectories: 10, steps: 5, stepSize: STEP_SIZE };
}

/** What may be worth trying. */
export function candidatePlans(model: EffectiveModel): InnerPlan[] {
  return isLinear(model)
    ? HEAT_BATHS.map(([sweeps, overrelaxation]) => ({ kind: 'heat-bath', sweeps, overrelaxation }))
    : TRAJECTORIES.map(([trajectories, steps]) => ({ kind: 'hmc', trajectories, steps, stepSize: STEP_SIZE }));
}

const HEAT_BATHS = [
  [1, 0],
  [2, 1],
  [2, 2],
  [3, 1],
  [3, 3],
  [5, 1],
  [8, 1],
] as const;
const TRAJECTORIES = [
  [1, 3],
  [1, 5],
  [1, 8],
  [2, 3],
  [2, 5],
  [3, 3],
  [3, 5],
  [5, 5],
] as const;

/** Nanoseconds of a draw from the heat bath and of turning a spin, by site, besides its field. */
const MOVE_COST = { heatBath: 120, overrelaxation: 15 };
/** Per neighbour of every site. */
const FIELD_COST = 0.8;

/** Of one advance, counted as `cost` of the models is. */
export function innerCost(model: EffectiveModel, plan: InnerPlan): number {
  if (plan.kind === 'hmc')
    return (plan.trajectories * plan.steps + 1) * (model.cost + LEAPFROG_COST * model.lattice.siteCount);
  const { siteCount } = model.lattice;
  const field = FIELD_COST * (model as Linear).others.entry.length;
  const turned = (plan.sweeps - 1) * plan.overrelaxation;
  const sweeps =
    plan.sweeps * (field + MOVE_COST.heatBath * siteCount) + turned * (field + MOVE_COST.overrelaxation * siteCount);
  return sweeps + 2 * model.cost;
}

/** Of drift and kicks, by site and step. */
const LEAPFROG_COST = 120;
