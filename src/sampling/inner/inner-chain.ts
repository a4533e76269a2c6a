/** Which inner chain proposes, and how long it runs. */
import type { EffectiveModel } from '../../effective/model.ts';
import type { ReversibleKernel } from '../interfaces/reversible-kernel.ts';
import { effectiveHmc } from './effective-hmc.ts';
import type { LocalFieldModel } from './heat-bath.ts';
import { heatBathKernels } from './heat-bath-kernel.ts';
import type { LinearCouplings } from './heat-bath-wasm.ts';
import { blockSize, randomBlock } from './random-block.ts';
import { screenedKernel } from './screened.ts';

/** Sweeps of heat bath with overrelaxation between two of them; for linear models. */
export interface HeatBathPlan {
  readonly kind: 'heat-bath';
  readonly sweeps: number;
  readonly overrelaxation: number;
  /** Unit cells along each side of the block, at a random place, whose sites a proposal updates; the whole lattice where left out. */
  readonly block?: number;
}

/** Trajectories of hybrid Monte Carlo; for any model. */
export interface HmcPlan {
  readonly kind: 'hmc';
  readonly trajectories: number;
  readonly steps: number;
  /** Step size at the start of the warm-up. */
  readonly stepSize: number;
}

/** A number of proposals of a cheap model's chain, each screened by the better model: delayed acceptance. */
export interface ScreenedPlan {
  readonly kind: 'screened';
  readonly proposals: number;
  readonly cheap: HeatBathPlan | HmcPlan;
}

/** A plan of an inner chain: which one it is, and how long it runs for one proposal. */
export type InnerPlan = HeatBathPlan | HmcPlan | ScreenedPlan;

/** The models of an inner chain, frozen. */
export interface ProposalModels {
  /** The model whose weight the inner chain samples. */
  readonly effective: EffectiveModel;
  /** The model that proposes to it, in screened chains. */
  readonly cheap?: EffectiveModel | undefined;
}

type Linear = EffectiveModel & LocalFieldModel & LinearCouplings;

export const isLinear = (model: EffectiveModel): model is Linear => 'field' in model;

/** The inner chain of a plan; throws Error for one that the models do not allow. */
export const innerChain = (models: ProposalModels, temperature: number, plan: InnerPlan): ReversibleKernel =>
  innerChains(models, plan)(temperature);

/** The inner chains of a plan at all temperatures. */
export function innerChains(
  { effective, cheap }: ProposalModels,
  plan: InnerPlan,
): (temperature: number) => ReversibleKernel {
  if (plan.kind === 'hmc') return (temperature) => effectiveHmc(effective, temperature, plan);
  if (plan.kind === 'screened') {
    if (!cheap) throw new Error('screening needs a cheaper model');
    const proposing = innerChains({ effective: cheap }, plan.cheap);
    return (temperature) => screenedKernel(effective, temperature, proposing(temperature), plan.proposals);
  }
  if (!isLinear(effective)) throw new Error(`heat bath needs a linear model, not ${effective.kind}`);
  const { sweeps, overrelaxation, block } = plan;
  const region = block === undefined ? {} : { drawSites: randomBlock(effective.lattice, block) };
  return heatBathKernels(effective, { sweeps, overrelaxation, ...region });
}

const STEP_SIZE = 0.2;

/** The plan of decorrelated proposals, for which acceptances are compared. */
export function decorrelatedPlan({ effective, cheap }: ProposalModels): InnerPlan {
  if (cheap) return { kind: 'screened', proposals: 20, cheap: directPlans(cheap)[0] };
  return isLinear(effective)
    ? { kind: 'heat-bath', sweeps: 20, overrelaxation: 1 }
    : { kind: 'hmc', trajectories: 10, steps: 5, stepSize: STEP_SIZE };
}

/** The plan that is usually best, for runs too short to try. */
export const defaultPlan = (models: ProposalModels): InnerPlan => candidatePlans(models)[0];

/** The plans that may be worth trying, the one that is usually best first. */
export function candidatePlans({ effective, cheap }: ProposalModels): InnerPlan[] {
  if (!cheap) return [...directPlans(effective), ...blockPlans(effective)];
  const screened = (counts: readonly number[], plans: readonly (HeatBathPlan | HmcPlan)[]): ScreenedPlan[] =>
    counts.flatMap((proposals) => plans.map((plan) => ({ kind: 'screened', proposals, cheap: plan })));
  return [...screened(SCREENED, directPlans(cheap).slice(0, FEW)), ...screened(SCREENED_BLOCKS, blockPlans(cheap))];
}

/** Sites from which on proposals for the whole lattice are accepted so rarely that blocks of it may give more. */
const LARGE = 400;

/** Sweeps in blocks of a half and of a third of the longest side, on large lattices. */
function blockPlans(model: EffectiveModel): HeatBathPlan[] {
  const { siteCount, spec } = model.lattice;
  if (!isLinear(model) || siteCount < LARGE) return [];
  const [sweeps, overrelaxation] = HEAT_BATHS[0];
  return [2, 3].map((part) => {
    const block = Math.round(Math.max(...spec.size) / part);
    return { kind: 'heat-bath', sweeps, overrelaxation, block };
  });
}

function directPlans(model: EffectiveModel): (HeatBathPlan | HmcPlan)[] {
  return isLinear(model)
    ? HEAT_BATHS.map(([sweeps, overrelaxation]) => ({ kind: 'heat-bath', sweeps, overrelaxation }))
    : TRAJECTORIES.map(([trajectories, steps]) => ({ kind: 'hmc', trajectories, steps, stepSize: STEP_SIZE }));
}

const HEAT_BATHS = [
  [2, 1],
  [1, 0],
  [3, 1],
  [2, 2],
  [3, 3],
  [5, 1],
  [8, 1],
] as const;
const TRAJECTORIES = [
  [3, 5],
  [1, 5],
  [2, 5],
  [1, 3],
  [1, 8],
  [2, 3],
  [3, 3],
  [5, 5],
] as const;
const SCREENED = [1, 2, 4] as const;
/** Proposals of blocks, of which more are needed. */
const SCREENED_BLOCKS = [4, 8] as const;
/** Plans of the cheap model that are tried in screened chains. */
const FEW = 3;

/** Nanoseconds of a draw from the heat bath and of turning a spin, by site, besides its field. */
const MOVE_COST = { heatBath: 120, overrelaxation: 15 };
/** Nanoseconds of the field, per neighbour of every site. */
const FIELD_COST = 0.8;
/** Nanoseconds of drift and kicks, by site and step. */
const LEAPFROG_COST = 120;
/** The cost of an energy over that of an energy with its forces. */
const ENERGY_SHARE = 0.4;

/** The cost of one advance, counted as `cost` of the models is. */
export function innerCost({ effective, cheap }: ProposalModels, plan: InnerPlan): number {
  const { siteCount } = effective.lattice;
  if (plan.kind === 'hmc') return (plan.trajectories * plan.steps + 1) * (effective.cost + LEAPFROG_COST * siteCount);
  const energy = effective.energyCost ?? ENERGY_SHARE * effective.cost;
  if (plan.kind === 'screened') {
    return energy + plan.proposals * (energy + innerCost({ effective: cheap as EffectiveModel }, plan.cheap));
  }
  const sites = plan.block === undefined ? siteCount : blockSize(effective.lattice, plan.block);
  const field = FIELD_COST * (effective as Linear).others.entry.length * (sites / siteCount);
  const turned = (plan.sweeps - 1) * plan.overrelaxation;
  const moves = plan.sweeps * MOVE_COST.heatBath + turned * MOVE_COST.overrelaxation;
  return (plan.sweeps + turned) * field + moves * sites + 2 * energy;
}
