/**
 * Whether the chains of a run still depend on where they began.
 *
 * Compared are normal scores of ranks, as in R̂, not the values: quantities that are exponentially small but for rare configurations, such
 * as ν at low temperature, have no normal means in any run, and would raise false alarms.
 */
import { isConstant } from '../../statistics/accuracy.ts';
import { countSamples } from '../../statistics/chains.ts';
import { neededSamples } from '../../statistics/sufficient.ts';
import { type Comparison, comparison, type Outcome, sharesOf, type Worst } from './comparison.ts';
import { hasGaps, withoutGaps } from './electron-windows.ts';
import { byStart, driftScores, scores, startScore, visibleStarts } from './starts.ts';

/** Whether the chains have left their starts behind. */
export interface Thermalisation {
  /** What the comparisons say. `undecided`: not enough data for any comparison, or chains of one kind of start only. */
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
  /** Resolution of its values: what spreads less is a constant, and is not compared. */
  readonly resolution?: number;
}

/** What is known about the chains beforehand. */
interface Expected {
  /** The observable that tells how ordered the spins are, which is usually the slowest to relax: it is judged as half of all that chance may do, and not as one of dozens. */
  readonly order?: string | undefined;
  /** Whether half of the chains started hot, and half of them cold; true where left out. */
  readonly isMixed?: boolean;
}

/** Compares the chains of a run. `warmUp`: samples that it leaves out of its means. Chain number 1 comes first, as for `isHot`. */
export function thermalisation(
  observables: readonly StoredObservable[],
  warmUp: number,
  { order, isMixed = true }: Expected = {},
): Thermalisation {
  const traces = tracesOfStarts(observables, warmUp, order, isMixed);
  const starts = comparison(
    traces.map(({ name, starts }) => ({ name, outcome: starts })),
    order,
  );
  const drift = comparison(
    traces.map(({ name, drift }) => ({ name, outcome: drift })),
    order,
  );
  const suggested = Math.max(0, ...traces.flatMap(({ visible }) => visible));
  const warnings = [...startWarning(starts, warmUp), ...driftWarning(drift), ...warmUpWarning(suggested, warmUp)];
  const verdict = warnings.length > 0 ? 'differ' : isDecided(starts, observables) ? 'agree' : 'undecided';
  return { verdict, starts, drift, warmUp: { suggested, ofRun: warmUp }, warnings };
}

/** Of a run whose steps begin anew, so that no sample depends on a start. `names`: of its observables. */
export function withoutStarts(names: readonly string[], warmUp: number): Thermalisation {
  const leftOut = Object.fromEntries(names.map((name) => [name, 'independent samples'] as const));
  const nothing = { sigma: {}, leftOut, worst: null };
  return { verdict: 'agree', starts: nothing, drift: nothing, warmUp: { suggested: 0, ofRun: warmUp }, warnings: [] };
}

/** What an observable still shows of the starts of the chains. */
interface Trace {
  readonly name: string;
  readonly starts: Outcome['outcome'];
  readonly drift: Outcome['outcome'];
  /** The starts that the chains of each kind show; none of a constant. */
  readonly visible: readonly number[];
}

/** An observable as a series of values without gaps. */
interface Trackable extends StoredObservable {
  /** Values at the start that the means of the run leave out. */
  readonly warmUp: number;
  /** Samples from one value to the next. */
  readonly spacing: number;
}

/** `warmUp`: samples. */
function withoutSamplesBetween(one: StoredObservable, warmUp: number): Trackable {
  const { chains } = one;
  if (!hasGaps(chains)) return { ...one, warmUp, spacing: 1 };
  const values = chains.map(withoutGaps);
  const leftOut = Math.max(0, ...chains.map((chain) => withoutGaps(chain.subarray(0, warmUp)).length));
  // Of chains that are shorter than the spacing there is no value.
  const spacing = Math.round(countSamples(chains) / Math.max(1, countSamples(values)));
  return { ...one, chains: values, warmUp: leftOut, spacing };
}

/** The traces of one observable after the other, so that the scores of only one are in memory. */
function tracesOfStarts(
  observables: readonly StoredObservable[],
  warmUp: number,
  order: string | undefined,
  isMixed: boolean,
): Trace[] {
  const fluctuating = observables
    .filter((one) => !isConstantFrom(withoutSamplesBetween(one, warmUp), 0))
    .map(({ name }) => name);
  const shareOf = sharesOf(fluctuating, order);
  return observables.map((observable) => {
    const one = withoutSamplesBetween(observable, warmUp);
    const [isConstantAll, isConstantAfter] = [!fluctuating.includes(one.name), isConstantFrom(one, one.warmUp)];
    if (isConstantAll && isConstantAfter) return { name: one.name, ...CONSTANT, visible: [] };
    const all = scores(one.chains);
    const visible = isConstantAll
      ? []
      : visibleStarts(all, 2 * shareOf(one.name), isMixed).map((start) => start * one.spacing);
    return { name: one.name, ...(isConstantAfter ? CONSTANT : compared(all, one.warmUp, isMixed)), visible };
  });
}

const CONSTANT = { starts: 'constant', drift: 'constant' } as const;

function compared(scores: readonly Float64Array[], warmUp: number, isMixed: boolean) {
  const { hot, cold } = byStart(scores, warmUp, isMixed);
  return { starts: startScore(hot, cold), drift: driftScores([hot, cold]) };
}

/** Whether the chains were compared; where nothing fluctuates there is nothing to compare, and chains that are the same agree. */
function isDecided({ worst, leftOut }: Comparison, observables: readonly StoredObservable[]): boolean {
  const constant = observables.filter(({ name }) => leftOut[name] === 'constant');
  const several = constant.some(({ chains }) => chains.filter(({ length }) => length > 0).length > 1);
  return worst !== null || (several && constant.length === observables.length);
}

/** Whether nothing but rounding is left of an observable from a sample on; a few samples do not decide that. */
function isConstantFrom({ chains, resolution = 0 }: StoredObservable, first: number): boolean {
  const kept = chains.map((chain) => chain.subarray(first));
  return countSamples(kept) >= neededSamples(0.5) && isConstant(kept, resolution);
}

const exceeds = (worst: Worst | null): worst is Worst => worst !== null && Math.abs(worst.sigma) > worst.limit;
const sigmas = ({ sigma }: Worst): string => `${Number.isFinite(sigma) ? Math.abs(sigma).toFixed(1) : '∞'} σ`;

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
