/** The stages of a search for a chemical potential, one after the other. */
import type { SampledWeight } from './budget.ts';
import { analysisAt, varianceAt } from './density.ts';
import type { FillingStage } from './filling.ts';
import type { LearnedLinear, SpinSamples } from './learn-linear.ts';
import { type Solution, solve } from './solve.ts';
import type { PilotChains } from './stage.ts';
import type { Bounds, StagePlan } from './stage-length.ts';

export interface SearchPlan {
  readonly wanted: number;
  /** The chemical potential of the first stage. */
  readonly guess: number;
  /** Samples of the run. */
  readonly runSamples: number;
  readonly first: StagePlan;
  /** The next stage with this weight; undefined where it cannot be paid for. */
  readonly next: (
    weight: SampledWeight,
    bounds: Pick<Bounds, 'before' | 'needed'>,
    stages: readonly FillingStage[],
  ) => StagePlan | undefined;
  /** Nanoseconds of a stage. */
  readonly costOf: (stage: StagePlan) => number;
  /** Learns a linear model for a chemical potential; undefined where samples are too few. */
  readonly learn: (stages: readonly SpinSamples[], chemicalPotential: number) => LearnedLinear | undefined;
  readonly onStage: (stage: FillingStage) => void;
}

export interface SearchResult extends Solution {
  readonly endedBy: 'accuracy' | 'budget';
  /** Whether the last change of μ was within its error. */
  readonly isSettled: boolean;
  readonly stages: readonly FillingStage[];
  /** The samples that have decided. */
  readonly deciding: readonly SpinSamples[];
}

interface MadeStage {
  readonly stage: FillingStage;
  readonly samples: SpinSamples;
  /** Whether few samples have all the weight. */
  readonly dominated: boolean;
  /** The square of its error of ⟨n⟩ times its cost: stages of any length compare by it. */
  readonly expense: number;
}

export function search(chains: PilotChains, plan: SearchPlan): SearchResult {
  const made: MadeStage[] = [];
  let [mu, error] = [plan.guess, 0];
  let next: NextStage = { plan: plan.first };
  for (;;) {
    const samples = chains.stage(mu, next.plan, next.couplings);
    made.push(describe(samples, next.plan, plan));
    plan.onStage(made[made.length - 1].stage);
    const deciding = decidingOf(made).map((one) => one.samples);
    const solution = solve(deciding, plan.wanted, mu);
    const isSettled = isWithin(mu, error, solution);
    const excess = excessOf(samples, solution, plan);
    // The first stage begins far from equilibrium, and decides nothing alone.
    const isAccurate = made.length > 1 && isSettled && excess <= 1;
    const following = isAccurate ? undefined : nextOf(made, solution, excess, plan);
    const stages = made.map(({ stage }) => stage);
    if (!following) return { ...solution, endedBy: isAccurate ? 'accuracy' : 'budget', isSettled, stages, deciding };
    [mu, error] = [solution.chemicalPotential, solution.error];
    next = following;
  }
}

/** The latest stages of the exact weight, which are seven eighths of all their samples, decide. */
const DECIDING = 3;

/** The stages that decide: those of linear models, where there are any of use, and otherwise the latest ones of the exact weight. */
function decidingOf(made: readonly MadeStage[]): readonly MadeStage[] {
  return isLinearUsed(made) ? ofWeight(made, 'linear') : ofWeight(made, 'exact').slice(-DECIDING);
}

const ofWeight = (made: readonly MadeStage[], weight: SampledWeight): MadeStage[] =>
  made.filter(({ stage }) => stage.weight === weight);

/**
 * Whether linear models were tried and give the smaller error at the same cost, as their first stage shows. That is so short, and learned from so little, that one sample may have much of the
 * weight; in later stages that must not be.
 */
function isLinearUsed(made: readonly MadeStage[]): boolean {
  const [exact, linear] = [ofWeight(made, 'exact'), ofWeight(made, 'linear')];
  if (linear.length === 0 || linear.slice(1).some(({ dominated }) => dominated)) return false;
  return linear[0].expense <= exact[exact.length - 1].expense;
}

/** A larger change of μ than so many errors is not chance. */
const LARGEST_CHANGE = 4;

/** Whether a chemical potential, known with this error, is the solution, as far as errors tell. */
function isWithin(mu: number, before: number, { chemicalPotential, error, interval }: Solution): boolean {
  if (interval) return mu >= interval[0] && mu <= interval[1];
  return Math.abs(mu - chemicalPotential) <= LARGEST_CHANGE * Math.sqrt(error * error + before * before);
}

/** ⟨n⟩ shall be known this much better than by the run. */
const BETTER = 2;
/** 2τ of the run, about: its error is that of independent samples times the root of it. */
const CORRELATION = 2;

/** The square of the error of ⟨n⟩, over that which is wanted. */
function excessOf(samples: SpinSamples, { chemicalPotential, density }: Solution, { runSamples }: SearchPlan): number {
  const variance = (CORRELATION * varianceAt(samples, chemicalPotential)) / runSamples;
  if (density.error === 0) return 0;
  return variance > 0 ? (BETTER * BETTER * density.error * density.error) / variance : Infinity;
}

interface NextStage {
  readonly plan: StagePlan;
  /** Of the linear model whose weight it samples. */
  readonly couplings?: Float64Array;
}

/** Below this share of Kish a linear model is not tried. */
const LEAST_SHARE = 0.1;

function nextOf(
  made: readonly MadeStage[],
  { chemicalPotential }: Solution,
  excess: number,
  plan: SearchPlan,
): NextStage | undefined {
  const stages = made.map(({ stage }) => stage);
  const following = (weight: SampledWeight): StagePlan | undefined => {
    const same = ofWeight(made, weight);
    return plan.next(weight, { before: same.at(-1)?.stage.samples ?? 0, needed: neededOf(same, excess) }, stages);
  };
  const couplings = couplingsOf(made, chemicalPotential, plan);
  const linear = couplings && following('linear');
  if (linear) return { plan: linear, couplings };
  const exact = isLinearUsed(made) ? undefined : following('exact');
  return exact && { plan: exact };
}

/** Of the linear model to sample next; undefined where none is worth it. */
function couplingsOf(
  made: readonly MadeStage[],
  chemicalPotential: number,
  { learn }: SearchPlan,
): Float64Array | undefined {
  const isUsed = isLinearUsed(made);
  if (!isUsed && ofWeight(made, 'linear').length > 0) return undefined;
  // The first stage is far from equilibrium.
  const learned = learn(
    made.slice(1).map(({ samples }) => samples),
    chemicalPotential,
  );
  return learned && (isUsed || learned.kishShare >= LEAST_SHARE) ? learned.couplings : undefined;
}

/** Some more than the error asks for. */
const MARGIN = 1.1;

/** Samples of a chain that are still needed: the error falls with the square root of all. */
function neededOf(same: readonly MadeStage[], excess: number): number {
  const samples = same.reduce((sum, { stage }) => sum + stage.samples, 0);
  return samples === 0 ? Infinity : samples * (MARGIN * excess - 1);
}

function describe(samples: SpinSamples, stagePlan: StagePlan, { costOf }: SearchPlan): MadeStage {
  const { weight, samples: count, warmUp } = stagePlan;
  const { chemicalPotential } = samples;
  const { mean, error, kishSamples, dominated } = analysisAt(samples, chemicalPotential);
  const kishShare = kishSamples / (samples.logWeights.length * count);
  const stage = { weight, chemicalPotential, warmUp, samples: count, density: mean, error, kishShare };
  return { stage, samples, dominated, expense: error * error * costOf(stagePlan) };
}
