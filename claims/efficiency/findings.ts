/** Which sampler is the best at which size, and why. */
import { allAbove, ratioOf, SIGMAS } from '../analysis/comparing.ts';
import { breakEven, overtakingCost } from '../analysis/performance.ts';
import { type Combined, combinedText as text } from '../analysis/seeds.ts';
import type { Finding } from '../target.ts';
import { bestExact, bestOf, isKnown, isNotAuto, type KnownCell, type Outcome, type Rate } from './outcome.ts';
import { AUTO, LINEAR, TRANSFORMER } from './plan.ts';

/** All cells of one size. */
type AtSize = readonly KnownCell[];

/** Two cells of one size that are compared. */
interface Pair {
  readonly one: KnownCell;
  readonly other: KnownCell;
}

export function findingsOf(cells: Outcome): Finding[] {
  const sizes = [...Map.groupBy(cells.filter(isKnown), ({ size }) => size).values()];
  const pairs = (...chosen: readonly [Choice, Choice]) => sizes.flatMap((same) => pairOf(same, ...chosen));
  const best = pairs(bestLearned, bestExact);
  const transformers = pairs(named(TRANSFORMER), named(LINEAR));
  return [
    bestAgainstExact(best),
    everyLearned(sizes.flatMap((same) => learnedAmong(same).flatMap((one) => pairOf(same, () => one, bestExact)))),
    transformerByEvaluation(transformers),
    transformerBySecond(transformers),
    trainingPays(best, pairs(named(TRANSFORMER), bestExact)),
    ...automatic(pairs(named(AUTO), (same) => bestOf(same.filter(isNotAuto), 'perSecondMeasured'))),
  ];
}

type Choice = (same: AtSize) => KnownCell | undefined;

function pairOf(same: AtSize, choice: Choice, otherChoice: Choice): Pair[] {
  const [one, other] = [choice(same), otherChoice(same)];
  return one && other ? [{ one, other }] : [];
}

const named =
  (name: string): Choice =>
  (same) =>
    same.find(({ candidate }) => candidate.name === name);

const learnedAmong = (same: AtSize): AtSize => same.filter((cell) => cell.candidate.effective && isNotAuto(cell));

const bestLearned: Choice = (same) => bestOf(learnedAmong(same), 'perSecond');

const ratios = (pairs: readonly Pair[], rate: Rate): Combined[] =>
  pairs.map(({ one, other }) => ratioOf(one.performance[rate], other.performance[rate]));

const bySize = (pairs: readonly Pair[], words: (pair: Pair, index: number) => string): string =>
  pairs.length > 0
    ? pairs.map((pair, k) => `L = ${pair.one.size}: ${words(pair, k)}`).join('; ')
    : 'nothing to compare';

function bestAgainstExact(pairs: readonly Pair[]): Finding {
  const factors = ratios(pairs, 'perSecond');
  const words = ({ one, other }: Pair, k: number) =>
    `${one.candidate.name}, ${text(one.performance.perSecond)} per second, ${text(factors[k])} times ${other.candidate.name}`;
  return {
    claim:
      'The best sampler that learns gives more effective samples per second than the best Monte Carlo with the exact weight alone.',
    found: `The best of both kinds, training not counted: ${bySize(pairs, words)}.`,
    verdict: allAbove(factors, 1),
  };
}

/** The finding on every sampler that learns, in words at the size where it does worst. */
function everyLearned(pairs: readonly Pair[]): Finding {
  const factors = ratios(pairs, 'perSecond');
  const all = pairs.map(({ one: { candidate, size } }, k) => ({ name: candidate.name, size, factor: factors[k] }));
  const least = [...Map.groupBy(all, ({ name }) => name).values()].map((same) =>
    same.reduce((a, b) => (b.factor.value < a.factor.value ? b : a)),
  );
  const words = least.map(({ name, size, factor }) => `${name} ${text(factor)} at L = ${size}`);
  return {
    claim: 'The same holds for every sampler that learns, at every size.',
    found: `The smallest factor over the best sampler with the exact weight alone: ${words.join('; ')}.`,
    verdict: allAbove(factors, 1),
  };
}

function transformerByEvaluation(pairs: readonly Pair[]): Finding {
  const factors = ratios(pairs, 'perEvaluation');
  const acceptance = ({ performance }: KnownCell) => (performance.acceptance ?? 0).toFixed(2);
  const words = ({ one, other }: Pair, k: number) =>
    `${text(factors[k])} (acceptance ${acceptance(one)} and ${acceptance(other)})`;
  return {
    claim:
      'Per exact evaluation the transformer, which is accepted more often, gives more effective samples than the linear model.',
    found: `Ratio of effective samples: ${bySize(pairs, words)}. Inner chains were tuned for effective samples per second.`,
    verdict: allAbove(factors, 1),
  };
}

/** The finding per second, with what steps cost as the reason. */
function transformerBySecond(pairs: readonly Pair[]): Finding {
  const factors = ratios(pairs, 'perSecond');
  const words = ({ one, other }: Pair, k: number) => {
    const needed = overtakingCost(one.performance, other.performance);
    const overtakes = needed ? `ahead where an exact weight costs ${text(needed)} ms` : 'τ not significantly smaller';
    const { exact, inner } = one.performance;
    return `${text(factors[k])} times (exact weight ${exact.toPrecision(2)} ms, inner chain ${inner.toPrecision(2)} ms, that of the linear model ${other.performance.inner.toPrecision(2)} ms; ${overtakes})`;
  };
  return {
    claim: 'Per second, too, the transformer gives more effective samples than the linear model with all shells.',
    found: `${bySize(pairs, words)}.`,
    verdict: allAbove(factors, 1),
  };
}

function trainingPays(best: readonly Pair[], transformers: readonly Pair[]): Finding {
  const words = ({ one, other }: Pair) => {
    const samples = breakEven(one.performance, other.performance);
    const after = Number.isFinite(samples.value) ? `after ${text(samples)} effective samples` : 'never';
    return `${one.candidate.name}, ${one.performance.training.toPrecision(2)} s, ${after}`;
  };
  return {
    claim:
      'Training pays off, for the best sampler that learns and for self-learning with the transformer: the time it takes is saved later, compared with the best sampler that needs none.',
    found: `The best: ${bySize(best, words)}. The transformer: ${bySize(transformers, words)}.`,
    verdict: allAbove([...ratios(best, 'perSecond'), ...ratios(transformers, 'perSecond')], 1),
  };
}

/** The share of the best candidate's rate that `auto` must reach. */
const SHARE = 0.8;

/** The finding on `auto`, where there are such runs. Measurements count: they are part of what `auto` weighs. */
function automatic(pairs: readonly Pair[]): Finding[] {
  if (pairs.length === 0) return [];
  const shares = ratios(pairs, 'perSecondMeasured');
  const words = ({ one, other }: Pair, k: number) =>
    `${text(shares[k])} of ${other.candidate.name} (it chose ${one.chosen})`;
  const missed = shares.some(({ value, error }) => SHARE - value > SIGMAS * error);
  const found = `${bySize(pairs, words)}.`;
  const verdict = missed ? 'does not hold' : shares.every(({ value }) => value > SHARE) ? 'holds' : 'undecided';
  return [
    {
      claim: 'effective.kind = "auto" is within 20 % of the best candidate at every size, measurements included.',
      found,
      verdict,
    },
  ];
}
