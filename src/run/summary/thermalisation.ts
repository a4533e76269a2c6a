/**
 * Whether the chains of a run have forgotten where they began.
 *
 * Compared are normal scores of ranks, as in R̂, not the values: quantities that are exponentially small but for rare configurations, such
 * as ν at low temperature, have no normal means in any run, and would raise false alarms.
 */

import { countSamples, pooledMean } from '../../statistics/chains.ts';
import { largestByChance } from '../../statistics/chance.ts';
import { driftScore } from '../../statistics/drift.ts';
import { type GammaAnalysis, gammaAnalysis } from '../../statistics/gamma.ts';
import { normalScores } from '../../statistics/ranks.ts';
import { compareStarts, zScore } from '../../statistics/starts.ts';
import { isSufficient } from '../../statistics/sufficient.ts';
import { warmUpLength } from '../../statistics/truncation.ts';
import { isHot } from '../job/start.ts';

/** The comparison that comes out worst, measured by what chance allows it. */
export interface Worst {
  readonly observable: string;
  /** In units of the error; its sign is that of hot − cold, or of first tenth − last half. */
  readonly sigma: number;
  /** |sigma| that chance alone exceeds in one run of a thousand, all comparisons of the run taken together. */
  readonly limit: number;
}

export interface Comparison {
  /** Of every observable that has enough data. */
  readonly sigma: Readonly<Record<string, number>>;
  /** Null where none has. */
  readonly worst: Worst | null;
}

export interface Thermalisation {
  /** `undecided`: not enough data for any comparison, or chains of one kind of start only. */
  readonly verdict: 'agree' | 'differ' | 'undecided';
  /** Mean of the chains that started hot minus mean of those that started cold. */
  readonly starts: Comparison;
  /** First tenth minus last half of the chains of one kind of start; the worse of both kinds. */
  readonly drift: Comparison;
  /** Samples at the start of the chains that the data show to be out of equilibrium, beside those that the run leaves out. */
  readonly warmUp: { readonly suggested: number; readonly ofRun: number };
  /** What the user has to know, in sentences; none where all is well. */
  readonly warnings: readonly string[];
}

/** One observable of a run, by chain, from the first stored sample. */
export interface StoredObservable {
  readonly name: string;
  readonly chains: readonly Float64Array[];
}

/** `warmUp`: samples that the run leaves out of its means. Chain number 1 comes first, as for `isHot`. */
export function thermalisation(observables: readonly StoredObservable[], warmUp: number): Thermalisation {
  const scored = observables.map(({ name, chains }) => ({ name, chains: scores(chains) }));
  const groups = scored.map(({ name, chains }) => ({ name, ...byStart(chains, warmUp) }));
  const starts = comparison(groups.map(({ name, hot, cold }) => ({ name, pairs: startScore(hot, cold) })));
  const drift = comparison(groups.map(({ name, hot, cold }) => ({ name, pairs: [hot, cold].flatMap(driftOf) })));
  const suggested = Math.max(0, ...scored.flatMap(({ chains }) => visibleStarts(chains, 2 * observables.length)));
  const warnings = [...startWarning(starts, warmUp), ...driftWarning(drift), ...warmUpWarning(suggested, warmUp)];
  const verdict = warnings.length > 0 ? 'differ' : starts.worst === null ? 'undecided' : 'agree';
  return { verdict, starts, drift, warmUp: { suggested, ofRun: warmUp }, warnings };
}

/** Without the warm-up; chains that have not got so far are left out. */
function byStart(chains: readonly Float64Array[], warmUp: number) {
  const group = (hot: boolean) =>
    chains.flatMap((chain, index) =>
      isHot(index + 1) === hot && chain.length > warmUp ? [chain.subarray(warmUp)] : [],
    );
  return { hot: group(true), cold: group(false) };
}

/** Below this, relative to the value, numbers differ by rounding. */
const ROUNDING = 1e-9;

/** Normal scores of the samples among those of all chains; all 0 for a constant. */
function scores(chains: readonly Float64Array[]): Float64Array[] {
  const starts = chains.map((_, index) => countSamples(chains.slice(0, index)));
  const pooled = new Float64Array(countSamples(chains));
  for (const [index, chain] of chains.entries()) pooled.set(chain, starts[index]);
  const sorted = pooled.toSorted();
  const [least, greatest] = [sorted[0], sorted[sorted.length - 1]];
  const constant = greatest - least <= ROUNDING * Math.max(Math.abs(least), Math.abs(greatest));
  const all = constant ? new Float64Array(pooled.length) : normalScores(pooled, sorted);
  return chains.map((chain, index) => all.subarray(starts[index], starts[index] + chain.length));
}

interface Score {
  readonly sigma: number;
  /** Of the error that sigma is in units of. */
  readonly relativeError: number;
}

function startScore(hot: readonly Float64Array[], cold: readonly Float64Array[]): Score[] {
  if (hot.length === 0 || cold.length === 0) return [];
  const {
    analyses,
    zScore: sigma,
    verdict,
  } = compareStarts([
    { label: 'hot', chains: hot },
    { label: 'cold', chains: cold },
  ]);
  return verdict === 'undecided' ? [] : [{ sigma, relativeError: relativeErrorOf(analyses) }];
}

/** Of the error of a difference of independent means. */
function relativeErrorOf(analyses: readonly GammaAnalysis[]): number {
  const variance = analyses.reduce((sum, { error }) => sum + error * error, 0);
  const spread = analyses.reduce((sum, { error, errorOfError }) => sum + (error * errorOfError) ** 2, 0);
  return variance > 0 ? Math.sqrt(spread) / variance : 0;
}

const FEWEST_FOR_DRIFT = 10;

function driftOf(chains: readonly Float64Array[]): Score[] {
  if (chains.length === 0 || chains.some(({ length }) => length < FEWEST_FOR_DRIFT)) return [];
  const last = gammaAnalysis(chains.map((chain) => chain.subarray(Math.ceil(chain.length / 2))));
  if (!isSufficient(last)) return [];
  return [{ sigma: driftScore(chains), relativeError: relativeErrorOf([last]) }];
}

function comparison(scores: readonly { readonly name: string; readonly pairs: readonly Score[] }[]): Comparison {
  const count = scores.reduce((sum, { pairs }) => sum + pairs.length, 0);
  const judged = scores.flatMap(({ name, pairs }) =>
    pairs.map(({ sigma, relativeError }) => ({
      ...{ observable: name, sigma, limit: largestByChance(count, relativeError) },
    })),
  );
  const excess = ({ sigma, limit }: Worst) => Math.abs(sigma) / limit;
  const worse = (a: Worst, b: Worst) => (excess(b) > excess(a) ? b : a);
  const byName = Map.groupBy(judged, ({ observable }) => observable);
  return {
    sigma: Object.fromEntries([...byName].map(([name, same]) => [name, same.reduce(worse).sigma])),
    worst: judged.length > 0 ? judged.reduce<Worst>(worse, judged[0]) : null,
  };
}

/** Of the mean over the chains of each kind of start, in which starts stand out more than in single chains: samples to drop. */
function visibleStarts(chains: readonly Float64Array[], comparisons: number): number[] {
  const { hot, cold } = byStart(chains, 0);
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
  return Float64Array.from({ length }, (_, k) => chains.reduce((sum, chain) => sum + chain[k] / chains.length, 0));
}

const exceeds = (worst: Worst | null): worst is Worst => worst !== null && Math.abs(worst.sigma) > worst.limit;
const sigmas = ({ sigma }: Worst): string => `${Number.isFinite(sigma) ? Math.abs(sigma).toFixed(1) : '∞'} sigma`;

function startWarning({ worst }: Comparison, warmUp: number): string[] {
  if (!exceeds(worst)) return [];
  return [
    `hot and cold chains disagree: ${worst.observable} by ${sigmas(worst)}: warm up longer than ${warmUp} samples`,
  ];
}

function driftWarning({ worst }: Comparison): string[] {
  if (!exceeds(worst)) return [];
  return [`chains drift: ${worst.observable} begins ${sigmas(worst)} away from where it ends: warm up longer`];
}

function warmUpWarning(suggested: number, warmUp: number): string[] {
  if (suggested <= warmUp) return [];
  return [`the first ${suggested} samples of the chains differ from the rest, and only ${warmUp} of them are left out`];
}
