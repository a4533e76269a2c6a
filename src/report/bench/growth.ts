import type { BenchReport, BenchResult } from '../../bench/bench.ts';
import { PROPOSALS } from '../../bench/growth/generation.ts';
import { formatWithError } from '../../statistics/format.ts';
import { table } from '../table.ts';
import { timesGrid } from './grid.ts';

type Exponents = NonNullable<BenchReport['exponents']>;

export const GROWTH_CONDITIONS = `linear model with all shells, transformer with 3 blocks and 6 shells; steps by reweighting with the linear model; generations of ${PROPOSALS} proposals`;

export function growthText(results: readonly BenchResult[], { exponents = [] }: BenchReport): string {
  const kinds = Map.groupBy(results, ({ size }) => size.length);
  return [
    `GROWTH on square and cubic lattices: ${GROWTH_CONDITIONS}`,
    ...[...kinds.values()].map(timesGrid),
    'Times grow like N to the power of these, fitted to the larger half of the lattices:',
    exponentTable(exponents),
  ].join('\n\n');
}

function exponentTable(exponents: Exponents): string {
  const kinds = [...new Set(exponents.map(({ lattice }) => lattice))];
  const tasks = [...Map.groupBy(exponents, ({ name }) => name)];
  const rows = tasks.map(([name, same]) => [name, ...kinds.map((kind) => exponentWords(same, kind))]);
  return table([['', ...kinds], ...rows]);
}

/** An exponent with its error: 1.53(4); a dash where there is none. */
export function exponentWords(exponents: Exponents, kind: string): string {
  const found = exponents.find(({ lattice }) => lattice === kind);
  return found ? formatWithError(found.exponent, found.error) : '–';
}
