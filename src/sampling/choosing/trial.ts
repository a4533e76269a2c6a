/** A trial: how well a sampler does for what it costs, from a short chain. */
import { exp } from '../../numeric/elementary.ts';
import type { RandomStream } from '../../numeric/philox.ts';
import { gammaAnalysis } from '../../statistics/gamma.ts';
import { sampleVariance } from '../../statistics/variance.ts';
import { weightedMean } from '../../statistics/weighted.ts';
import { normaliseWeights } from '../../statistics/weights.ts';
import type { ChainState, Sampler, SamplerSettings } from '../interfaces/sampler.ts';
import type { ProposalPlan } from '../samplers/learned-sampler.ts';
import { type ChainRecord, runChain } from '../samplers/run-chain.ts';
import type { TrialLength } from './trial-length.ts';

/** A quantity that must decorrelate before a step gives a new sample, such as m² and m_s². */
export type Order = (spins: Float64Array) => number;

/** The performance of a sampler. */
export interface Performance {
  /** Acceptance of the proposals; null where nothing is decided. */
  readonly acceptance: number | null;
  /** Steps for an independent sample, over two: integrated autocorrelation time of log W or an order parameter, whichever is slowest, weights counted. */
  readonly tau: number;
  /** Nanoseconds of a step with its measurement, counted, not timed. */
  readonly cost: number;
  /** Effective samples per second at that cost. */
  readonly efficiency: number;
}

/** What will be measured, and what it costs. */
export interface Purpose {
  readonly orders: readonly Order[];
  /** Nanoseconds of measuring a configuration, counted; where a chain stays it measures nothing. */
  readonly measurement: number;
}

/** What is tried: an inner chain by its plan, a model with a sampler by its name; an inner chain of such a one by both. */
export interface Candidate {
  readonly name?: string;
  readonly plan?: ProposalPlan;
}

/** A trial to make: a sampler with its start, length and random numbers. */
export interface TrialTask extends TrialLength {
  readonly candidate: Candidate;
  /** The sampler, for this trial alone, which tunes it. */
  readonly sampler: Sampler;
  /** Settings that it goes on with, those of an earlier trial; its own where left out. */
  readonly settings?: SamplerSettings | undefined;
  /** The spins at which the chain begins. */
  readonly spins: Float64Array;
  /** The random numbers, from its position on; it moves on. */
  readonly random: RandomStream;
  readonly purpose: Purpose;
  /** Nanoseconds of a step alone, counted. */
  readonly cost: number;
}

/** What comes of a trial: a function of its task. */
export interface TrialResult {
  readonly performance: Performance;
  /** The spins at which the chain ends. */
  readonly spins: Float64Array;
  /** Position of the random numbers afterwards. */
  readonly position: number;
  /** The settings of the sampler afterwards. */
  readonly settings: SamplerSettings;
  /** Evaluations of the exact weight, start and warm-up included. */
  readonly exactEvaluations: number;
}

/** A way of making trials: `runTrial`, or one that also follows, remembers or stops them. */
export type RunTrial = (task: TrialTask) => TrialResult;

export function runTrial(task: TrialTask): TrialResult {
  let exactEvaluations = 1; // of the start
  const sampler = watched(task.sampler, (evaluations) => {
    exactEvaluations += evaluations;
  });
  if (task.settings) sampler.restore(task.settings);
  const state = sampler.start(task.spins);
  const performance = perform(sampler, state, task);
  const settings = sampler.settings();
  return { performance, spins: state.spins, position: task.random.position, settings, exactEvaluations };
}

/** The same sampler; `onStep` is called after every step with its exact evaluations. What it throws ends the chain. */
export function watched(sampler: Sampler, onStep: (exactEvaluations: number) => void): Sampler {
  return {
    ...sampler,
    step(state, random) {
      const outcome = sampler.step(state, random);
      onStep(outcome.exactEvaluations);
      return outcome;
    },
  };
}

/** Goes on from `state`. */
function perform(
  sampler: Sampler,
  state: ChainState,
  { warmUp, samples, purpose, cost: stepCost, random }: TrialTask,
): Performance {
  const measure = ({ spins, logWeight }: ChainState) => ({
    logWeight,
    ...Object.fromEntries(purpose.orders.map((order, index) => [`order ${index}`, order(spins)])),
  });
  const record = runChain(sampler, state, random, { warmUp, samples, measure });
  const { proposed, accepted } = record.totals;
  const movedShare = moves(Object.values(record.series)) / Math.max(1, samples - 1);
  const tau = sampler.isIndependent ? ofWeights(record.logImportance) : slowest(record, samples, movedShare);
  const cost = stepCost + purpose.measurement * movedShare;
  return { acceptance: proposed > 0 ? accepted / proposed : null, tau, cost, efficiency: 1e9 / (2 * tau * cost) };
}

function slowest(record: ChainRecord, samples: number, movedShare: number): number {
  const { logImportance } = record;
  const series = Object.values(record.series);
  const isWeighted = logImportance.some((weight) => weight !== 0);
  const effective = series.map((values) => {
    if (!isWeighted) return gammaAnalysis([values]).effectiveSamples;
    const { dominated, effectiveSamples } = weightedMean([values], [logImportance]);
    return dominated ? 1 : effectiveSamples;
  });
  return Math.max(0.5, samples / (2 * Math.min(mostEffective(samples, movedShare), ...effective)));
}

/**
 * τ of independent samples with weights: the samples over those of Kish, or over what log weights of this variance leave where they are normal, whichever is larger. A short trial that has missed the heavy weights by
 * luck has too many of Kish, and one in which a few weights dominate still says which of two annealings is better.
 */
function ofWeights(logWeights: Float64Array): number {
  if (logWeights.length < 2) return 0.5;
  const { kishSamples } = normaliseWeights([logWeights]);
  return 0.5 * Math.max(logWeights.length / kishSamples, exp(sampleVariance(logWeights)));
}

/**
 * The most effective samples of a chain that stays with probability 1 − a: even where every move gives an independent configuration, τ is 1/a − 1/2, and more
 * if a is not the same everywhere. What a few moves look like says less: in a short chain they seem independent, and the variance of one sample is 0.
 */
const mostEffective = (samples: number, movedShare: number): number =>
  Math.max(1, (samples * movedShare) / (2 - movedShare));

/** Number of steps that ended elsewhere, by the series. */
function moves(series: readonly Float64Array[]): number {
  let count = 0;
  for (let k = 1; k < series[0].length; k++) if (series.some((values) => values[k] !== values[k - 1])) count++;
  return count;
}
