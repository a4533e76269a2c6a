/** One line per task, route and engine, one column per lattice. */
import type { BenchResult } from '../../bench/bench.ts';
import { table } from '../table.ts';

type Show = (result: BenchResult) => string;

export function timesGrid(results: readonly BenchResult[]): string {
  return grid('milliseconds', results, ({ milliseconds }) => threeDigits(milliseconds));
}

const threeDigits = (value: number): string => (value >= 1000 ? value.toFixed(0) : value.toPrecision(3));

/** A grid of the ratios to one rival, under a title; nothing where it took no part. */
export function ratiosGrid(
  results: readonly BenchResult[],
  rival: string,
  title: string,
  show: (ratio: number) => string = digits,
): string[] {
  const compared = results.filter(({ ratios }) => rival in ratios);
  return compared.length > 0 ? [`${title}\n\n${grid('', compared, ({ ratios }) => show(ratios[rival]))}`] : [];
}

export const digits = (ratio: number): string => (ratio >= 100 ? ratio.toFixed(0) : ratio.toPrecision(2));
export const inverse = (ratio: number): string => digits(1 / ratio);

function grid(corner: string, results: readonly BenchResult[], show: Show): string {
  const sizes = [...new Set(results.map(sizeWords))];
  const rows = Map.groupBy(results, ({ name, route, engine }) => `${name}, ${route}, ${engine}`);
  const lines = [...rows].map(([title, row]) => [title, ...cells(row, sizes, show)]);
  return table([[corner, ...sizes], ...lines]);
}

const sizeWords = ({ size }: BenchResult): string => size.join('×');

function cells(row: readonly BenchResult[], sizes: readonly string[], show: Show): string[] {
  return sizes.map((size) => {
    const result = row.find((candidate) => sizeWords(candidate) === size);
    return result ? show(result) : '–';
  });
}
