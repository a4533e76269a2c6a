/** What the curves say about the scaling law. */
import { isPositive } from '../analysis/comparing.ts';
import { combinedText, exponential, mean } from '../analysis/seeds.ts';
import type { Finding, Verdict } from '../target.ts';
import { type Curve, type Depth, deepestOf, flatText, gain, nameOf, type Outcome } from './outcome.ts';

/** The least probable χ² of a fit, and the smallest range of parameters of a law. */
const [NO_FIT, DECADE] = [0.01, 10];

/** The findings from the curves of Levenberg-Marquardt with ascending samples, followed by those of AdamW. */
export function findingsOf(curves: Outcome): Finding[] {
  const exact = curves.filter(({ candidate }) => candidate.method !== 'adamw');
  const most = exact[exact.length - 1];
  return [powerLaw(curves, most), flattening(exact, most), moreData(exact[0], most), ...methods(curves)];
}

const verdictWords = (curve: Curve): string => `The verdict is that of ${nameOf(curve)}.`;

function powerLaw(curves: Outcome, most: Curve): Finding {
  const range = deepestOf(most).parameters / most.depths[0].parameters;
  const laws = curves.map(
    (curve) =>
      `${nameOf(curve)}: α = ${combinedText(curve.law.exponent)}, χ²/degrees ${curve.law.chiSquare.toFixed(1)}/${curve.law.degrees}`,
  );
  return {
    claim: 'The loss of the transformer falls as a power of the number of parameters.',
    found: `${laws.join('; ')}. Parameters span a factor of ${range.toFixed(1)}${range < DECADE ? ', too little to tell a power law from another decrease' : ''}. ${verdictWords(most)}`,
    verdict: powerVerdict(most.law, range),
  };
}

function powerVerdict({ exponent, probability }: Curve['law'], range: number): Verdict {
  const falls = isPositive(exponent);
  if (falls !== 'holds') return falls;
  return probability > NO_FIT && range >= DECADE ? 'holds' : 'holds in part';
}

function flattening(exact: Outcome, most: Curve): Finding {
  const { depths, flatFrom } = most;
  const words = exact.map((curve) => `with ${curve.candidate.samples} samples ${flatText(curve)}`).join(', ');
  const rest = combinedText(exponential(gain(depths[flatFrom - 1], deepestOf(most))));
  const beyond =
    flatFrom < depths.length
      ? ` All blocks beyond these gain a factor of ${rest} with ${most.candidate.samples} samples.`
      : '';
  return {
    claim: 'Every further block lowers the loss.',
    found: `Further blocks gain nothing significant (two standard deviations): ${words}.${beyond} ${verdictWords(most)}`,
    verdict: flatFrom === depths.length ? 'holds' : flatFrom > 1 ? 'holds in part' : 'undecided',
  };
}

function moreData(least: Curve, most: Curve): Finding {
  const [few, many] = [least, most].map(deepestOf);
  const logGain = gain(few, many);
  return {
    claim: 'More data lower the error of the deepest model.',
    found: `With ${few.blocks} blocks ${combinedText(few.error)} from ${least.candidate.samples} samples, ${combinedText(many.error)} from ${most.candidate.samples}: a factor of ${combinedText(exponential(logGain))}, seed by seed.`,
    verdict: isPositive(logGain),
  };
}

/** The findings on both methods, at every number of samples that both have. */
function methods(curves: Outcome): Finding[] {
  const [adamW, others] = [true, false].map((wanted) =>
    curves.filter(({ candidate }) => (candidate.method === 'adamw') === wanted),
  );
  return adamW.flatMap((curve) => {
    const { samples } = curve.candidate;
    const other = others.find(({ candidate }) => candidate.samples === samples);
    return other ? [comparison(samples, deepestOf(curve), deepestOf(other))] : [];
  });
}

const comparison = (samples: number, adamW: Depth, other: Depth): Finding => ({
  claim: `Levenberg-Marquardt finds better parameters than AdamW for ${adamW.blocks} blocks, ${samples} samples.`,
  found: `${combinedText(other.error)} in ${meanSeconds(other)} s of one core, compared with ${combinedText(adamW.error)} in ${meanSeconds(adamW)} s.`,
  verdict: isPositive(gain(adamW, other)),
});

const meanSeconds = ({ seeds }: Depth): string => mean(seeds.map(({ seconds }) => seconds)).toPrecision(2);
