/** How learned models propose in a run: the trials that find it out, before the chains. */
import type { SpinFermionModel } from '../../exact/model.ts';
import type { Flow } from '../../flow/flow.ts';
import { philoxStream } from '../../numeric/philox.ts';
import { leadingOrders } from '../../observables/leading-order.ts';
import { chooseAnnealing } from '../../sampling/choosing/choose-annealing.ts';
import { chooseInnerChain } from '../../sampling/choosing/choose-inner-chain.ts';
import type { ChoicePurpose, PlanChoice, Reached } from '../../sampling/choosing/choose-plan.ts';
import type { Order, Purpose } from '../../sampling/choosing/trial.ts';
import type { ProposalModels } from '../../sampling/inner/inner-chain.ts';
import { forgetfulPlan, transported, transportedFrom } from '../../sampling/samplers/learned-sampler.ts';
import { learningMethodOf } from '../../spec/learns.ts';
import type { Spec } from '../../spec/spec.ts';
import { flowCost } from '../flow/flow-cost.ts';
import { measurementCost } from './measurement-cost.ts';
import { type RunTimedTrial, tallied } from './timed-trial.ts';

/** Far from the streams of chains, which are numbered from 1, and from that of the training, 0. */
const STREAM = 4294967296;

/** An inner chain or an annealing, and what it took to find it. */
export interface ProposalChoice extends Omit<PlanChoice, 'chosenBy' | 'reached'> {
  /** spec: it asks for decorrelated proposals. */
  readonly chosenBy: PlanChoice['chosenBy'] | 'spec';
  /** Processor time of the trials. */
  readonly seconds: number;
}

export interface Trials {
  readonly run: RunTimedTrial;
  /** Nanoseconds, counted, that they may take together. */
  readonly budget: number;
  /** The orders that must decorrelate; those that the training has seen where left out. */
  readonly orders?: readonly Order[];
  /** What proposals go through. */
  readonly flow?: Flow | undefined;
}

interface Chosen {
  readonly proposals: ProposalChoice;
  /** Where the trials of the chosen chain have led to. */
  readonly reached?: Reached | undefined;
}

/** Chooses the plan by trials from the last of `visited` on, or takes the decorrelated one where the spec wants that. `visited`: configurations of the training. */
export function chooseProposals(
  spec: Spec,
  exact: SpinFermionModel,
  models: ProposalModels,
  visited: readonly Float64Array[],
  { run, budget, orders, flow }: Trials,
): Chosen {
  const { sampling } = spec;
  if (sampling.proposal === 'decorrelated') {
    const plan = forgetfulPlan(learningMethodOf(spec), models);
    return { proposals: { plan, chosenBy: 'spec', trials: [], exactEvaluations: 0, seconds: 0 } };
  }
  const trials = tallied(run);
  const purpose = purposeOf(exact, visited, measurementCost(spec, exact, models));
  const { reached, ...choice } = choose(spec, exact, models, flow, {
    purpose: orders ? { ...purpose, orders } : purpose,
    start: visited[visited.length - 1],
    budget,
    run: trials.run,
    random: philoxStream(sampling.seed, STREAM),
  });
  return { proposals: { ...choice, seconds: trials.tally().seconds }, reached };
}

function choose(
  spec: Spec,
  exact: SpinFermionModel,
  models: ProposalModels,
  flow: Flow | undefined,
  purpose: ChoicePurpose,
): PlanChoice {
  const method = learningMethodOf(spec);
  // However a proposal is made, its passes through the flow cost the same.
  const counted = flow ? { ...exact, cost: exact.cost + flowCost(spec, flow.lattice) } : exact;
  const setting = { ...purpose, exact: counted, models };
  if (method.anneals)
    return chooseAnnealing({
      ...setting,
      samplerOf: (_, annealed) => method.create(exact, transportedFrom(annealed, flow)),
      levels: spec.sampling.annealingLevels,
    });
  return chooseInnerChain({ ...setting, samplerOf: (_, inner) => method.create(exact, transported(inner, flow)) });
}

/** Configurations that show which order there is. */
const SHOWN = 12;

/** The purpose of a run: to decorrelate the orders that the last of `visited` show. `measurement`: the cost of measuring a sample. */
export function purposeOf(exact: SpinFermionModel, visited: readonly Float64Array[], measurement: number): Purpose {
  const orders = leadingOrders(exact.parameters.lattice, visited.slice(-SHOWN));
  return { orders, measurement };
}
