/** A trial: how well a sampler does for what it costs, from a short chain. */
import type { RandomStream } from '../numeric/philox.ts';
import { gammaAnalysis } from '../statistics/gamma.ts';
import { weightedMean } from '../statistics/weighted.ts';
import type { InnerPlan } from './inner-chain.ts';
import { type ChainPlan, type ChainRecord, runChain } from './run-chain.ts';
import type { ChainState, Sampler } from './sampler.ts';

/** What must be forgotten before a step gives a new sample, as m² and m_s². */
export type Order = (spins: Float64Array) => number;

/** What a sampler has shown. */
export interface Performance {
  /** Null where nothing is decided. */
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
  readonly plan?: InnerPlan;
}

export interface TrialTask extends Pick<ChainPlan, 'warmUp' | 'samples'> {
  readonly candidate: Candidate;
  /** A sampler of its own: a trial tunes it. */
  readonly sampler: Sampler;
  /** Where the chain begins. */
  readonly spins: Float64Array;
  /** Its position tells where the random numbers begin; it moves on. */
  readonly random: RandomStream;
  readonly purpose: Purpose;
  /** Nanoseconds of a step alone, counted. */
  readonly cost: number;
}

/** What comes of a trial: a function of its task. */
export interface TrialResult {
  readonly performance: Performance;
  /** Where the chain ends. */
  readonly spins: Float64Array;
  /** Of the random numbers, afterwards. */
  readonly position: number;
  /** Of the sampler, afterwards; undefined for kernels that tune none. */
  readonly stepSize?: number | undefined;
  /** Evaluations of the exact weight, start and warm-up included. */
  readonly exactEvaluations: number;
}

export type RunTrial = (task: TrialTask) => TrialResult;

export function runTrial(task: TrialTask): TrialResult {
  let exactEvaluations = 1; // of the start
  const sampler = watched(task.sampler, (evaluations) => {
    exactEvaluations += evaluations;
  });
  const state = sampler.start(task.spins);
  const performance = perform(sampler, state, task);
  const { stepSize } = sampler.settings();
  return { performance, spins: state.spins, position: task.random.position, stepSize, exactEvaluations };
}

/** The same sampler; `onStep` is told the exact evaluations of every step when it is done. What it throws ends the chain. */
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
  const measure = ({ spins, logWeight }: ChainState) => [logWeight, ...purpose.orders.map((order) => order(spins))];
  const record = runChain(sampler, state, random, { warmUp, samples, measure });
  const { proposed, accepted } = record.totals;
  const tau = slowest(record, samples);
  const cost = stepCost + purpose.measurement * movedShare(record.series[0]);
  return { acceptance: proposed > 0 ? accepted / proposed : null, tau, cost, efficiency: 1e9 / (2 * tau * cost) };
}

function slowest({ series, logImportance }: ChainRecord, samples: number): number {
  // A chain that never moved has shown one sample: its variance, 0, is not that of independent ones.
  if (series.every(isConstant)) return samples / 2;
  const isWeighted = logImportance.some((weight) => weight !== 0);
  const effective = series.map((values) => {
    const analysis = isWeighted ? weightedMean([values], [logImportance]) : gammaAnalysis([values]);
    return analysis.effectiveSamples;
  });
  return Math.max(0.5, samples / (2 * Math.min(...effective)));
}

const isConstant = (values: Float64Array): boolean => values.every((value) => value === values[0]);

/** Of steps that ended elsewhere, as log W tells. */
function movedShare(logWeights: Float64Array): number {
  let moved = 0;
  for (let k = 1; k < logWeights.length; k++) if (logWeights[k] !== logWeights[k - 1]) moved++;
  return moved / Math.max(1, logWeights.length - 1);
}
