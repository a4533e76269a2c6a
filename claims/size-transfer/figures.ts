/** Acceptance and error on every lattice, as trained and refitted. */
import type { Axis, FigureSpec, Series } from '../../src/report/figures/spec.ts';
import { type Combined, combinedText } from '../analysis/seeds.ts';
import type { Reproduction, Table } from '../target.ts';
import { BUDGET, type Measured, type Setting, SHELLS, SIZES, TEMPERATURE, type Transfer, type Way } from './plan.ts';

type Quantity = 'acceptance' | 'error';

const TITLES = { unchanged: 'as trained at L = 6', refitted: `readout refitted, ${BUDGET} exact evaluations at most` };
const AXES: Readonly<Record<Quantity, Axis>> = {
  acceptance: { label: 'acceptance of decorrelated proposals', domain: [0, 1] },
  error: { label: 'mean squared error σ² of β(F − E), unseen samples', scale: 'log' },
};

export const LINEAR = `linear, all shells, ${BUDGET} exact evaluations`;

export function figuresOf(transfers: readonly Transfer[], setting: Setting): Reproduction['figures'] {
  return (['unchanged', 'refitted'] as const).flatMap((way) =>
    (['acceptance', 'error'] as const).map((quantity) => ({
      name: `${way}-${quantity}`,
      spec: specOf(transfers, setting, way, quantity),
    })),
  );
}

function specOf(
  transfers: readonly Transfer[],
  setting: Setting,
  way: keyof typeof TITLES,
  quantity: Quantity,
): FigureSpec {
  const { seeds, samples, judges, proposals } = setting;
  return {
    title: `Transformers on larger lattices, ${TITLES[way]}`,
    x: { label: 'sites along an edge, L', ticks: SIZES },
    y: AXES[quantity],
    series: [
      ...transfers.map((transfer) => seriesOf(transfer.variant.name, transfer, way, quantity)),
      seriesOf(LINEAR, transfers[0], 'linear', quantity),
    ],
    names: 'above',
    caption:
      `Square lattice, t = J = 1, μ = 0, T = ${TEMPERATURE}; seeds ${seeds.join(', ')}. Transformers with ${SHELLS} shells and 2 blocks, trained on ${samples} exact evaluations at L = ${SIZES[0]}; ` +
      `${judges} samples to judge by, ${proposals} proposals.`,
  };
}

const seriesOf = (name: string, { sizes }: Transfer, way: Way, quantity: Quantity): Series => ({
  name,
  points: SIZES.map((x, k) => point(x, sizes[k][way][quantity])),
});

const point = (x: number, { value, error }: Combined) => ({ x, y: value, error });

export const tablesOf = (transfers: readonly Transfer[]): Table[] => [
  { title: 'Acceptance of decorrelated proposals, and σ²', rows: rows(transfers) },
];

function rows(transfers: readonly Transfer[]): string[][] {
  const head = [
    'model',
    'exact evaluations here',
    ...SIZES.flatMap((size) => [`acceptance, L = ${size}`, `σ², L = ${size}`]),
  ];
  const row = (name: string, { sizes }: Transfer, way: Way) => [
    ...[name, sizes.map((size) => evaluationsText(size[way])).join(', ')],
    ...sizes.flatMap((size) => [combinedText(size[way].acceptance), combinedText(size[way].error)]),
  ];
  const body = transfers.flatMap((transfer) => [
    row(`${transfer.variant.name}, unchanged`, transfer, 'unchanged'),
    row(`${transfer.variant.name}, refitted`, transfer, 'refitted'),
  ]);
  return [head, ...body, row('linear, all shells', transfers[0], 'linear')];
}

/** Mean over seeds. */
const evaluationsText = ({ exactEvaluations }: Measured): string => exactEvaluations.value.toFixed(0);
