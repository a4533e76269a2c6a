/** The errors and acceptances of all candidates at every place. */
import { predictedAcceptance } from '../../src/statistics/predicted-acceptance.ts';
import { combinedText } from '../analysis/seeds.ts';
import type { Table } from '../target.ts';
import type { Outcome, PlaceResult, Result } from './outcome.ts';
import type { Plan } from './plan.ts';

export const tablesOf = ({ sizes, temperatures }: Outcome, plan: Plan): Table[] => [
  { title: `On larger lattices, T = ${plan.sizesAt}`, rows: rows(sizes) },
  { title: `At lower T, L = ${plan.temperaturesAt}`, rows: rows(temperatures) },
];

function rows(places: readonly PlaceResult[]): string[][] {
  const head = ['L', 'T', '⟨m_s²⟩', 'model', 'reach', 'parameters', 'σ²', 'erfc(σ/2)', 'acceptance'];
  const body = places.flatMap(({ size, temperature, order, results }) =>
    results.map((result) => [String(size), String(temperature), combinedText(order), ...cells(result)]),
  );
  return [head, ...body];
}

const cells = ({ candidate, seeds, error, acceptance }: Result): string[] => [
  ...[candidate.name, candidate.reach === undefined ? 'all' : String(candidate.reach), String(seeds[0].parameters)],
  ...[combinedText(error), predictedAcceptance(Math.sqrt(error.value)).toFixed(2), combinedText(acceptance)],
];
