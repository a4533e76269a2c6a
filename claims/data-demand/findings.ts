/** What the learning curves say about the table of the talk. */
import { pullOf } from '../analysis/agreement.ts';
import { combinedText } from '../analysis/seeds.ts';
import type { Finding, Verdict } from '../target.ts';
import { type Demand, demandOf, demandText, WANTED } from './demand.ts';
import type { Curve, Learned } from './entries.ts';
import { spreadOf } from './figures.ts';

const last = ({ points }: Curve) => points[points.length - 1];
const demandWords = (curve: Curve): string => `${curve.entry.name} ${demandText(demandOf(curve.points))}`;

export function findingsOf(curves: readonly Curve[]): Finding[] {
  const of = (kind: string) => curves.find(({ entry }) => entry.choice.kind === kind) as Curve;
  const [attention, standard] = [of('transformer'), of('standard-attention')];
  return [
    equivariance(curves),
    {
      claim: `Standard attention needs a huge amount of data: at least ${HUGE} times as much as equivariant attention.`,
      found: `For an acceptance of ${100 * WANTED} %: ${demandWords(standard)}, where ${demandWords(attention)}. With all its data its σ² is ${combinedText(last(standard).error)}; a constant has ${spreadOf(curves).toPrecision(3)}.`,
      verdict: comparedDemand(demandOf(attention.points), demandOf(standard.points), HUGE),
    },
    {
      claim: `Equivariant attention needs few data (a question mark on the slides): at most ${FEW} configurations.`,
      found: `For an acceptance of ${100 * WANTED} %: ${curves
        .filter(({ entry }) => entry.isEquivariant)
        .map(demandWords)
        .join(', ')}.`,
      verdict: fewVerdict(demandOf(attention.points)),
    },
    comparison(
      'Models of CNN type do not work: none of them is accepted as often as attention.',
      [of('convolution'), of('plain-cnn')],
      attention,
    ),
    comparison(
      'The linear model with all shells does worse than attention, from the same data.',
      [of('linear')],
      attention,
    ),
  ];
}

/** Configurations, and how many times as many. */
const [FEW, HUGE] = [100, 10];

const fewVerdict = ({ above = 0, atMost = Infinity }: Demand): Verdict =>
  atMost <= FEW ? 'holds' : above >= FEW ? 'does not hold' : 'undecided';

function equivariance(curves: readonly Curve[]): Finding {
  const [yes, no] = [true, false].map((wanted) => curves.filter(({ entry }) => entry.isEquivariant === wanted));
  const verdicts = yes.flatMap((a) => no.map((b) => comparedDemand(demandOf(a.points), demandOf(b.points), 1)));
  const [good, bad] = [yes, no].map((list) => list.map(demandWords).join(', '));
  return {
    claim: 'Equivariance reduces the demand for data.',
    found: `Configurations for an acceptance of ${100 * WANTED} %: with it ${good}; without it ${bad}.`,
    verdict: worst(verdicts),
  };
}

/** Whether `b` needs at least `factor` times as many as `a`. */
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

/** Whether each of the models is accepted less often than attention, all from the most data that they have in common. */
function comparison(claim: string, models: readonly Curve[], attention: Curve): Finding {
  const other = last(attention);
  const words = ({ error, acceptance }: Learned) => `${combinedText(acceptance)}, σ² = ${combinedText(error)}`;
  const own = models.map((curve) => `${curve.entry.name} is accepted ${words(last(curve))}`);
  return {
    claim,
    found: `From ${other.samples} configurations ${own.join('; ')}; equivariant attention ${words(other)}.`,
    verdict: worst(models.map((curve) => acceptedLess(last(curve), other))),
  };
}

function acceptedLess(own: Learned, other: Learned): Verdict {
  const pull = pullOf(own.acceptance, other.acceptance);
  return pull < -2 ? 'holds' : pull > 2 ? 'does not hold' : 'undecided';
}
