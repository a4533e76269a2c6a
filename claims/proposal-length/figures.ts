/** The acceptance and the efficiency against the length of the inner chain. */
import type { FigureSpec } from '../../src/report/figures/figure-spec.ts';
import { seedsText } from '../analysis/seeds.ts';
import { pointOf } from '../plotting.ts';
import type { Figure } from '../target.ts';
import { at, type Measure, type Outcome } from './outcome.ts';
import { nameOf, type Plan, SWEEPS, TEMPERATURE } from './plan.ts';

const TITLES: Readonly<Record<Measure, { readonly title: string; readonly label: string }>> = {
  acceptance: { title: 'Acceptance of proposals, by the length of the inner chain', label: 'acceptance' },
  efficiency: {
    title: 'Effective samples per exact evaluation, by the length of the inner chain',
    label: 'effective samples of m_s² per exact evaluation',
  },
};

export const figuresOf = (results: Outcome, plan: Plan): Figure[] =>
  (['acceptance', 'efficiency'] as const).map((name) => ({ name, spec: specOf(results, plan, name) }));

function specOf(results: Outcome, plan: Plan, measure: Measure): FigureSpec {
  const { title, label } = TITLES[measure];
  return {
    title,
    x: { label: 'sweeps or trajectories of the inner chain between two exact tests', scale: 'log', ticks: SWEEPS },
    y: { label, domain: [0, 1] },
    series: results.map((result) => ({
      name: nameOf(result.candidate),
      points: result.candidate.lengths.map((length, k) => pointOf(length, at(result, measure, k))),
    })),
    names: 'above',
    caption: captionOf(plan),
  };
}

function captionOf({ candidates, seeds, proposals }: Plan): string {
  const evaluations = candidates.map(({ exactEvaluations }) => exactEvaluations);
  return (
    `Square lattice 6 × 6, t = J = 1, μ = 0, T = ${TEMPERATURE}; ${seedsText(seeds)}; ${Math.min(...evaluations)} exact evaluations to learn linear models from, ` +
    `${Math.max(...evaluations)} for the transformer; ${proposals} proposals at each point.`
  );
}
