/** The inner chain that gives the most effective samples for what it costs, found by trying. */
import type { SpinFermionModel } from '../exact/model.ts';
import type { RandomStream } from '../numeric/philox.ts';
import { gammaAnalysis } from '../statistics/gamma.ts';
import { candidatePlans, type InnerPlan, innerChain, innerCost, type ProposalModels } from './inner-chain.ts';
import { runChain } from './run-chain.ts';
import { selfLearningSampler } from './self-learning.ts';

/** What a plan has shown. */
export interface Trial {
  readonly plan: InnerPlan;
  readonly acceptance: number;
  /** Integrated autocorrelation time of log W or an order parameter, the slowest, in steps. */
  readonly tau: number;
  /** Nanoseconds of a step, counted, not timed: exact weight and inner chain. */
  readonly cost: number;
  /** Effective samples per second at that cost. */
  readonly efficiency: number;
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

/** What must be forgotten before a step gives a new sample, as m² and m_s². */
export type Order = (spins: Float64Array) => number;

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
  orders: readonly Order[],
  start: Float64Array,
  random: RandomStream,
): InnerChoice {
  let exactEvaluations = 0;
  let contenders = candidatePlans(models).map((plan) => ({ plan, spins: start }));
  let results: Contender[] = [];
  for (const { warmUp, samples, kept } of ROUNDS) {
    results = contenders.map(({ plan, spins }) => {
      exactEvaluations += warmUp + samples + 1;
      return tryPlan(exact, models, plan, spins, { warmUp, samples }, orders, random);
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
  orders: readonly Order[],
  random: RandomStream,
): Contender {
  const sampler = selfLearningSampler(exact, innerChain(models, exact.parameters.temperature, plan));
  const state = sampler.start(start);
  const measure = ({ spins, logWeight }: { spins: Float64Array; logWeight: number }) => [
    logWeight,
    ...orders.map((order) => order(spins)),
  ];
  const { series, totals } = runChain(sampler, state, random, { warmUp, samples, measure });
  const tau = Math.max(0.5, ...series.map((values) => gammaAnalysis([values]).tau));
  const cost = exact.cost + innerCost(models, plan);
  const tuned = { ...plan, ...(plan.kind === 'hmc' ? { stepSize: sampler.settings().stepSize } : {}) };
  const acceptance = totals.proposed > 0 ? totals.accepted / totals.proposed : 0;
  return { trial: { plan: tuned, acceptance, tau, cost, efficiency: 1e9 / (2 * tau * cost) }, spins: state.spins };
}
