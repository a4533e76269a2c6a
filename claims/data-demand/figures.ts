/** The learning curves: error and acceptance against the number of configurations. */
import type { Axis, FigureSpec, Reference, Series } from '../../src/report/figures/figure-spec.ts';
import { seedsText } from '../analysis/seeds.ts';
import { ACCEPTANCE, pointOf, SQUARED_ERROR } from '../plotting.ts';
import type { Figure } from '../target.ts';
import { type Curve, type Outcome, spreadOf } from './outcome.ts';
import { allSamples, type Plan, TEMPERATURE, WANTED } from './plan.ts';

type Quantity = 'error' | 'acceptance';

const TITLES: Readonly<Record<Quantity, string>> = {
  error: 'The error against the number of configurations to learn from',
  acceptance: 'Acceptance of decorrelated proposals against the number of configurations',
};

export function figuresOf(curves: Outcome, plan: Plan): Figure[] {
  const constant = { axis: 'y', value: spreadOf(curves), label: 'a constant' } as const;
  const half = { axis: 'y', value: WANTED, label: 'one half' } as const;
  return [
    { name: 'error', spec: specOf(curves, plan, 'error', SQUARED_ERROR, constant) },
    { name: 'acceptance', spec: specOf(curves, plan, 'acceptance', ACCEPTANCE, half) },
  ];
}

function specOf(curves: Outcome, plan: Plan, quantity: Quantity, y: Axis, reference: Reference): FigureSpec {
  return {
    title: TITLES[quantity],
    x: { label: 'configurations to learn from', scale: 'log', ticks: allSamples(plan) },
    y,
    names: 'above',
    caption:
      `Square lattice 6 × 6, t = J = 1, μ = 0, T = ${TEMPERATURE}; ${seedsText(plan.seeds)}, each with data of its own, the same for all models: one exact evaluation per ` +
      `configuration, forces included; ${plan.testSamples} more to judge by, ${plan.proposals} proposals.`,
    series: curves.map((curve) => seriesOf(curve, quantity)),
    references: [reference],
  };
}

const seriesOf = ({ candidate, points }: Curve, quantity: Quantity): Series => ({
  name: candidate.name,
  points: points.map((point) => pointOf(point.samples, point[quantity])),
});
