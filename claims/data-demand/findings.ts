/** What the learning curves say about the table of the talk. */
import { differenceOf, isPositive } from '../analysis/comparing.ts';
import { combinedText } from '../analysis/seeds.ts';
import type { Finding, Verdict } from '../target.ts';
import {
  type Curve,
  type CurvePoint,
  type Demand,
  demandOf,
  demandText,
  lastOf,
  type Outcome,
  spreadOf,
} from './outcome.ts';
import { WANTED } from './plan.ts';

/** What counts as little data, in configurations, and as much, in units of what another model needs. */
const [LITTLE, HUGE] = [100, 10];

export function findingsOf(curves: Outcome): Finding[] {
  const of = (kind: string) => curves.find(({ candidate }) => candidate.choice.kind === kind) as Curve;
  const attention = of('transformer');
  return [
    equivariance(curves),
    hugeDemand(attention, of('standard-attention'), spreadOf(curves)),
    littleDemand(curves, attention),
    comparison(
      'Models of CNN type do not work: none of them is accepted as often as attention.',
      [of('convolution'), of('plain-cnn')],
      attention,
    ),
    comparison(
      'The linear model with all shells is accepted less often than attention, from the same data.',
      [of('linear')],
      attention,
    ),
  ];
}

const demandWords = ({ candidate, points }: Curve): string => `${candidate.name} ${demandText(demandOf(points))}`;

function equivariance(curves: Outcome): Finding {
  const [yes, no] = [true, false].map((wanted) => curves.filter(({ candidate }) => candidate.isEquivariant === wanted));
  const verdicts = yes.flatMap((a) => no.map((b) => comparedDemand(demandOf(a.points), demandOf(b.points), 1)));
  const [good, bad] = [yes, no].map((list) => list.map(demandWords).join(', '));
  return {
    claim: 'Equivariance reduces the demand for data.',
    found: `Configurations for an acceptance of ${100 * WANTED} %: with it ${good}; without it ${bad}.`,
    verdict: worst(verdicts),
  };
}

function hugeDemand(attention: Curve, standard: Curve, spread: number): Finding {
  return {
    claim: `Standard attention needs a huge amount of data: at least ${HUGE} times as much as equivariant attention.`,
    found: `Configurations for an acceptance of ${100 * WANTED} %: ${demandWords(standard)}, ${demandWords(attention)}. With all its data, standard attention has σ² = ${combinedText(lastOf(standard).error)}; a constant has ${spread.toPrecision(3)}.`,
    verdict: comparedDemand(demandOf(attention.points), demandOf(standard.points), HUGE),
  };
}

function littleDemand(curves: Outcome, attention: Curve): Finding {
  const equivariant = curves.filter(({ candidate }) => candidate.isEquivariant);
  const { above = 0, atMost = Infinity } = demandOf(attention.points);
  return {
    claim: `Equivariant attention needs little data (a question mark on the slides): at most ${LITTLE} configurations.`,
    found: `Configurations for an acceptance of ${100 * WANTED} %: ${equivariant.map(demandWords).join(', ')}.`,
    verdict: atMost <= LITTLE ? 'holds' : above >= LITTLE ? 'does not hold' : 'undecided',
  };
}

/** The verdict on the claim that `b` needs at least `factor` times as many as `a`. */
export function comparedDemand(a: Demand, b: Demand, factor: number): Verdict {
  if (a.atMost !== undefined && b.above !== undefined && b.above >= factor * a.atMost) return 'holds';
  if (a.above !== undefined && b.atMost !== undefined && b.atMost <= factor * a.above) return 'does not hold';
  return 'undecided';
}

const worst = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.every((verdict) => verdict === 'holds')
    ? 'holds'
    : verdicts.includes('does not hold')
      ? 'does not hold'
      : 'undecided';

/** The verdict on the claim that each of the models is accepted less often than attention, all from the most data that they have in common. */
function comparison(claim: string, models: readonly Curve[], attention: Curve): Finding {
  const other = lastOf(attention);
  const words = ({ error, acceptance }: CurvePoint) => `${combinedText(acceptance)}, σ² = ${combinedText(error)}`;
  const own = models.map((curve) => `${curve.candidate.name} is accepted ${words(lastOf(curve))}`);
  return {
    claim,
    found: `From ${other.samples} configurations ${own.join('; ')}; equivariant attention ${words(other)}.`,
    verdict: worst(models.map((curve) => isPositive(differenceOf(other.acceptance, lastOf(curve).acceptance)))),
  };
}
