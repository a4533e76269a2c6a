/** All averages, and how well they agree. */
import { formatEstimate } from '../../src/statistics/estimate.ts';
import { agreement, type Difference } from '../analysis/agreement.ts';
import { combinedText } from '../analysis/seeds.ts';
import type { Table } from '../target.ts';
import type { RunResult } from '../workshop/workshop.ts';
import { type Outcome, referenceDifferences, referenceOf, samplerDifferences } from './outcome.ts';
import { QUANTITIES } from './plan.ts';

export function tablesOf(pairs: Outcome): Table[] {
  return [
    { title: 'Averages', rows: averages(pairs) },
    {
      title: 'Differences in units of their errors: χ² by quantity, over sizes and temperatures',
      rows: [
        ['compared', 'quantity', 'differences', 'χ²', 'p'],
        ...tests('self-learning − HMC', samplerDifferences(pairs)),
        ...tests('HMC − reference, 4 × 4', referenceDifferences(pairs, 'exact')),
        ...tests('self-learning − reference, 4 × 4', referenceDifferences(pairs, 'learned')),
      ],
    },
  ];
}

function averages(pairs: Outcome): string[][] {
  const head = ['lattice', 'T', 'method', ...QUANTITIES.map(({ label }) => label), 'acceptance', 'exact evaluations'];
  return [
    head,
    ...pairs.flatMap((pair) => {
      const row = (method: string, cells: string[]) => [
        `${pair.size} × ${pair.size}`,
        String(pair.temperature),
        method,
        ...cells,
      ];
      const reference = referenceOf(pair);
      const known = QUANTITIES.map(({ name }) => reference?.[name]);
      return [
        row('exact HMC', runCells(pair.exact)),
        row('self-learning', runCells(pair.learned)),
        ...(reference ? [row('reference', [...known.map((one) => (one ? combinedText(one) : '')), '', ''])] : []),
      ];
    }),
  ];
}

function runCells({ summary }: RunResult): string[] {
  const { observables, acceptance, cost } = summary;
  return [
    ...QUANTITIES.map(({ name }) => formatEstimate(observables[name])),
    acceptance.rate === null ? '' : acceptance.rate.toFixed(3),
    cost.exactEvaluations.toFixed(0),
  ];
}

const tests = (compared: string, differences: readonly Difference[]): string[][] =>
  agreement(differences).tests.map(({ quantity, points, chiSquare, probability }) => [
    ...[compared, quantity, String(points), chiSquare.toFixed(2)],
    probability.toPrecision(2),
  ]);
