/**
 * Whether the chains of a run have forgotten where they began.
 *
 * Compared are normal scores of ranks, as in R̂, not the values: quantities that are exponentially small but for rare configurations, such
 * as ν at low temperature, have no normal means in any run, and would raise false alarms.
 */

import { largestByChance } from '../../statistics/chance.ts';
import { byStart, driftOf, type Score, scores, startScore, visibleStarts } from './starts.ts';

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
