/** What the acceptances say about the claims of the talk, and about the same models elsewhere. */
import { allAbove, differenceOf, isAbove } from '../analysis/comparing.ts';
import type { MeasuredAcceptance } from '../analysis/measured-acceptance.ts';
import { type Combined, combinedText as text } from '../analysis/seeds.ts';
import type { Finding } from '../target.ts';
import { isPaperForm, meanOf, type Outcome, type Result } from './outcome.ts';

export const findingsOf = ({ talk, others }: Outcome): Finding[] => [
  rising(talk),
  paperFormAgainstLinear(talk),
  predicted(talk),
  attentionAlone(talk),
  ...elsewhere(others),
];

const isMore = (a: Combined, b: Combined): boolean => isAbove(differenceOf(a, b), 0);

function rising(talk: readonly Result[]): Finding {
  const rates = talk.filter(isPaperForm).map(({ rate }) => rate);
  const falls = rates.slice(1).some((rate, k) => isMore(rates[k], rate));
  const rises = isMore(rates[rates.length - 1], rates[0]);
  return {
    claim: 'The acceptance rises with the number of attention blocks.',
    found: `With 1 to ${rates.length} blocks of the paper’s form: ${rates.map(text).join(', ')}.`,
    verdict: falls ? 'does not hold' : rises ? 'holds' : 'undecided',
  };
}

/** The verdict on every transformer of the paper's form, not on the best alone. */
function paperFormAgainstLinear(talk: readonly Result[]): Finding {
  const family = talk.filter(isPaperForm);
  const [best, worst] = [bestOf(family), worstOf(family)];
  const [truncated, linear] = ['linear, 4 shells', 'linear, all shells'].map((name) => named(talk, name));
  const pairs = [truncated, linear].flatMap((other) => family.map(({ rate }) => isMore(rate, other.rate)));
  return {
    claim:
      'Attention of the paper’s form, with any number of blocks, is accepted more often than the linear model of the talk and than the one with all shells.',
    found:
      `The transformers of the paper’s form reach ${text(worst.rate)} (${worst.candidate.name}) to ${text(best.rate)} (${best.candidate.name}). The linear model with four shells reaches ` +
      `${text(truncated.rate)}, the one with all shells ${text(linear.rate)} from ${linear.candidate.exactEvaluations} exact evaluations, in closed form: ` +
      `${share(truncated, linear, best)} % of the distance to the best transformer is due to the truncation.`,
    verdict: pairs.every(Boolean) ? 'holds' : pairs.some(Boolean) ? 'holds in part' : 'does not hold',
  };
}

/** The part of the distance between the truncated linear model and the best model that all shells make up for, in per cent. */
const share = (truncated: Result, linear: Result, best: Result): string =>
  ((100 * (linear.rate.value - truncated.rate.value)) / (best.rate.value - truncated.rate.value)).toFixed(0);

function predicted(talk: readonly Result[]): Finding {
  const worst = (key: keyof MeasuredAcceptance) =>
    Math.max(...talk.map((result) => Math.abs(meanOf(result, key) - result.rate.value)));
  const [gaussian, exponential] = [worst('predicted'), worst('predictedExponential')];
  return {
    claim: 'The loss determines the acceptance.',
    found: `erfc(σ/2) of the residual deviates from the acceptance by ${gaussian.toFixed(3)} at most, exp(−σ) by ${exponential.toFixed(3)}.`,
    verdict: gaussian < 0.05 ? 'holds' : 'holds in part',
  };
}

function attentionAlone(talk: readonly Result[]): Finding {
  const best = bestOf(talk);
  const attention = bestOf(
    talk.filter(({ candidate }) => [candidate.effective.kind].flat().every((kind) => kind === 'transformer')),
  );
  const isBeaten = isMore(best.rate, attention.rate);
  return {
    claim: 'Attention is all you need (with a question mark on the slides).',
    found:
      `The best model of attention alone reaches ${text(attention.rate)} (${attention.candidate.name}); the best model here is ${best.candidate.name} with ${text(best.rate)}` +
      `${isBeaten ? ', which also knows which electrons are at the Fermi energy' : ''}.`,
    verdict: isBeaten ? 'does not hold' : 'undecided',
  };
}

/** Transformers beside the linear model at every other temperature and size: those of the paper's form and, where there are others, the best of all. */
function elsewhere(others: readonly Result[]): Finding[] {
  const places = [...Map.groupBy(others, placeOf)];
  const hasOthers = others.some((result) => isTransformer(result) && !isPaperForm(result));
  return [paperFormAt(places), ...(hasOthers ? [bestTransformerAt(places)] : [])];
}

type Places = readonly (readonly [name: string, here: readonly Result[]])[];

function paperFormAt(places: Places): Finding {
  const words = ({ candidate, rate }: Result) => `${candidate.name} ${text(rate)}`;
  return {
    claim:
      'At other temperatures and on larger lattices, too, attention of the paper’s form is accepted more often than the linear model with all shells.',
    found: `${places.map(([place, here]) => `${place}: ${here.map(words).join(', ')}`).join('; ')}.`,
    verdict: allAbove(
      places.flatMap(([, here]) => here.filter(isPaperForm).map((result) => advantage(result, here))),
      0,
    ),
  };
}

function bestTransformerAt(places: Places): Finding {
  const best = places.map(([, here]) => bestOf(here.filter(isTransformer)));
  const advantages = places.map(([, here], k) => advantage(best[k], here));
  return {
    claim: 'At these temperatures and sizes the best transformer is accepted more often than that linear model.',
    found: `${places.map(([place], k) => `${place}: ${best[k].candidate.name}, by ${text(advantages[k])}`).join('; ')}.`,
    verdict: allAbove(advantages, 0),
  };
}

const placeOf = ({ candidate: { length, temperature } }: Result): string => `${length} × ${length}, T = ${temperature}`;

const isTransformer = ({ candidate }: Result): boolean => candidate.effective.kind === 'transformer';

/** The acceptance minus that of the linear model at the same place. */
const advantage = ({ rate }: Result, here: readonly Result[]): Combined =>
  differenceOf(rate, named(here, 'linear, all shells').rate);

const bestOf = (results: readonly Result[]): Result => results.reduce((a, b) => (b.rate.value > a.rate.value ? b : a));

const worstOf = (results: readonly Result[]): Result => results.reduce((a, b) => (b.rate.value < a.rate.value ? b : a));

function named(results: readonly Result[], name: string): Result {
  const result = results.find(({ candidate }) => candidate.name === name);
  if (!result) throw new Error(`no result of ${name}`);
  return result;
}
