/** Everything that was measured, one line per candidate. */
import { combinedText, mean } from '../analysis/seeds.ts';
import type { Table } from '../target.ts';
import { meanOf, type Outcome, type Result } from './outcome.ts';

export function tablesOf({ talk, others }: Outcome): Table[] {
  return [
    { title: 'Acceptance of decorrelated proposals, 6 × 6, T = 0.05', rows: [['model', ...COLUMNS], ...talk.map(row)] },
    {
      title: 'Acceptance at other temperatures and sizes',
      rows: [
        ['model', 'lattice', 'T', ...COLUMNS],
        ...others.map((result) => {
          const { length, temperature } = result.candidate;
          const [name, ...rest] = row(result);
          return [name, `${length} × ${length}`, String(temperature), ...rest];
        }),
      ],
    },
  ];
}

const COLUMNS = ['exact evaluations', 'acceptance', 'erfc(σ/2)', 'exp(−σ)', 'σ², proposals', 'σ², held out'];

function row(result: Result): string[] {
  const { candidate, heldOut, rate } = result;
  return [
    candidate.name,
    String(candidate.exactEvaluations),
    combinedText(rate),
    meanOf(result, 'predicted').toFixed(3),
    meanOf(result, 'predictedExponential').toFixed(3),
    meanOf(result, 'meanSquaredError').toPrecision(3),
    mean(heldOut).toPrecision(3),
  ];
}
