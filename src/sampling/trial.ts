/** How well a sampler does for what it costs, from a short chain. */
import type { RandomStream } from '../numeric/philox.ts';
import { gammaAnalysis } from '../statistics/gamma.ts';
import { weightedMean } from '../statistics/weighted.ts';
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

export interface TrialPlan extends Pick<ChainPlan, 'warmUp' | 'samples'> {
  readonly purpose: Purpose;
  /** Of a step alone. */
  readonly cost: number;
}

/** Goes on from `state`. */
export function trial(
  sampler: Sampler,
  state: ChainState,
  { warmUp, samples, purpose, cost: stepCost }: TrialPlan,
  random: RandomStream,
): Performance {
  const measure = ({ spins, logWeight }: ChainState) => [logWeight, ...purpose.orders.map((order) => order(spins))];
  const record = runChain(sampler, state, random, { warmUp, samples, measure });
  const { proposed, accepted } = record.totals;
  const tau = slowest(record, samples);
  const cost = stepCost + purpose.measurement * movedShare(record.series[0]);
  return { acceptance: proposed > 0 ? accepted / proposed : null, tau, cost, efficiency: 1e9 / (2 * tau * cost) };
}

function slowest({ series, logImportance }: ChainRecord, samples: number): number {
  const isWeighted = logImportance.some((weight) => weight !== 0);
  const effective = series.map((values) => {
    const analysis = isWeighted ? weightedMean([values], [logImportance]) : gammaAnalysis([values]);
    return analysis.effectiveSamples;
  });
  return Math.max(0.5, samples / (2 * Math.min(...effective)));
}

/** Of steps that ended elsewhere, as log W tells. */
function movedShare(logWeights: Float64Array): number {
  let moved = 0;
  for (let k = 1; k < logWeights.length; k++) if (logWeights[k] !== logWeights[k - 1]) moved++;
  return moved / Math.max(1, logWeights.length - 1);
}
