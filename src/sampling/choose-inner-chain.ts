/** The inner chain that gives the most effective samples for what it costs, found by trying. */
import type { SpinFermionModel } from '../exact/model.ts';
import type { RandomStream } from '../numeric/philox.ts';
import { candidatePlans, type InnerPlan, innerChain, innerCost, type ProposalModels } from './inner-chain.ts';
import type { ReversibleKernel } from './reversible-kernel.ts';
import type { Sampler } from './sampler.ts';
import { selfLearningSampler } from './self-learning.ts';
import { type Performance, type Purpose, trial } from './trial.ts';

/** What a plan has shown; the cost is that of exact weight, inner chain and measurement. */
export interface Trial extends Performance {
  readonly plan: InnerPlan;
}

export interface InnerChoice {
  readonly plan: InnerPlan;
  /** The best one first. */
  readonly trials: readonly Trial[];
  readonly exactEvaluations: number;
}

/** Steps of a trial: every candidate makes the first, the best few the second. */
const ROUNDS = [
  { warmUp: 60, samples: 200, kept: 3 },
  { warmUp: 0, samples: 1000, kept: 1 },
] as const;

/** What is made of an inner chain. */
type SamplerOf = (exact: SpinFermionModel, inner: ReversibleKernel) => Sampler;

interface Contender {
  readonly trial: Trial;
  readonly spins: Float64Array;
}

/**
 * Tries the plans that suit the model, from `start` on, and keeps the one with the most effective samples per counted cost: of log W or of an order parameter,
 * whichever is slowest.
 *
 * Costs are counted and not timed, so that the choice, and with it every bit of a run, is the same on every machine. To be done before measuring: what is
 * sampled here is thrown away.
 */
export function chooseInnerChain(
  exact: SpinFermionModel,
  models: ProposalModels,
  purpose: Purpose,
  start: Float64Array,
  random: RandomStream,
  samplerOf: SamplerOf = selfLearningSampler,
): InnerChoice {
  let exactEvaluations = 0;
  let contenders = candidatePlans(models).map((plan) => ({ plan, spins: start }));
  let results: Contender[] = [];
  for (const { warmUp, samples, kept } of ROUNDS) {
    results = contenders.map(({ plan, spins }) => {
      exactEvaluations += warmUp + samples + 1;
      return tryPlan(exact, models, plan, spins, { warmUp, samples }, purpose, random, samplerOf);
    });
    results.sort((a, b) => b.trial.efficiency - a.trial.efficiency);
    contenders = results.slice(0, kept).map(({ trial, spins }) => ({ plan: trial.plan, spins }));
  }
  return { plan: results[0].trial.plan, trials: results.map(({ trial }) => trial), exactEvaluations };
}

function tryPlan(
  exact: SpinFermionModel,
  models: ProposalModels,
  plan: InnerPlan,
  start: Float64Array,
  { warmUp, samples }: { readonly warmUp: number; readonly samples: number },
  purpose: Purpose,
  random: RandomStream,
  samplerOf: SamplerOf,
): Contender {
  const sampler = samplerOf(exact, innerChain(models, exact.parameters.temperature, plan));
  const state = sampler.start(start);
  const cost = exact.cost + innerCost(models, plan);
  const performance = trial(sampler, state, { warmUp, samples, purpose, cost }, random);
  const tuned = { ...plan, ...(plan.kind === 'hmc' ? { stepSize: sampler.settings().stepSize } : {}) };
  return { trial: { plan: tuned, ...performance }, spins: state.spins };
}
