/** Acceptance and efficiency by length, as figures and tables. */
import type { FigureSpec } from '../../src/report/figures/spec.ts';
import { combinedText } from '../analysis/seeds.ts';
import type { Table } from '../target.ts';
import { at, type Measure, type Outcome } from './outcome.ts';
import { nameOf, SWEEPS } from './plan.ts';

const TITLES: Readonly<Record<Measure, { readonly title: string; readonly label: string }>> = {
  acceptance: { title: 'How often proposals are accepted, by the length of the inner chain', label: 'acceptance' },
  efficiency: {
    title: 'What an exact evaluation buys, by the length of the inner chain',
    label: 'effective samples of m_s² per exact evaluation',
  },
};

export function figureOf(outcomes: readonly Outcome[], measure: Measure): Omit<FigureSpec, 'caption'> {
  const { title, label } = TITLES[measure];
  return {
    title,
    x: { label: 'sweeps or trajectories of the inner chain between two exact tests', scale: 'log', ticks: SWEEPS },
    y: { label, domain: [0, 1] },
    series: outcomes.map((outcome) => ({
      name: nameOf(outcome.entry),
      points: outcome.entry.lengths.map((length, k) => {
        const { value, error } = at(outcome, measure, k);
        return { x: length, y: value, error };
      }),
    })),
    names: 'above',
  };
}

export function tableOf(outcome: Outcome): Table {
  const { entry } = outcome;
  const text = (measure: Measure, k: number) => combinedText(at(outcome, measure, k));
  return {
    title: nameOf(entry),
    rows: [
      [entry.unit, 'acceptance', 'effective samples of m_s² per exact evaluation'],
      ...entry.lengths.map((length, k) => [String(length), text('acceptance', k), text('efficiency', k)]),
    ],
  };
}
