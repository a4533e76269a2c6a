/** All rates by sampler and size, and where the time went. */
import { combinedText as text } from '../analysis/seeds.ts';
import type { Table } from '../target.ts';
import { breakEven, type Cell, type Performance } from './performance.ts';
import { AUTO, type Entry, type Plan } from './plan.ts';

const RATES = [
  ['perSecond', 'Effective samples of m_s² per second, measurements not counted'],
  ['perSecondMeasured', 'The same with every sample measured, which is what inner chains are chosen for'],
  ['perEvaluation', 'Effective samples of m_s² per exact evaluation'],
] as const;

export function tablesOf(cells: readonly Cell[], plan: Plan): Table[] {
  const sizes = [...plan.samples.keys()];
  return [
    ...RATES.map(([key, title]) => ({
      title,
      rows: [
        ['sampler', ...sizes.map((size) => `L = ${size}`)],
        ...plan.entries.map((entry) => [entry.name, ...sizes.map((size) => rateText(cells, entry, size, key))]),
      ],
    })),
    ...sizes.map((size) => ({ title: `Where the time goes, L = ${size}`, rows: costRows(cells, size) })),
  ];
}

const find = (cells: readonly Cell[], entry: Entry, size: number): Cell | undefined =>
  cells.find((cell) => cell.entry.name === entry.name && cell.size === size);

function rateText(cells: readonly Cell[], entry: Entry, size: number, key: (typeof RATES)[number][0]): string {
  const cell = find(cells, entry, size);
  if (!cell) return 'left out';
  return cell.performance ? text(cell.performance[key]) : 'not enough data';
}

const COSTS = [
  ...['sampler', 'acceptance', 'τ of m_s²', 'exact weight (ms)', 'inner chain (ms)', 'measurement (ms)'],
  ...['training (s)', 'paid for after (effective samples)'],
];

function costRows(cells: readonly Cell[], size: number): string[][] {
  const known = cells.flatMap((cell) =>
    cell.size === size && cell.performance ? [{ ...cell, performance: cell.performance }] : [],
  );
  const rivals = known.filter(({ entry }) => !entry.effective).map(({ performance }) => performance);
  const rival = rivals.toSorted((a, b) => b.perSecond.value - a.perSecond.value)[0];
  return [
    COSTS,
    ...known.map(({ entry, performance, chosen }) => [
      entry.name === AUTO ? `${entry.name} (${chosen})` : entry.name,
      ...costCells(performance),
      rival && performance.training > 0 ? breakEvenText(performance, rival) : '',
    ]),
  ];
}

function costCells({ acceptance, tau, exact, inner, measurement, training }: Performance): string[] {
  const milliseconds = (time: number) => (time > 0 ? time.toPrecision(2) : '');
  return [
    ...[acceptance === null ? '' : acceptance.toFixed(3), text(tau)],
    ...[exact, inner, measurement].map(milliseconds),
    training > 0 ? training.toPrecision(2) : '',
  ];
}

function breakEvenText(learned: Performance, rival: Performance): string {
  const samples = breakEven(learned, rival);
  return Number.isFinite(samples.value) ? text(samples) : 'never';
}
