/** Whether the samplers agree with each other and with exact methods. */
import { agreement, agreementText } from '../analysis/agreement.ts';
import { averageOf } from '../analysis/run-average.ts';
import type { Finding } from '../target.ts';
import type { RunResult } from '../workshop/workshop.ts';
import { type Outcome, placeOf, referenceDifferences, samplerDifferences } from './outcome.ts';
import { type Candidate, QUANTITIES } from './plan.ts';

export const findingsOf = (pairs: Outcome): Finding[] => [
  samplersAgree(pairs),
  agreesWithReference(pairs, 'exact'),
  agreesWithReference(pairs, 'learned'),
];

function samplersAgree(pairs: Outcome): Finding {
  const result = agreement(samplerDifferences(pairs));
  return {
    claim: 'Self-learning with the transformer gives the averages of exact hybrid Monte Carlo.',
    found: `${agreementText(result)} ${errorWords(pairs)}`,
    verdict: result.verdict,
  };
}

/** How large the errors are, and which runs say little. */
function errorWords(pairs: Outcome): string {
  const relative = pairs.flatMap(({ learned }) => {
    const order = averageOf(learned, 'absStaggeredMagnetization');
    return order ? [order.error / order.value] : [];
  });
  const words = [
    `The relative errors of |m_s| are ${percent(Math.min(...relative))} to ${percent(Math.max(...relative))}.`,
  ];
  const where = (isSo: (result: RunResult) => boolean) =>
    pairs.filter(({ exact, learned }) => isSo(exact) || isSo(learned)).map(placeOf);
  const [short, drifting] = [where(isTooShort), where(isDrifting)];
  if (short.length > 0) words.push(`Too short for an error bar: ${short.join('; ')}.`);
  if (drifting.length > 0) words.push(`Out of equilibrium by their own checks: ${drifting.join('; ')}.`);
  return words.join(' ');
}

const isTooShort = (result: RunResult): boolean => QUANTITIES.some(({ name }) => averageOf(result, name) === undefined);

const isDrifting = ({ summary }: RunResult): boolean => summary.thermalisation.verdict === 'differ';

const percent = (share: number): string => `${(100 * share).toPrecision(2)} %`;

const SAMPLERS: Readonly<Record<Candidate, string>> = {
  exact: 'hybrid Monte Carlo',
  learned: 'self-learning with the transformer',
};

function agreesWithReference(pairs: Outcome, candidate: Candidate): Finding {
  const result = agreement(referenceDifferences(pairs, candidate));
  return {
    claim: `On 4 × 4 sites, ${SAMPLERS[candidate]} gives the averages of exact methods.`,
    found: agreementText(result),
    verdict: result.verdict,
  };
}
