/** The effective samples against size, for every sampler. */
import type { FigureSpec, Series } from '../../src/report/figures/figure-spec.ts';
import { seedsText } from '../analysis/seeds.ts';
import { pointOf } from '../plotting.ts';
import type { Figure } from '../target.ts';
import { isKnown, isNotAuto, type Outcome, type Rate } from './outcome.ts';
import { type Plan, TEMPERATURE } from './plan.ts';

const SHOWN: readonly { readonly name: string; readonly rate: Rate; readonly label: string; readonly title: string }[] =
  [
    {
      name: 'second',
      rate: 'perSecond',
      label: 'effective samples of m_s² per second',
      title: 'Effective samples per second of one core, training and measurements not counted',
    },
    {
      name: 'evaluation',
      rate: 'perEvaluation',
      label: 'effective samples of m_s² per exact evaluation',
      title: 'Effective samples per exact evaluation',
    },
  ];

export function figuresOf(cells: Outcome, plan: Plan): Figure[] {
  const sizes = [...plan.samples.keys()];
  const x: FigureSpec['x'] = { label: 'L', scale: 'log', ticks: sizes, domain: [sizes[0], sizes[sizes.length - 1]] };
  return SHOWN.map(({ name, rate, label, title }) => ({
    name,
    spec: {
      title,
      x,
      y: { label, scale: 'log' },
      series: seriesOf(cells, rate),
      caption: captionOf(plan),
    },
  }));
}

const seriesOf = (cells: Outcome, rate: Rate): Series[] =>
  [...Map.groupBy(cells.filter(isNotAuto), ({ candidate }) => candidate.name)].map(([name, same]) => ({
    name,
    points: same.filter(isKnown).map(({ size, performance }) => pointOf(size, performance[rate])),
  }));

function captionOf({ seeds, samples, candidates }: Plan): string {
  const evaluations = candidates.map(({ exactEvaluations = 0 }) => exactEvaluations).filter((count) => count > 0);
  const counts = [...samples.values()];
  const others = candidates
    .filter(({ factor = 1 }) => factor !== 1)
    .map(({ name, factor = 1 }) => `${Number(factor.toPrecision(2))} times as many of ${name}`);
  return (
    `Square lattice L × L, t = J = 1, μ = 0, T = ${TEMPERATURE}; ${seedsText(seeds)}; ${counts[0]} (L = ${[...samples.keys()][0]}) to ${counts[counts.length - 1]} samples, ` +
    `${others.join(', ')}; ${Math.min(...evaluations)} to ${Math.max(...evaluations)} exact evaluations to learn from. Errors: of τ (Γ-method), of the time of a step, and scatter of seeds.`
  );
}
