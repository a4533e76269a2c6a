/** What the acceptances say. */
import type { MeasuredAcceptance } from '../analysis/acceptance.ts';
import { type Combined, combinedText } from '../analysis/seeds.ts';
import type { Finding } from '../target.ts';
import { meanOf, type Outcome } from './outcome.ts';

/** Differences below this many sigma decide nothing. */
const SIGMAS = 2;

export function findings(talk: readonly Outcome[]): Finding[] {
  return [rising(talk), aheadOfLinear(talk), predicted(talk), enough(talk)];
}

const isAbove = (a: Combined, b: Combined): boolean => a.value - b.value > SIGMAS * Math.hypot(a.error, b.error);

function rising(talk: readonly Outcome[]): Finding {
  const rates = talk.filter(({ entry }) => entry.blocks !== undefined).map(({ rate }) => rate);
  const falls = rates.slice(1).some((rate, k) => isAbove(rates[k], rate));
  const rises = isAbove(rates[rates.length - 1], rates[0]);
  return {
    claim: 'The acceptance rises with the number of attention blocks.',
    found: `With 1 to ${rates.length} blocks of the paper’s form: ${rates.map(combinedText).join(', ')}.`,
    verdict: falls ? 'does not hold' : rises ? 'holds' : 'undecided',
  };
}

/** Every transformer of the paper's form, not the best alone. */
function aheadOfLinear(talk: readonly Outcome[]): Finding {
  const family = talk.filter(({ entry }) => entry.blocks !== undefined);
  const [best, worst] = [bestOf(family), worstOf(family)];
  const truncated = named(talk, 'linear, 4 shells');
  const linear = named(talk, 'linear, all shells');
  const pairs = [truncated, linear].flatMap((rival) => family.map(({ rate }) => isAbove(rate, rival.rate)));
  return {
    claim: 'Attention of the paper’s form, with any number of blocks, is ahead of the linear model.',
    found:
      `The transformers of the paper’s form reach ${combinedText(worst.rate)} (${worst.entry.name}) to ${combinedText(best.rate)} (${best.entry.name}). The linear model with four shells has ` +
      `${combinedText(truncated.rate)}, with all shells ${combinedText(linear.rate)} from ${linear.entry.exactEvaluations} exact evaluations, in closed form: ` +
      `${share(truncated, linear, best)} % of the distance to the best is due to the truncation.`,
    verdict: pairs.every(Boolean) ? 'holds' : pairs.some(Boolean) ? 'holds in part' : 'does not hold',
  };
}

/** Of the way from the truncated linear model to the best, what all shells make up for; in per cent. */
const share = (truncated: Outcome, linear: Outcome, best: Outcome): string =>
  ((100 * (linear.rate.value - truncated.rate.value)) / (best.rate.value - truncated.rate.value)).toFixed(0);

function predicted(talk: readonly Outcome[]): Finding {
  const worst = (key: keyof MeasuredAcceptance) =>
    Math.max(...talk.map((outcome) => Math.abs(meanOf(outcome, key) - outcome.rate.value)));
  const [gaussian, exponential] = [worst('predicted'), worst('predictedExponential')];
  return {
    claim: 'The loss tells the acceptance.',
    found: `erfc(σ/2) of the residual is off by ${gaussian.toFixed(3)} at most, exp(−σ) by ${exponential.toFixed(3)}.`,
    verdict: gaussian < 0.05 ? 'holds' : 'holds in part',
  };
}

function enough(talk: readonly Outcome[]): Finding {
  const best = bestOf(talk);
  const attention = bestOf(
    talk.filter(({ entry }) => [entry.effective.kind].flat().every((kind) => kind === 'transformer')),
  );
  const isMore = isAbove(best.rate, attention.rate);
  return {
    claim: 'Attention is all you need (with a question mark on the slides).',
    found:
      `The best model of attention alone reaches ${combinedText(attention.rate)} (${attention.entry.name}); the best model here is ${best.entry.name} with ${combinedText(best.rate)}` +
      `${isMore ? ', which also knows which electrons are at the Fermi energy' : ''}.`,
    verdict: isMore ? 'does not hold' : 'undecided',
  };
}

const bestOf = (outcomes: readonly Outcome[]): Outcome =>
  outcomes.reduce((a, b) => (b.rate.value > a.rate.value ? b : a));

const worstOf = (outcomes: readonly Outcome[]): Outcome =>
  outcomes.reduce((a, b) => (b.rate.value < a.rate.value ? b : a));

function named(talk: readonly Outcome[], name: string): Outcome {
  const outcome = talk.find(({ entry }) => entry.name === name);
  if (!outcome) throw new Error(`no outcome of ${name}`);
  return outcome;
}
