/** Timings as a table: one line per task, route and engine, one column per lattice. */
import type { BenchReport, BenchResult } from '../bench/bench.ts';
import { table } from './table.ts';

export function benchText({ rival, results }: BenchReport): string {
  const lengths = [...new Set(results.map(({ size }) => size[0]))];
  const header = (title: string) => [title, ...lengths.map((length) => `${length}×${length}`)];
  const times = group(results).map(([title, row]) => [title, ...cells(row, lengths, milliseconds)]);
  const ratios = (name: string, title: string) => {
    const rows = group(results.filter((result) => name in result.ratios));
    if (rows.length === 0) return [];
    return [
      table([header(title), ...rows.map(([task, row]) => [task, ...cells(row, lengths, (r) => factor(r, name))])]),
    ];
  };
  return [
    'Square lattice, t = J = 1, β = 20, μ = 0, default tolerance; one thread; medians.',
    `LAPACK: ${rival}.`,
    table([header('milliseconds'), ...times]),
    ...ratios('lapack', 'LAPACK takes × (values; with vectors for forces; one solution per proposal for a sweep)'),
    ...ratios('wasm', 'TypeScript twin: WebAssembly takes ×'),
    ...ratios('quaternion', 'complex route: quaternion route takes ×'),
    '',
  ].join('\n\n');
}

function group(results: readonly BenchResult[]): [string, BenchResult[]][] {
  const groups = Map.groupBy(results, ({ name, route, engine }) => `${name}, ${route}, ${engine}`);
  return [...groups];
}

function cells(
  row: readonly BenchResult[],
  lengths: readonly number[],
  show: (result: BenchResult) => string,
): string[] {
  return lengths.map((length) => {
    const result = row.find(({ size }) => size[0] === length);
    return result ? show(result) : '–';
  });
}

const milliseconds = ({ milliseconds: value }: BenchResult): string => value.toPrecision(3);
const factor = ({ ratios }: BenchResult, name: string): string => ratios[name].toPrecision(3);
