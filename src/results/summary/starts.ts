/** The comparisons, one observable at a time, that tell whether chains still depend on their starts. */
import { isHot } from '../../chain/start.ts';
import { countSamples, pooledMean } from '../../statistics/chains.ts';
import { largestByChance } from '../../statistics/chance.ts';
import { analyseLastHalves, driftFrom } from '../../statistics/drift.ts';
import { type GammaAnalysis, gammaAnalysis } from '../../statistics/gamma.ts';
import { normalScores } from '../../statistics/ranks.ts';
import { sortedOrder } from '../../statistics/sorted-order.ts';
import { compareStarts, zScore } from '../../statistics/starts.ts';
import { isSufficient } from '../../statistics/sufficient.ts';
import { warmUpLength } from '../../statistics/truncation.ts';
import type { Reason, Score } from './comparison.ts';

/** The chains by kind of start, without the warm-up; those that have not got so far are left out. `isMixed`: half of them are hot; otherwise all are of one kind. */
export function byStart(chains: readonly Float64Array[], warmUp: number, isMixed: boolean) {
  const group = (hot: boolean) =>
    chains.flatMap((chain, index) =>
      (isMixed && isHot(index + 1)) === hot && chain.length > warmUp ? [chain.subarray(warmUp)] : [],
    );
  return { hot: group(true), cold: group(false) };
}

/** Normal scores of the samples among those of all chains. */
export function scores(chains: readonly Float64Array[]): Float64Array[] {
  const all = normalScores(sortedOrder(...chains));
  let end = 0;
  return chains.map(({ length }) => {
    end += length;
    return all.subarray(end - length, end);
  });
}

/** Hot minus cold, or why they are not compared. */
export function startScore(hot: readonly Float64Array[], cold: readonly Float64Array[]): Score[] | Reason {
  if (hot.length === 0 && cold.length === 0) return 'too few samples';
  if (hot.length === 0 || cold.length === 0) return 'one kind of start';
  const {
    analyses,
    zScore: sigma,
    verdict,
  } = compareStarts([
    { label: 'hot', chains: hot },
    { label: 'cold', chains: cold },
  ]);
  return verdict === 'undecided' ? 'too few samples' : [{ sigma, relativeError: relativeErrorOf(analyses) }];
}

/** Relative error of the error of a difference of independent means. */
function relativeErrorOf(analyses: readonly GammaAnalysis[]): number {
  const variance = analyses.reduce((sum, { error }) => sum + error * error, 0);
  const spread = analyses.reduce((sum, { error, errorOfError }) => sum + (error * errorOfError) ** 2, 0);
  return variance > 0 ? Math.sqrt(spread) / variance : 0;
}

const FEWEST_FOR_DRIFT = 10;

/** First tenth minus last half of the chains of each kind of start that has enough data, or why there is none. */
export function driftScores(groups: readonly (readonly Float64Array[])[]): Score[] | Reason {
  const found = groups.flatMap(driftOf);
  return found.length > 0 ? found : 'too few samples';
}

function driftOf(chains: readonly Float64Array[]): Score[] {
  if (chains.length === 0 || chains.some(({ length }) => length < FEWEST_FOR_DRIFT)) return [];
  const last = analyseLastHalves(chains);
  if (!isSufficient(last)) return [];
  return [{ sigma: driftFrom(chains, last), relativeError: relativeErrorOf([last]) }];
}

/** Samples to drop, judged by the mean over the chains of each kind of start, in which starts stand out more than in single chains. */
export function visibleStarts(chains: readonly Float64Array[], comparisons: number, isMixed: boolean): number[] {
  const { hot, cold } = byStart(chains, 0, isMixed);
  return [hot, cold].filter(({ length }) => length > 0).map((group) => visibleStart(meanChain(group), comparisons));
}

/** The start that the marginal standard error rule would drop, where it differs from the rest by more than chance: the rule picks among all cuts. */
function visibleStart(chain: Float64Array, comparisons: number): number {
  const { discard } = warmUpLength(chain);
  if (discard === 0) return 0;
  const rest = gammaAnalysis([chain.subarray(discard)]);
  const start = [chain.subarray(0, discard)];
  const error = rest.error * Math.sqrt(rest.samples / countSamples(start));
  const limit = largestByChance(comparisons * chain.length, relativeErrorOf([rest]));
  return Math.abs(zScore({ mean: pooledMean(start), error }, rest)) > limit ? discard : 0;
}

function meanChain(chains: readonly Float64Array[]): Float64Array {
  const length = Math.min(...chains.map((chain) => chain.length));
  const mean = new Float64Array(length);
  for (const chain of chains) for (let k = 0; k < length; k++) mean[k] += chain[k] / chains.length;
  return mean;
}
