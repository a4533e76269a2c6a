/** Timings as a table: one line per task, route and engine, one column per lattice. */
import type { BenchReport, BenchResult } from '../bench/bench.ts';
import { table } from './table.ts';

/** What is compared with what. */
const LAPACK_TASKS =
  'forces against values and vectors, a local sweep against one solution per proposal, the others against values only';

export function benchText({ rival, results }: BenchReport): string {
  const lengths = [...new Set(results.map(({ size }) => size[0]))];
  const header = (title: string) => [title, ...lengths.map((length) => `${length}×${length}`)];
  const times = group(results).map(([title, row]) => [title, ...cells(row, lengths, milliseconds)]);
  const factors = (rival: string, title: string, show: (ratio: number) => string) => {
    const rows = group(results.filter(({ ratios }) => rival in ratios));
    if (rows.length === 0) return [];
    const lines = rows.map(([task, row]) => [task, ...cells(row, lengths, ({ ratios }) => show(ratios[rival]))]);
    return [`${title}\n\n${table([header(''), ...lines])}`];
  };
  const digits = (ratio: number) => (ratio >= 100 ? ratio.toFixed(0) : ratio.toPrecision(2));
  const inverse = (ratio: number) => digits(1 / ratio);
  return [
    'Square lattice, t = J = 1, β = 20, μ = 0, default tolerance; one thread; medians.',
    `LAPACK: ${rival}.`,
    table([header('milliseconds'), ...times]),
    ...factors('lapack', `Times as fast as LAPACK: ${LAPACK_TASKS}`, digits),
    ...factors('wasm', 'The TypeScript twin takes as many times as long as WebAssembly', inverse),
    ...factors('quaternion', 'The complex route takes as many times as long as the quaternion route', inverse),
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
