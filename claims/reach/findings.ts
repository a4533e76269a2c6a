/** Whether reach matters, and whether it is attention that one needs for it. */
import { pullOf } from '../analysis/agreement.ts';
import { errorOf } from '../analysis/judge.ts';
import { type Combined, combinedText, exponential, logRatio } from '../analysis/seeds.ts';
import type { Finding, Verdict } from '../target.ts';
import { atAllSizes, atAllTemperatures } from './figures.ts';
import type { Outcome, PlaceResult, Setting } from './plan.ts';

export function findingsOf(places: readonly PlaceResult[], setting: Setting): Finding[] {
  const [sizes, temperatures] = [atAllSizes(places, setting), atAllTemperatures(places, setting)];
  const largest = sizes[sizes.length - 1];
  return [
    againstAttention(
      'Attention describes what models of short reach cannot.',
      largest,
      places,
      ({ reach = largest.size }) => reach <= SHORT,
    ),
    againstAttention(
      'Attention describes what convolutions cannot, however far they reach.',
      largest,
      places,
      ({ choice, reach = 0 }) => choice.kind === 'convolution' && reach > SHORT,
    ),
    againstAttention(
      'Attention is needed for correlations over all distances.',
      largest,
      places,
      ({ choice, reach }) => choice.kind === 'linear' && reach === undefined,
    ),
    growth('On larger lattices models of short reach fall behind.', sizes, ({ size }) => `L = ${size}`),
    growth('At lower T models of short reach fall behind.', temperatures, ({ temperature }) => `T = ${temperature}`),
  ];
}

/** Lattice constants: less than half of any lattice here. */
const SHORT = 2;

const attentionOf = ({ outcomes }: PlaceResult): Outcome =>
  outcomes.find(({ entry }) => entry.choice.kind === 'transformer') as Outcome;

const errorsOf = ({ seeds }: Outcome): Combined[] => seeds.map(errorOf);

/** Where correlations are longest, with numbers; what does better than attention anywhere else is counted against the claim. */
function againstAttention(
  claim: string,
  place: PlaceResult,
  everywhere: readonly PlaceResult[],
  isMeant: (entry: Outcome['entry']) => boolean,
): Finding {
  const attention = attentionOf(place);
  const meant = place.outcomes.filter(({ entry }) => isMeant(entry));
  const ratios = meant.map((outcome) => logRatio(errorsOf(outcome), errorsOf(attention)));
  const words = meant.map(
    ({ entry, error }, k) =>
      `${entry.name} ${combinedText(error)}, ${combinedText(exponential(ratios[k]))} times as much`,
  );
  const better = everywhere.filter((one) => one !== place).flatMap((one) => betterThanAttention(one, isMeant));
  const elsewhere = better.length > 0 ? ` Elsewhere it is less than that of attention: ${better.join('; ')}.` : '';
  return {
    claim,
    found: `σ² at L = ${place.size}, T = ${place.temperature}, where ⟨m_s²⟩ = ${combinedText(place.order)}: attention ${combinedText(attention.error)}; ${words.join('; ')}.${elsewhere}`,
    verdict: restricted(common(ratios.map(signOf)), better.length > 0),
  };
}

function betterThanAttention(place: PlaceResult, isMeant: (entry: Outcome['entry']) => boolean): string[] {
  const attention = attentionOf(place);
  const isBetter = ({ entry, error }: Outcome) => isMeant(entry) && pullOf(error, attention.error) < -2;
  return place.outcomes
    .filter(isBetter)
    .map(({ entry }) => `${entry.name} at L = ${place.size}, T = ${place.temperature}`);
}

/** What is refuted at another place holds in part at best. */
const restricted = (verdict: Verdict, isRefutedElsewhere: boolean): Verdict => {
  if (!isRefutedElsewhere) return verdict;
  return verdict === 'holds' || verdict === 'holds in part' ? 'holds in part' : 'does not hold';
};

/** From the first place to the last. */
function growth(claim: string, places: readonly PlaceResult[], name: (place: PlaceResult) => string): Finding {
  const [first, last] = [places[0], places[places.length - 1]];
  const local = first.outcomes.flatMap(({ entry: { reach = Infinity } }, k) => (reach <= SHORT ? [k] : []));
  const behind = (place: PlaceResult, k: number) => logRatio(errorsOf(place.outcomes[k]), errorsOf(attentionOf(place)));
  const changes = local.map((k) => difference(behind(last, k), behind(first, k)));
  const words = local.map((k) => {
    const [a, b] = [first, last].map((place) => combinedText(exponential(behind(place, k))));
    return `${first.outcomes[k].entry.name} ${a} and ${b}`;
  });
  return {
    claim,
    found: `σ² in units of that of attention, ${name(first)} and ${name(last)}, ⟨m_s²⟩ = ${combinedText(first.order)} and ${combinedText(last.order)}: ${words.join('; ')}.`,
    verdict: common(changes.map(signOf)),
  };
}

const difference = (a: Combined, b: Combined): Combined => ({
  value: a.value - b.value,
  error: Math.hypot(a.error, b.error),
});

/** Positive by more than two standard deviations: holds. */
const signOf = ({ value, error }: Combined): Verdict =>
  value > 2 * error ? 'holds' : value < -2 * error ? 'does not hold' : 'undecided';

function common(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.every((verdict) => verdict === verdicts[0])) return verdicts[0];
  return verdicts.includes('holds') ? 'holds in part' : 'undecided';
}
