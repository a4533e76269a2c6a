/** Learning curves, and the table of the talk with numbers in it. */
import type { Axis, Series } from '../../src/report/figures/spec.ts';
import { predictedAcceptance } from '../../src/statistics/acceptance.ts';
import { type Combined, combinedText } from '../analysis/seeds.ts';
import type { Reproduction, Table } from '../target.ts';
import { demandOf, demandText, WANTED } from './demand.ts';
import { allSamples, type Curve, type Learned, type Setting, TEMPERATURE } from './entries.ts';

export function figuresOf(curves: readonly Curve[], setting: Setting): Reproduction['figures'] {
  const caption =
    `Square lattice 6 × 6, t = J = 1, μ = 0, T = ${TEMPERATURE}; seeds ${setting.seeds.join(', ')}, each with data of its own, the same for all models: one exact evaluation per ` +
    `configuration, forces included; ${setting.judges} more to judge by, ${setting.proposals} proposals.`;
  const x: Axis = { label: 'configurations to learn from', scale: 'log', ticks: allSamples(setting) };
  const names = 'above' as const;
  return [
    {
      name: 'error',
      spec: {
        title: 'The error against the number of configurations to learn from',
        x,
        y: { label: 'mean squared error σ² of β(F − E), unseen samples', scale: 'log' },
        names,
        caption,
        series: curves.map((curve) => seriesOf(curve, ({ error }) => error)),
        references: [{ axis: 'y', value: spreadOf(curves), label: 'a constant' }],
      },
    },
    {
      name: 'acceptance',
      spec: {
        title: 'Acceptance of decorrelated proposals against the number of configurations',
        x,
        y: { label: 'acceptance of decorrelated proposals', domain: [0, 1] },
        names,
        caption,
        series: curves.map((curve) => seriesOf(curve, ({ acceptance }) => acceptance)),
        references: [{ axis: 'y', value: WANTED, label: 'one half' }],
      },
    },
  ];
}

const seriesOf = ({ entry, points }: Curve, quantity: (point: Learned) => Combined): Series => ({
  name: entry.name,
  points: points.map((point) => ({ x: point.samples, y: quantity(point).value, error: quantity(point).error })),
});

/** Of βF over what is judged by, mean over seeds. */
export function spreadOf([{ points }]: readonly Curve[]): number {
  const { seeds } = points[0];
  return seeds.reduce((sum, { spread }) => sum + spread, 0) / seeds.length;
}

export const tablesOf = (curves: readonly Curve[], setting: Setting): Table[] => [
  { title: 'The table of the talk, with numbers', rows: talkRows(curves) },
  {
    title: 'Mean squared error of β(F − E), unseen samples, by configurations',
    rows: rows(curves, allSamples(setting), 'error'),
  },
  {
    title: 'Acceptance of decorrelated proposals, by configurations',
    rows: rows(curves, allSamples(setting), 'acceptance'),
  },
  {
    title: 'Processor seconds of the fits, all starts together, by configurations',
    rows: secondRows(curves, allSamples(setting)),
  },
];

function talkRows(curves: readonly Curve[]): string[][] {
  const head = [
    ...['model', 'parameters', 'equivariant', 'correlations', `configurations for ${100 * WANTED} %`],
    ...['acceptance with all', 'σ² with all', 'erfc(σ/2)'],
  ];
  const body = curves.map(({ entry, points }) => {
    const { seeds, acceptance, error } = points[points.length - 1];
    return [
      ...[entry.name, String(seeds[0].parameters), entry.isEquivariant ? 'yes' : 'no', entry.reach],
      ...[demandText(demandOf(points)), combinedText(acceptance), combinedText(error)],
      predictedAcceptance(Math.sqrt(error.value)).toFixed(2),
    ];
  });
  return [head, ...body];
}

type Cell = (point: Learned) => string;

function rows(curves: readonly Curve[], samples: readonly number[], quantity: 'error' | 'acceptance'): string[][] {
  return cells(curves, samples, (point) => combinedText(point[quantity]));
}

const secondRows = (curves: readonly Curve[], samples: readonly number[]): string[][] =>
  cells(curves, samples, ({ seeds }) =>
    (seeds.reduce((sum, { seconds }) => sum + seconds, 0) / seeds.length).toPrecision(2),
  );

function cells(curves: readonly Curve[], samples: readonly number[], text: Cell): string[][] {
  const body = curves.map(({ entry, points }) => [
    entry.name,
    ...samples.map((count) => {
      const point = points.find((one) => one.samples === count);
      return point ? text(point) : '';
    }),
  ]);
  return [['model', ...samples.map(String)], ...body];
}
