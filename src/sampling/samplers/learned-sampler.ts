/** The sampler of a method that learns: its models, and the plan by which they propose. */
import type { SpinFermionModel } from '../../exact/model.ts';
import type { Flow } from '../../flow/flow.ts';
import { annealing } from '../annealing/annealing.ts';
import { annealingCost, usualAnnealing } from '../annealing/annealing-plans.ts';
import type { AnnealedPlan } from '../annealing/schedule.ts';
import { transportedAnnealing } from '../annealing/transported-annealing.ts';
import {
  decorrelatedPlan,
  defaultPlan,
  type InnerPlan,
  innerChain,
  innerCost,
  type ProposalModels,
} from '../inner/inner-chain.ts';
import { transportedKernel } from '../inner/transported-kernel.ts';
import type { Proposer, ReversibleKernel } from '../interfaces/reversible-kernel.ts';
import type { Sampler } from '../interfaces/sampler.ts';
import type { MethodThatLearns } from './methods.ts';

/** How learned models propose: by an inner chain, or by an annealing. */
export type ProposalPlan = InnerPlan | AnnealedPlan;

/** What learned models propose with. */
export interface Proposals {
  readonly models: ProposalModels;
  readonly plan: ProposalPlan;
  /** What configurations of the inner chain or the annealing go through. */
  readonly flow?: Flow | undefined;
  /** Put around the inner chain or the annealing, to watch it. */
  readonly around?: <Kernel extends Proposer>(kernel: Kernel) => Kernel;
}

export const asItIs = <Kernel extends Proposer>(kernel: Kernel): Kernel => kernel;

/** Throws Error for a plan of another kind of method. */
export function learnedSampler(
  method: MethodThatLearns,
  exact: SpinFermionModel,
  { models, plan, flow, around = asItIs }: Proposals,
): Sampler {
  const { temperature } = exact.parameters;
  if (method.anneals && plan.kind === 'annealing')
    return method.create(exact, around(transportedFrom(annealing(models, temperature, plan), flow)));
  if (!method.anneals && plan.kind !== 'annealing')
    return method.create(exact, around(transported(innerChain(models, temperature, plan), flow)));
  throw new Error(`${method.name} does not propose by a plan of kind ${plan.kind}`);
}

/** An inner chain whose configurations go through a flow, where there is one. */
export const transported = (inner: ReversibleKernel, flow: Flow | undefined): ReversibleKernel =>
  flow ? transportedKernel(inner, flow) : inner;

/** The same of an annealing. */
export const transportedFrom = (from: Proposer, flow: Flow | undefined): Proposer =>
  flow ? transportedAnnealing(from, flow) : from;

/** Whether a method anneals. */
type Anneals = Pick<MethodThatLearns, 'anneals'>;

/** The plan that is usually best, for runs too short to try. */
export const usualPlan = ({ anneals }: Anneals, models: ProposalModels): ProposalPlan =>
  anneals ? usualAnnealing(models) : defaultPlan(models);

/** The plan of proposals that forget where they began, which every annealing does. */
export const forgetfulPlan = ({ anneals }: Anneals, models: ProposalModels): ProposalPlan =>
  anneals ? usualAnnealing(models) : decorrelatedPlan(models);

/** The cost of one proposal, counted as `cost` of the models is. */
export const proposalCost = (models: ProposalModels, plan: ProposalPlan): number =>
  plan.kind === 'annealing' ? annealingCost(models, plan) : innerCost(models, plan);

/** The same of the usual plan. */
export const usualCost = (method: Anneals, models: ProposalModels): number =>
  proposalCost(models, usualPlan(method, models));
