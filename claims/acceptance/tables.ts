/** Everything measured, a line per model. */
import { combinedText } from '../analysis/seeds.ts';
import type { Table } from '../target.ts';
import { meanOf, type Outcome } from './outcome.ts';

export function tables(talk: readonly Outcome[], others: readonly Outcome[]): Table[] {
  return [
    { title: 'Acceptance of decorrelated proposals, 6 × 6, T = 0.05', rows: [['model', ...COLUMNS], ...talk.map(row)] },
    {
      title: 'Elsewhere',
      rows: [
        ['model', 'lattice', 'T', ...COLUMNS],
        ...others.map((outcome) => {
          const { length, temperature } = outcome.entry;
          const [name, ...rest] = row(outcome);
          return [name, `${length} × ${length}`, String(temperature), ...rest];
        }),
      ],
    },
  ];
}

const COLUMNS = ['exact evaluations', 'acceptance', 'erfc(σ/2)', 'exp(−σ)', 'σ², proposals', 'σ², held out'];

function row(outcome: Outcome): string[] {
  const { entry, heldOut, rate } = outcome;
  return [
    entry.name,
    String(entry.exactEvaluations),
    combinedText(rate),
    meanOf(outcome, 'predicted').toFixed(3),
    meanOf(outcome, 'predictedExponential').toFixed(3),
    meanOf(outcome, 'meanSquaredError').toPrecision(3),
    (heldOut.reduce((sum, value) => sum + value, 0) / heldOut.length).toPrecision(3),
  ];
}
