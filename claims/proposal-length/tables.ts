/** The acceptance and the efficiency by length, a table for every candidate. */
import { combinedText } from '../analysis/seeds.ts';
import type { Table } from '../target.ts';
import { at, type Measure, type Outcome, type Result } from './outcome.ts';
import { nameOf } from './plan.ts';

export const tablesOf = (results: Outcome): Table[] => results.map(tableOf);

function tableOf(result: Result): Table {
  const { candidate } = result;
  const text = (measure: Measure, k: number) => combinedText(at(result, measure, k));
  return {
    title: nameOf(candidate),
    rows: [
      [candidate.unit, 'acceptance', 'effective samples of m_s² per exact evaluation'],
      ...candidate.lengths.map((length, k) => [String(length), text('acceptance', k), text('efficiency', k)]),
    ],
  };
}
