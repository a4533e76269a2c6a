/** Whether the reach of a model matters, and whether it takes attention to have it. */
import { errorsOf } from '../analysis/assessment.ts';
import { differenceOf, isAbove, isPositive } from '../analysis/comparing.ts';
import { type Combined, combinedText, exponential, logRatio } from '../analysis/seeds.ts';
import type { Finding, Verdict } from '../target.ts';
import type { Outcome, PlaceResult, Result } from './outcome.ts';
import type { Candidate } from './plan.ts';

export function findingsOf({ everywhere, sizes, temperatures }: Outcome): Finding[] {
  const largest = sizes[sizes.length - 1];
  const elsewhere = everywhere.filter((place) => place !== largest);
  return [
    againstAttention(
      'Attention describes what models of short reach cannot.',
      largest,
      elsewhere,
      ({ reach = largest.size }) => reach <= SHORT,
    ),
    againstAttention(
      'Attention describes what convolutions cannot, however far they reach.',
      largest,
      elsewhere,
      ({ choice, reach = 0 }) => choice.kind === 'convolution' && reach > SHORT,
    ),
    againstAttention(
      'Attention is needed for correlations over all distances.',
      largest,
      elsewhere,
      ({ choice, reach }) => choice.kind === 'linear' && reach === undefined,
    ),
    growth('On larger lattices models of short reach fall behind.', sizes, ({ size }) => `L = ${size}`),
    growth('At lower T models of short reach fall behind.', temperatures, ({ temperature }) => `T = ${temperature}`),
  ];
}

/** The largest short reach in lattice constants, less than half of any lattice here. */
const SHORT = 2;

const attentionOf = ({ results }: PlaceResult): Result =>
  results.find(({ candidate }) => candidate.choice.kind === 'transformer') as Result;

/** The logarithm of the error in units of that of attention. */
const behind = (result: Result, attention: Result): Combined =>
  logRatio(errorsOf(result.seeds), errorsOf(attention.seeds));

/** The verdict on a claim about some candidates where correlations are longest; what does better than attention anywhere else counts against the claim. */
function againstAttention(
  claim: string,
  place: PlaceResult,
  elsewhere: readonly PlaceResult[],
  isMeant: (candidate: Candidate) => boolean,
): Finding {
  const attention = attentionOf(place);
  const meant = place.results.filter(({ candidate }) => isMeant(candidate));
  const ratios = meant.map((result) => behind(result, attention));
  const words = meant.map(
    ({ candidate, error }, k) =>
      `${candidate.name} ${combinedText(error)}, ${combinedText(exponential(ratios[k]))} times as much`,
  );
  const better = elsewhere.flatMap((one) => betterThanAttention(one, isMeant));
  const except = better.length > 0 ? ` Elsewhere it is less than that of attention: ${better.join('; ')}.` : '';
  return {
    claim,
    found: `σ² at L = ${place.size}, T = ${place.temperature}, where ⟨m_s²⟩ = ${combinedText(place.order)}: attention ${combinedText(attention.error)}; ${words.join('; ')}.${except}`,
    verdict: restricted(common(ratios.map(isPositive)), better.length > 0),
  };
}

function betterThanAttention(place: PlaceResult, isMeant: (candidate: Candidate) => boolean): string[] {
  const attention = attentionOf(place);
  const isBetter = ({ error }: Result) => isAbove(differenceOf(attention.error, error), 0);
  return place.results
    .filter((result) => isMeant(result.candidate) && isBetter(result))
    .map(({ candidate }) => `${candidate.name} at L = ${place.size}, T = ${place.temperature}`);
}

/** The verdict on a claim that is refuted at another place: it holds in part at best. */
const restricted = (verdict: Verdict, isRefutedElsewhere: boolean): Verdict => {
  if (!isRefutedElsewhere) return verdict;
  return verdict === 'holds' || verdict === 'holds in part' ? 'holds in part' : 'does not hold';
};

/** The verdict on the claim that models of short reach lose from the first place to the last. */
function growth(claim: string, places: readonly PlaceResult[], name: (place: PlaceResult) => string): Finding {
  const [first, last] = [places[0], places[places.length - 1]];
  const local = first.results.flatMap(({ candidate: { reach = Infinity } }, k) => (reach <= SHORT ? [k] : []));
  const behindAt = (place: PlaceResult, k: number) => behind(place.results[k], attentionOf(place));
  const changes = local.map((k) => differenceOf(behindAt(last, k), behindAt(first, k)));
  const words = local.map((k) => {
    const [a, b] = [first, last].map((place) => combinedText(exponential(behindAt(place, k))));
    return `${first.results[k].candidate.name} ${a} and ${b}`;
  });
  return {
    claim,
    found: `σ² in units of that of attention, ${name(first)} and ${name(last)}, ⟨m_s²⟩ = ${combinedText(first.order)} and ${combinedText(last.order)}: ${words.join('; ')}.`,
    verdict: common(changes.map(isPositive)),
  };
}

/** The verdict on several candidates together. */
function common(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.every((verdict) => verdict === verdicts[0])) return verdicts[0];
  return verdicts.includes('holds') ? 'holds in part' : 'undecided';
}
