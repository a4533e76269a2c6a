/** How often proposals are accepted, and how often they should be for a Gaussian residual. */
import { countSamples } from '../../statistics/chains.ts';
import { predictedAcceptance } from '../../statistics/predicted-acceptance.ts';
import { sampleVariance } from '../../statistics/variance.ts';

/** Acceptances, measured and predicted. */
export interface Rates {
  /** Share of the proposals decided by the exact weight that were accepted; null before the first. */
  readonly rate: number | null;
  /** Acceptance expected of a Gaussian residual, erfc(σ/2) with σ² half the variance of the log ratio; null where steps have none. */
  readonly predicted: number | null;
  /** Acceptance of the inner chain of self-learning; null without one. */
  readonly inner: number | null;
}

/** The rates of some chains. `total`: sums of counters over chains; `logRatios`: of the exact decision of each step, NaN where there was none. */
export function rates(total: (name: string) => number, logRatios: readonly Float64Array[]): Rates {
  const ratio = (accepted: string, proposed: string) =>
    total(proposed) > 0 ? total(accepted) / total(proposed) : null;
  const known = finiteOf(logRatios);
  return {
    rate: ratio('accepted', 'proposed'),
    predicted: known.length > 1 ? predictedAcceptance(Math.sqrt(sampleVariance(known) / 2)) : null,
    inner: ratio('innerAccepted', 'innerProposed'),
  };
}

function finiteOf(chains: readonly Float64Array[]): Float64Array {
  const finite = new Float64Array(countSamples(chains));
  let count = 0;
  for (const chain of chains)
    for (let k = 0; k < chain.length; k++) if (Number.isFinite(chain[k])) finite[count++] = chain[k];
  return finite.subarray(0, count);
}
