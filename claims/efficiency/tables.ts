/** All rates by sampler and size, and where the time went. */
import { breakEven, type Performance } from '../analysis/performance.ts';
import { combinedText as text } from '../analysis/seeds.ts';
import type { Table } from '../target.ts';
import { bestExact, isKnown, isNotAuto, type KnownCell, type Outcome, type Rate } from './outcome.ts';
import type { Candidate, Plan } from './plan.ts';

const RATES: readonly (readonly [Rate, title: string])[] = [
  ['perSecond', 'Effective samples of m_s² per second, measurements not counted'],
  ['perSecondMeasured', 'The same with measurements as a run makes them, which is what inner chains are tuned for'],
  ['perEvaluation', 'Effective samples of m_s² per exact evaluation'],
];

export function tablesOf(cells: Outcome, plan: Plan): Table[] {
  const sizes = [...plan.samples.keys()];
  return [
    ...RATES.map(([rate, title]) => ({
      title,
      rows: [
        ['sampler', ...sizes.map((size) => `L = ${size}`)],
        ...plan.candidates.map((candidate) => [
          candidate.name,
          ...sizes.map((size) => rateText(cells, candidate, size, rate)),
        ]),
      ],
    })),
    ...sizes.map((size) => ({ title: `Where the time goes, L = ${size}`, rows: costRows(cells, size) })),
  ];
}

function rateText(cells: Outcome, { name }: Candidate, size: number, rate: Rate): string {
  const cell = cells.find((one) => one.candidate.name === name && one.size === size);
  if (!cell) return 'left out';
  return cell.performance ? text(cell.performance[rate]) : 'not enough data';
}

const COSTS = [
  ...['sampler', 'acceptance', 'τ of m_s²', 'exact weight (ms)', 'inner chain (ms)', 'measurement (ms)'],
  ...['training (s)', 'training pays off after (effective samples)'],
];

function costRows(cells: Outcome, size: number): string[][] {
  const known = cells.filter((cell) => cell.size === size).filter(isKnown);
  const untrained = bestExact(known)?.performance;
  return [COSTS, ...known.map((cell) => [nameOf(cell), ...costCells(cell.performance), paidText(cell, untrained)])];
}

const nameOf = (cell: KnownCell): string =>
  isNotAuto(cell) ? cell.candidate.name : `${cell.candidate.name} (${cell.chosen})`;

function costCells({ acceptance, tau, exact, inner, measurement, training }: Performance): string[] {
  const milliseconds = (time: number) => (time > 0 ? time.toPrecision(2) : '');
  return [
    ...[acceptance === null ? '' : acceptance.toFixed(3), text(tau)],
    ...[exact, inner, measurement].map(milliseconds),
    training > 0 ? training.toPrecision(2) : '',
  ];
}

function paidText({ performance }: KnownCell, untrained: Performance | undefined): string {
  if (!untrained || performance.training <= 0) return '';
  const samples = breakEven(performance, untrained);
  return Number.isFinite(samples.value) ? text(samples) : 'never';
}
