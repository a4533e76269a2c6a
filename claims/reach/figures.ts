/** The errors and acceptances against size and temperature. */
import type { Axis, FigureSpec, Series } from '../../src/report/figures/figure-spec.ts';
import { ACCEPTANCE, pointOf, SQUARED_ERROR } from '../plotting.ts';
import type { Figure } from '../target.ts';
import type { Outcome, PlaceResult } from './outcome.ts';
import type { Plan } from './plan.ts';

type Quantity = 'error' | 'acceptance';

const Y: Readonly<Record<Quantity, Axis>> = { error: SQUARED_ERROR, acceptance: ACCEPTANCE };

export function figuresOf({ sizes, temperatures }: Outcome, plan: Plan): Figure[] {
  const againstSize = (quantity: Quantity, title: string): FigureSpec => ({
    title,
    x: { label: 'sites along an edge, L', ticks: plan.sizes },
    y: Y[quantity],
    series: seriesOf(sizes, quantity, 'size'),
    names: 'above',
    caption: captionOf(plan, `T = ${plan.sizesAt}`),
  });
  const againstTemperature: FigureSpec = {
    title: 'Local and global models at lower T',
    x: { label: 'T', unit: 't', scale: 'log', ticks: plan.temperatures },
    y: Y.error,
    series: seriesOf(temperatures, 'error', 'temperature'),
    names: 'above',
    caption: captionOf(plan, `L = ${plan.temperaturesAt}`),
  };
  return [
    { name: 'sizes', spec: againstSize('error', 'Local and global models on larger lattices') },
    { name: 'sizes-acceptance', spec: againstSize('acceptance', 'Acceptance on larger lattices') },
    { name: 'temperatures', spec: againstTemperature },
  ];
}

const captionOf = ({ seeds, samples, testSamples, proposals }: Plan, where: string): string =>
  `Square lattices, ${where}, t = J = 1, μ = 0; seeds ${seeds.join(', ')}, each with data of its own, the same for all models: ${samples} exact evaluations to learn from, ${testSamples} to judge by, ` +
  `${proposals} proposals.`;

const seriesOf = (places: readonly PlaceResult[], quantity: Quantity, x: 'size' | 'temperature'): Series[] =>
  places[0].results.map(({ candidate }, k) => ({
    name: candidate.name,
    points: places.map((place) => pointOf(place[x], place.results[k][quantity])),
  }));
