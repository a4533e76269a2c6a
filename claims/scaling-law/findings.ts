/** What the curves say about the scaling law. */
import { combinedText, exponential, logRatio } from '../analysis/seeds.ts';
import type { Finding, Verdict } from '../target.ts';
import { type Curve, errorsOf } from './curves.ts';
import { flatText, nameOf } from './figures.ts';

/** A χ² less probable than this is no fit; parameters over less than a decade are no law. */
const [NO_FIT, DECADE] = [0.01, 10];

/** `curves`: those of Levenberg-Marquardt with ascending samples, then those of AdamW. */
export function findingsOf(curves: readonly Curve[]): Finding[] {
  const exact = curves.filter(({ method }) => method !== 'adamw');
  const most = exact[exact.length - 1];
  return [powerLaw(curves, most), flattening(exact, most), moreData(exact[0], most), ...methods(curves)];
}

/** Which curve a verdict is about. */
const judgedBy = (curve: Curve): string => `The verdict is that of ${nameOf(curve)}.`;

function powerLaw(curves: readonly Curve[], most: Curve): Finding {
  const { depths, law } = most;
  const range = depths[depths.length - 1].parameters / depths[0].parameters;
  const laws = curves.map(
    (curve) =>
      `${nameOf(curve)}: α = ${combinedText(curve.law.exponent)}, χ²/degrees ${curve.law.chiSquare.toFixed(1)}/${curve.law.degrees}`,
  );
  return {
    claim: 'The loss of the transformer falls as a power of the number of parameters.',
    found: `${laws.join('; ')}. Parameters span a factor of ${range.toFixed(1)}${range < DECADE ? ', too little to tell a power from another decrease' : ''}. ${judgedBy(most)}`,
    verdict: powerVerdict(law, range),
  };
}

function powerVerdict({ exponent, probability }: Curve['law'], range: number): Verdict {
  if (exponent.value < -2 * exponent.error) return 'does not hold';
  if (exponent.value < 2 * exponent.error) return 'undecided';
  return probability > NO_FIT && range >= DECADE ? 'holds' : 'holds in part';
}

function flattening(exact: readonly Curve[], most: Curve): Finding {
  const { depths, flatFrom } = most;
  const words = exact.map((curve) => `with ${curve.samples} samples ${flatText(curve)}`).join(', ');
  const gain = exponential(logRatio(errorsOf(depths[flatFrom - 1]), errorsOf(depths[depths.length - 1])));
  const beyond =
    flatFrom < depths.length
      ? ` All blocks beyond these gain a factor of ${combinedText(gain)} with ${most.samples} samples.`
      : '';
  return {
    claim: 'Every further block lowers the loss.',
    found: `Further blocks gain nothing that can be told from chance (two standard deviations): ${words}.${beyond} ${judgedBy(most)}`,
    verdict: flatFrom === depths.length ? 'holds' : flatFrom > 1 ? 'holds in part' : 'undecided',
  };
}

function moreData(least: Curve, most: Curve): Finding {
  const [few, many] = [least, most].map(({ depths }) => depths[depths.length - 1]);
  const logGain = logRatio(errorsOf(few), errorsOf(many));
  const significant = Math.abs(logGain.value) > 2 * logGain.error;
  return {
    claim: 'More data lower the floor.',
    found: `With ${few.blocks} blocks ${combinedText(few.error)} from ${least.samples} samples, ${combinedText(many.error)} from ${most.samples}: a factor of ${combinedText(exponential(logGain))}, seed by seed.`,
    verdict: significant ? (logGain.value > 0 ? 'holds' : 'does not hold') : 'undecided',
  };
}

/** At every number of samples that both methods have. */
function methods(curves: readonly Curve[]): Finding[] {
  const pairs = curves.flatMap((adamW) => {
    const same = curves.find(({ method, samples }) => method !== 'adamw' && samples === adamW.samples);
    return adamW.method === 'adamw' && same ? [{ adamW, same }] : [];
  });
  return pairs.map(({ adamW, same }) => {
    const [a, b] = [adamW, same].map(({ depths }) => depths[depths.length - 1]);
    const ratio = logRatio(errorsOf(a), errorsOf(b));
    const significant = Math.abs(ratio.value) > 2 * ratio.error;
    return {
      claim: `Levenberg-Marquardt finds better parameters than AdamW for ${a.blocks} blocks, ${adamW.samples} samples.`,
      found: `${combinedText(b.error)} beside ${combinedText(a.error)}, in ${meanSeconds(b.seeds)} s beside ${meanSeconds(a.seeds)} s of one core.`,
      verdict: significant ? (ratio.value > 0 ? 'holds' : 'does not hold') : 'undecided',
    };
  });
}

const meanSeconds = (seeds: readonly { readonly seconds: number }[]): string =>
  (seeds.reduce((sum, { seconds }) => sum + seconds, 0) / seeds.length).toPrecision(2);
