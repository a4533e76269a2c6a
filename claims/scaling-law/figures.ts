/** The errors against parameters, with the power laws, and against blocks. */
import type { Axis, FigureSpec, Series } from '../../src/report/figures/figure-spec.ts';
import { combinedText } from '../analysis/seeds.ts';
import { pointOf, SQUARED_ERROR } from '../plotting.ts';
import type { Figure } from '../target.ts';
import { type Curve, nameOf, type Outcome } from './outcome.ts';
import { type Plan, SHELLS, TEMPERATURE } from './plan.ts';

export function figuresOf(curves: Outcome, plan: Plan): Figure[] {
  const spec = (title: string, x: Axis, series: readonly Series[]): FigureSpec => ({
    title,
    x,
    y: SQUARED_ERROR,
    names: 'above',
    caption: captionOf(plan),
    series,
  });
  const { depths } = curves[0];
  const parameters: Axis = { label: 'parameters', scale: 'log', ticks: depths.map((depth) => depth.parameters) };
  const blocks: Axis = { label: 'attention blocks', ticks: depths.map((depth) => depth.blocks) };
  return [
    {
      name: 'parameters',
      spec: spec('The error against the number of parameters, with fitted powers −α (lines)', parameters, [
        ...curves.map((curve) => pointsOf(curve, 'parameters', 'points')),
        ...curves.map(lawOf),
      ]),
    },
    {
      name: 'blocks',
      spec: spec(
        'The error against the number of attention blocks',
        blocks,
        curves.map((curve) => pointsOf(curve, 'blocks', 'both')),
      ),
    },
  ];
}

const captionOf = ({ seeds, testSamples }: Plan): string =>
  `Square lattice 6 × 6, t = J = 1, μ = 0, T = ${TEMPERATURE}; seeds ${seeds.join(', ')}, each with data of its own: as many exact evaluations as samples, ` +
  `and ${testSamples} to judge by. Transformer, ${SHELLS} shells.`;

const pointsOf = (curve: Curve, x: 'parameters' | 'blocks', shape: 'points' | 'both'): Series => ({
  name: nameOf(curve),
  shape,
  points: curve.depths.map((depth) => pointOf(depth[x], depth.error)),
});

const lawOf = (curve: Curve): Series => ({
  name: `${nameOf(curve)}: α = ${combinedText(curve.law.exponent)}`,
  shape: 'line',
  points: curve.depths.map(({ parameters }) => ({ x: parameters, y: curve.law.at(parameters) })),
});
