/** The acceptance and error on every lattice, a row for every way. */
import { combinedText } from '../analysis/seeds.ts';
import type { Table } from '../target.ts';
import type { Outcome, Transfer, Way } from './outcome.ts';
import { SIZES } from './plan.ts';

export const tablesOf = (transfers: Outcome): Table[] => [
  { title: 'Acceptance of decorrelated proposals, and σ²', rows: rows(transfers) },
];

function rows(transfers: Outcome): string[][] {
  const head = [
    'model',
    'exact evaluations here',
    ...SIZES.flatMap((size) => [`acceptance, L = ${size}`, `σ², L = ${size}`]),
  ];
  const body = transfers.flatMap((transfer) => [
    row(`${transfer.candidate.name}, unchanged`, transfer, 'unchanged'),
    row(`${transfer.candidate.name}, refitted`, transfer, 'refitted'),
  ]);
  return [head, ...body, row('linear, all shells', transfers[0], 'linear')];
}

const row = (name: string, { sizes }: Transfer, way: Way): string[] => [
  ...[name, sizes.map((size) => size[way].exactEvaluations.value.toFixed(0)).join(', ')],
  ...sizes.flatMap((size) => [combinedText(size[way].acceptance), combinedText(size[way].error)]),
];
