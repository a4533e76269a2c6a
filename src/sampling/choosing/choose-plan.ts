/** The plan of proposals that gives the most effective samples for what it costs, found by trying. */
import type { RandomStream } from '../../numeric/philox.ts';
import type { Sampler, SamplerSettings } from '../interfaces/sampler.ts';
import type { ProposalPlan } from '../samplers/learned-sampler.ts';
import { pooled, type Shown } from './pooled.ts';
import { type Performance, type Purpose, type RunTrial, runTrial } from './trial.ts';
import { affordableLength, type FullLength, type TrialLength } from './trial-length.ts';

/** A plan with its performance; the cost is that of exact weight, proposal and measurement. */
export interface Trial<Plan extends ProposalPlan = ProposalPlan> extends Performance {
  readonly plan: Plan;
}

/** How learned models shall propose, and the trials that say so. */
export interface PlanChoice<Plan extends ProposalPlan = ProposalPlan> {
  readonly plan: Plan;
  /** How the plan was chosen. rule: the budget pays for no trials, and the plan is the one that is usually best. */
  readonly chosenBy: 'trials' | 'rule';
  /** The best one first. */
  readonly trials: readonly Trial<Plan>[];
  readonly exactEvaluations: number;
  /** Where the chain of the plan stands after its trials, for who wants to go on with it; undefined where none was made. */
  readonly reached?: Reached;
}

/** The end of the trials of one sampler, and what they have shown together. */
export interface Reached {
  readonly spins: Float64Array;
  readonly settings: SamplerSettings;
  readonly shown: Shown;
}

/** What a plan is chosen for, and how much the choice may cost. */
export interface ChoicePurpose {
  /** The orders that must decorrelate, for example `leadingOrders` of a few configurations, and the counted cost of a measurement. */
  readonly purpose: Purpose;
  /** The spins that the first trial of every plan begins with, 3N numbers: those of a chain that has thermalised, such as the last ones that a model was trained with. */
  readonly start: Float64Array;
  /** The random numbers of all trials, from its position on; it moves on. A stream that no chain uses keeps the chains independent of the choice. */
  readonly random: RandomStream;
  /** Nanoseconds, counted as `exact.cost` is, that all trials together may take; a tenth of what the chains will cost is enough as a rule. */
  readonly budget: number;
  /** Makes a trial, in place of the built-in way: to follow trials, to remember them, or to stop by throwing. */
  readonly run?: RunTrial;
}

interface PlanChoiceOptions<Plan extends ProposalPlan> extends ChoicePurpose {
  /** The plans, the one that is usually best first. */
  readonly plans: readonly Plan[];
  readonly samplerOf: (plan: Plan) => Sampler;
  /** Cost of a step of a trial, which measures nothing but the orders. */
  readonly costOf: (plan: Plan) => number;
}

interface Round extends FullLength {
  /** How many go on at most, of those with at least the part `least` of what the best has shown. */
  readonly kept: number;
  readonly least: number;
  /** The share of what is left of the budget that a round may take. */
  readonly share: number;
}

/** Further steps of every candidate that is left, where the budget allows: a few tell who loses, and many are made only by those that are close. */
const ROUNDS: readonly Round[] = [
  { warmUp: 30, samples: 100, halvings: 1, kept: 4, least: 0.5, share: 1 },
  { warmUp: 0, samples: 300, halvings: 1, kept: 2, least: 0.8, share: 0.7 },
  { warmUp: 0, samples: 600, halvings: 1, kept: 1, least: 1, share: 1 },
];

interface PlanCandidate<Plan> {
  readonly plan: Plan;
  readonly spins: Float64Array;
  /** What it has shown before. */
  readonly known?: Shown;
}

/** What a candidate has shown in all its rounds, and where its chain ended. */
interface Result<Plan> extends Required<PlanCandidate<Plan>> {
  readonly settings: SamplerSettings;
  readonly exactEvaluations: number;
}

/**
 * Tries the plans from `start` on, and keeps the one with the most effective samples per counted cost: of log W or of an order parameter,
 * whichever is slowest. A trial ends when it is decided: clear losers make a short one. Trials are shorter where the budget is small; where not even short
 * ones fit in, the plan is the one that is usually best.
 *
 * Costs are counted and not timed, so that the choice, and with it every bit of a run, is the same on every machine. To be done before measuring: what is
 * sampled here is discarded.
 */
export function choosePlan<Plan extends ProposalPlan>(options: PlanChoiceOptions<Plan>): PlanChoice<Plan> {
  const { plans, start, costOf } = options;
  let left = options.budget;
  let exactEvaluations = 0;
  let candidates: PlanCandidate<Plan>[] = plans.map((plan) => ({ plan, spins: start }));
  let results: Result<Plan>[] = [];
  for (const round of ROUNDS) {
    const cost = candidates.reduce((sum, { plan }) => sum + costOf(plan), 0);
    const length = affordableLength(({ warmUp, samples }) => cost * (warmUp + samples), round, round.share * left);
    if (!length) break;
    results = tryAll(options, candidates, length);
    exactEvaluations += results.reduce((sum, result) => sum + result.exactEvaluations, 0);
    left -= cost * (length.warmUp + length.samples);
    candidates = leadersOf(results, round);
    if (candidates.length === 1) break;
  }
  if (results.length === 0) return { plan: plans[0], chosenBy: 'rule', trials: [], exactEvaluations };
  const trials = results.map(({ plan, known: { steps: _, ...performance } }) => ({ plan, ...performance }));
  const [{ plan, spins, settings, known: shown }] = results;
  return { plan, chosenBy: 'trials', trials, exactEvaluations, reached: { spins, settings, shown } };
}

/** The best one first. New candidates begin where the one before has ended, with its step size: what that has tuned and thermalised is not repeated. */
function tryAll<Plan extends ProposalPlan>(
  options: PlanChoiceOptions<Plan>,
  candidates: readonly PlanCandidate<Plan>[],
  length: TrialLength,
): Result<Plan>[] {
  const results: Result<Plan>[] = [];
  for (const candidate of candidates) {
    const before = candidate.known ? undefined : results.at(-1);
    results.push(tryPlan(options, before ? following(candidate, before) : candidate, length));
  }
  return results.sort((a, b) => b.known.efficiency - a.known.efficiency);
}

function following<Plan extends ProposalPlan>(
  { plan }: PlanCandidate<Plan>,
  before: Result<Plan>,
): PlanCandidate<Plan> {
  return { plan: withStepSize(plan, stepSizeOf(before.plan)), spins: before.spins };
}

function leadersOf<Plan>(results: readonly Result<Plan>[], { kept, least }: Round): Result<Plan>[] {
  const enough = least * results[0].known.efficiency;
  return results.filter(({ known }) => known.efficiency >= enough).slice(0, kept);
}

function tryPlan<Plan extends ProposalPlan>(
  options: PlanChoiceOptions<Plan>,
  { plan, spins, known }: PlanCandidate<Plan>,
  length: TrialLength,
): Result<Plan> {
  const { samplerOf, costOf, purpose, random, run = runTrial } = options;
  const [sampler, cost] = [samplerOf(plan), costOf(plan)];
  const result = run({ candidate: { plan }, sampler, spins, random, ...length, purpose, cost });
  const shown = { ...result.performance, steps: length.samples };
  return {
    plan: withStepSize(plan, result.settings.stepSize),
    spins: result.spins,
    settings: result.settings,
    known: known ? pooled(known, shown) : shown,
    exactEvaluations: result.exactEvaluations,
  };
}

function stepSizeOf(plan: ProposalPlan): number | undefined {
  const moves = plan.kind === 'annealing' ? plan.moves : plan;
  return moves.kind === 'hmc' ? moves.stepSize : undefined;
}

/** The plan with another step size, where it has one. */
function withStepSize<Plan extends ProposalPlan>(plan: Plan, stepSize: number | undefined): Plan {
  if (stepSize === undefined) return plan;
  if (plan.kind === 'hmc') return { ...plan, stepSize };
  if (plan.kind !== 'annealing' || plan.moves.kind !== 'hmc') return plan;
  return { ...plan, moves: { ...plan.moves, stepSize } };
}
