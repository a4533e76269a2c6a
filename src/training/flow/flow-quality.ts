/** How good a flow is at proposing, from log(W/q) of configurations that it has not been trained on. */
import { normaliseWeights } from '../../statistics/weights.ts';

/** How good the proposals of a flow are. */
export interface FlowQuality {
  /** Configurations, each of which has cost one exact evaluation. */
  readonly samples: number;
  /** (Σw)²/(n Σw²): the share of independent samples with equal weights that one with its weight is worth. */
  readonly effectiveShare: number;
  /** Share of the heaviest configuration in the sum of all weights. Where it is not small, the other numbers are too good. */
  readonly largestShare: number;
  /** Acceptance of the independence sampler, ⟨min(1, w′/w)⟩ over w from W and w′ from q. */
  readonly acceptance: number;
  /** Standard deviation of log(W/q) over configurations from q. */
  readonly spread: number;
}

/** `logWeights`: log W(S) − log q(S), up to a constant, of independent S from q. */
export function flowQuality(logWeights: Float64Array): FlowQuality {
  const { kishSamples, largestShare, values } = normaliseWeights([logWeights]);
  const samples = logWeights.length;
  return {
    samples,
    effectiveShare: kishSamples / samples,
    largestShare,
    acceptance: independentAcceptance(Float64Array.from(values[0])),
    spread: spreadOf(logWeights),
  };
}

/** Σ_ij min(w_i, w_j)/(n Σ_j w_j): in ascending order the i-th of n is the smaller one of 2(n − i) + 1 ordered pairs. */
function independentAcceptance(weights: Float64Array): number {
  const ascending = weights.toSorted();
  const count = ascending.length;
  return ascending.reduce((sum, weight, i) => sum + weight * (2 * (count - i) - 1), 0) / (count * count);
}

function spreadOf(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / values.length);
}
