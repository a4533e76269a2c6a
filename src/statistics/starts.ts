import { InputError } from '../errors.ts';
import type { Chains } from './chains.ts';
import { type GammaAnalysis, gammaAnalysis } from './gamma.ts';
import { isSufficient } from './sufficient.ts';

/** The chains of one observable from one kind of start: random, Néel, ferromagnetic, … */
interface StartGroup {
  readonly label: string;
  readonly chains: Chains;
}

interface StartComparison {
  /** Analyses of the groups, in the order given. */
  readonly analyses: readonly GammaAnalysis[];
  /** Labels of the two groups that differ most. */
  readonly extremes: readonly [string, string];
  /** Their difference in units of its error. */
  readonly zScore: number;
  /** Whether the groups agree; `undecided` where some group has too few samples for an error. */
  readonly verdict: 'agree' | 'differ' | 'undecided';
}

/** Largest difference in sigmas; a run compares dozens of means, so that 3 would be passed by chance in every tenth. */
const LIMIT = 4;

/**
 * Whether chains from different starts have come to the same mean; at least two groups.
 *
 * Pass the samples after the warm-up to see whether it was long enough, or the first parts alone to see where the starts show.
 * Agreement proves nothing about what none of the starts reaches.
 */
export function compareStarts(groups: readonly StartGroup[]): StartComparison {
  if (groups.length < 2) throw new InputError(`Comparing starts takes at least two groups, found ${groups.length}.`);
  const analyses = groups.map(({ chains }) => gammaAnalysis(chains));
  const pairs = groups.flatMap((_, i) => groups.slice(0, i).map((_, j) => [j, i] as const));
  const scores = pairs.map(([j, i]) => zScore(analyses[j], analyses[i]));
  const largest = scores.reduce((best, score, k) => (Math.abs(score) > Math.abs(scores[best]) ? k : best), 0);
  const [j, i] = pairs[largest];
  const score = scores[largest];
  return {
    analyses,
    extremes: [groups[j].label, groups[i].label],
    zScore: score,
    verdict: !analyses.every(isSufficient) ? 'undecided' : Math.abs(score) > LIMIT ? 'differ' : 'agree',
  };
}

/** (a − b)/error of independent means; ∞ for different constants, 0 for equal ones. */
export function zScore(a: Pick<GammaAnalysis, 'mean' | 'error'>, b: Pick<GammaAnalysis, 'mean' | 'error'>): number {
  const difference = a.mean - b.mean;
  return difference === 0 ? 0 : difference / Math.sqrt(a.error * a.error + b.error * b.error);
}
