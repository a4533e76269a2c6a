/** The inner chain that gives the most effective samples for what it costs, found by trying. */
import type { SpinFermionModel } from '../../exact/model.ts';
import { candidatePlans, type InnerPlan, innerChain, innerCost, type ProposalModels } from '../inner/inner-chain.ts';
import type { ReversibleKernel } from '../interfaces/reversible-kernel.ts';
import type { Sampler } from '../interfaces/sampler.ts';
import { selfLearningSampler } from '../samplers/self-learning.ts';
import { type ChoicePurpose, choosePlan, type PlanChoice } from './choose-plan.ts';

/** How learned models shall propose by an inner chain, and the trials that say so. */
export type InnerChoice = PlanChoice<InnerPlan>;

/** What an inner chain is chosen for, and how much the choice may cost. */
export interface InnerChoiceOptions extends ChoicePurpose {
  /** The exact weight, which decides about what inner chains propose. */
  readonly exact: SpinFermionModel;
  /** The learned model that proposes, and a cheaper one for screened chains. */
  readonly models: ProposalModels;
  /** The sampler that an inner chain is part of; `selfLearningSampler` where left out. */
  readonly samplerOf?: (exact: SpinFermionModel, inner: ReversibleKernel) => Sampler;
}

/** Tries the plans that suit the model, as `choosePlan` does. */
export function chooseInnerChain(options: InnerChoiceOptions): InnerChoice {
  const { exact, models, samplerOf = selfLearningSampler } = options;
  return choosePlan({
    ...options,
    plans: candidatePlans(models),
    samplerOf: (plan) => samplerOf(exact, innerChain(models, exact.parameters.temperature, plan)),
    costOf: (plan) => exact.cost + innerCost(models, plan),
  });
}
