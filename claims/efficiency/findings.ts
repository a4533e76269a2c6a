/** Which sampler wins where, and why. */
import { allAbove, ratioOf, SIGMAS } from '../analysis/comparing.ts';
import { type Combined, combinedText as text } from '../analysis/seeds.ts';
import type { Finding } from '../target.ts';
import { breakEven, type Cell, overtakingCost, type Performance } from './performance.ts';
import { AUTO, LINEAR, TRANSFORMER } from './plan.ts';

type Rate = 'perSecond' | 'perSecondMeasured' | 'perEvaluation';

/** A cell with numbers. */
interface Known extends Cell {
  readonly performance: Performance;
}

/** Two cells of one size. */
interface Pair {
  readonly one: Known;
  readonly other: Known;
}

export function findings(cells: readonly Cell[]): Finding[] {
  const known = cells.filter((cell): cell is Known => cell.performance !== undefined);
  const sizes = [...Map.groupBy(known, ({ size }) => size).values()];
  const networks = pairs(sizes, (same) => [named(same, TRANSFORMER), named(same, LINEAR)]);
  return [
    learnedAgainstExact(pairs(sizes, champions)),
    everyLearned(sizes.flatMap(everyChallenger)),
    networkByEvaluation(networks),
    networkBySecond(networks),
    trainingPays(
      pairs(sizes, champions),
      pairs(sizes, (same) => [named(same, TRANSFORMER), bestExact(same)]),
    ),
    ...automatic(pairs(sizes, (same) => [named(same, AUTO), best(same.filter(isEntered), 'perSecondMeasured')])),
  ];
}

type Pick = readonly [Known | undefined, Known | undefined];

function pairs(sizes: readonly (readonly Known[])[], pick: (same: readonly Known[]) => Pick): Pair[] {
  return sizes.flatMap((same) => {
    const [one, other] = pick(same);
    return one && other ? [{ one, other }] : [];
  });
}

const named = (same: readonly Known[], name: string): Known | undefined =>
  same.find(({ entry }) => entry.name === name);

const best = (same: readonly Known[], rate: Rate): Known | undefined =>
  same.toSorted((a, b) => b.performance[rate].value - a.performance[rate].value)[0];

/** Not what `auto` has picked among the others. */
const isEntered = ({ entry }: Known): boolean => entry.name !== AUTO;

const bestExact = (same: readonly Known[]): Known | undefined =>
  best(
    same.filter(({ entry }) => !entry.effective),
    'perSecond',
  );

const learnedAmong = (same: readonly Known[]): Known[] =>
  same.filter((cell) => cell.entry.effective && isEntered(cell));

/** The best that learns, and the best that does not. */
const champions = (same: readonly Known[]): Pick => [best(learnedAmong(same), 'perSecond'), bestExact(same)];

/** Everything that learns, and the best that does not. */
function everyChallenger(same: readonly Known[]): Pair[] {
  const other = bestExact(same);
  return other ? learnedAmong(same).map((one) => ({ one, other })) : [];
}

const ratios = (all: readonly Pair[], rate: Rate): Combined[] =>
  all.map(({ one, other }) => ratioOf(one.performance[rate], other.performance[rate]));

const bySize = (all: readonly Pair[], words: (pair: Pair, index: number) => string): string =>
  all.length > 0 ? all.map((pair, k) => `L = ${pair.one.size}: ${words(pair, k)}`).join('; ') : 'nothing to compare';

function learnedAgainstExact(all: readonly Pair[]): Finding {
  const factors = ratios(all, 'perSecond');
  const words = ({ one, other }: Pair, k: number) =>
    `${one.entry.name}, ${text(one.performance.perSecond)} per second, ${text(factors[k])} times ${other.entry.name}`;
  return {
    claim:
      'The best sampler that learns gives more effective samples per second than the best Monte Carlo with the exact weight alone.',
    found: `The best of both kinds, training not counted: ${bySize(all, words)}.`,
    verdict: allAbove(factors, 1),
  };
}

/** Of every sampler that learns, the size where it does worst. */
function everyLearned(all: readonly Pair[]): Finding {
  const factors = ratios(all, 'perSecond');
  const named = all.map(({ one: { entry, size } }, k) => ({ name: entry.name, size, factor: factors[k] }));
  const least = [...Map.groupBy(named, ({ name }) => name).values()].map((same) =>
    same.reduce((a, b) => (b.factor.value < a.factor.value ? b : a)),
  );
  const words = least.map(({ name, size, factor }) => `${name} ${text(factor)} at L = ${size}`);
  return {
    claim: 'So does every sampler that learns, at every size.',
    found: `Times as many as the best with the exact weight alone, where this is least: ${words.join('; ')}.`,
    verdict: allAbove(factors, 1),
  };
}

function networkByEvaluation(all: readonly Pair[]): Finding {
  const factors = ratios(all, 'perEvaluation');
  const acceptance = ({ performance }: Known) => (performance.acceptance ?? 0).toFixed(2);
  const words = ({ one, other }: Pair, k: number) =>
    `${text(factors[k])} (acceptance ${acceptance(one)} and ${acceptance(other)})`;
  return {
    claim: 'Per exact evaluation the transformer, which is accepted more often, gives more than the linear model.',
    found: `Times as many effective samples: ${bySize(all, words)}. Inner chains were chosen for what they give per second.`,
    verdict: allAbove(factors, 1),
  };
}

/** With the reason: what steps cost. */
function networkBySecond(all: readonly Pair[]): Finding {
  const factors = ratios(all, 'perSecond');
  const words = ({ one, other }: Pair, k: number) => {
    const needed = overtakingCost(one.performance, other.performance);
    const overtakes = needed ? `ahead where an exact weight costs ${text(needed)} ms` : 'τ not smaller for sure';
    const { exact, inner } = one.performance;
    return `${text(factors[k])} times (exact weight ${exact.toPrecision(2)} ms, inner chain ${inner.toPrecision(2)} ms, of the linear model ${other.performance.inner.toPrecision(2)} ms; ${overtakes})`;
  };
  return {
    claim: 'Per second, too, the transformer gives more than the linear model with all shells.',
    found: `${bySize(all, words)}.`,
    verdict: allAbove(factors, 1),
  };
}

function trainingPays(winners: readonly Pair[], transformers: readonly Pair[]): Finding {
  const words = ({ one, other }: Pair) => {
    const samples = breakEven(one.performance, other.performance);
    const after = Number.isFinite(samples.value) ? `after ${text(samples)} effective samples` : 'never';
    return `${one.entry.name}, ${one.performance.training.toPrecision(2)} s, ${after}`;
  };
  return {
    claim:
      'Training pays, for the best sampler that learns and for self-learning with the transformer: the time it takes is saved again, beside the best sampler that needs none.',
    found: `The best: ${bySize(winners, words)}. The transformer: ${bySize(transformers, words)}.`,
    verdict: allAbove([...ratios(winners, 'perSecond'), ...ratios(transformers, 'perSecond')], 1),
  };
}

/** `auto` may be so much worse than the best entry. */
const SHARE = 0.8;

/** Where there are such runs. Measurements count: they are part of what `auto` weighs. */
function automatic(all: readonly Pair[]): Finding[] {
  if (all.length === 0) return [];
  const shares = ratios(all, 'perSecondMeasured');
  const words = ({ one, other }: Pair, k: number) =>
    `${text(shares[k])} of ${other.entry.name} (it chose ${one.chosen})`;
  const missed = shares.some(({ value, error }) => SHARE - value > SIGMAS * error);
  return [
    {
      claim: 'effective.kind = "auto" is within 20 % of the best entry at every size, measurements included.',
      found: `${bySize(all, words)}.`,
      verdict: missed ? 'does not hold' : shares.every(({ value }) => value > SHARE) ? 'holds' : 'undecided',
    },
  ];
}
