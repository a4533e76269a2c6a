/** The tables of docs/performance.md. */
import type { BenchReport, BenchResult } from '../../src/bench/bench.ts';
import { exponentWords } from '../../src/report/bench/growth.ts';
import { table } from '../markdown.ts';
import type { Measured } from './measured.ts';
import { LENGTHS as MODEL_LENGTHS } from './models.ts';
import { CHAINS, LENGTHS as RUN_LENGTHS } from './reading.ts';

/** What is timed, in words, with the exponents of N that its operations have on large lattices, square and cubic. */
const TASKS: readonly (readonly [name: string, words: string, square: string, cubic: string])[] = [
  ['log-weight', 'log W', '3/2', '2'],
  ['forces', 'log W and all forces', '3/2', '2'],
  ['inner-chain', 'inner chain of the linear model, 2 heat-bath sweeps', '2', '2'],
  ['step', 'step: inner chain and log W', '2', '2'],
  ['measured-step', 'the same with everything measured', '2', '2'],
  ['transformer-force', 'transformer: energy and forces', '2', '2'],
  ['transformer-gradient', 'transformer: energy and derivatives in the parameters', '2', '2'],
  ['linear-generation', 'training generation, linear', '3', '3'],
  ['transformer-generation', 'training generation, transformer', '2', '2'],
];

/** Lattices whose costs stand beside each other. */
const SIZES = ['6×6', '16×16', '32×32', '6×6×6'];

const sizeOf = ({ size }: BenchResult): string => size.join('×');
const significant = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(2));

/** Costs in units of log W, below the milliseconds of log W itself. */
export function costTable({ results }: BenchReport): string {
  const time = (task: string, size: string) =>
    results.find((result) => result.part === 'growth' && result.name === task && sizeOf(result) === size)?.milliseconds;
  const ratio = (task: string, size: string) => {
    const [own, unit] = [time(task, size), time('log-weight', size)];
    return own === undefined || unit === undefined ? '–' : significant(own / unit);
  };
  const unit = ['log W, milliseconds', ...SIZES.map((size) => significant(time('log-weight', size) ?? Number.NaN))];
  const rows = TASKS.slice(1).map(([task, words]) => [words, ...SIZES.map((size) => ratio(task, size))]);
  return table(['', ...SIZES], [unit, ...rows]);
}

/** How many times longer a step with everything measured takes at L = 32 than at L = 16. */
export function doublingFactor({ results }: BenchReport): string {
  const [small, large] = ['16×16', '32×32'].map((size) =>
    results.find((result) => result.name === 'measured-step' && sizeOf(result) === size),
  );
  return small && large ? significant(large.milliseconds / small.milliseconds) : '–';
}

export function exponentTable({ exponents = [] }: BenchReport): string {
  const rows = TASKS.map(([task, words, square, cubic]) => {
    const same = exponents.filter(({ name }) => name === task);
    return [words, exponentWords(same, 'square'), square, exponentWords(same, 'cubic'), cubic];
  });
  return table(['', 'square, measured', 'square, large N', 'cubic, measured', 'cubic, large N'], rows);
}

export function mainJobTable({ results }: BenchReport): string {
  const seconds = (milliseconds: number | undefined) =>
    milliseconds === undefined ? '–' : (milliseconds / 1000).toFixed(1);
  const rows = results
    .filter(({ part }) => part === 'main-job')
    .map(({ name, milliseconds, processorMilliseconds }) => [
      PARTS[name],
      seconds(milliseconds),
      seconds(processorMilliseconds),
    ]);
  return table(['seconds', 'wall time', 'processor time'], rows);
}

const PARTS: Readonly<Record<string, string>> = {
  'start-up': 'start-up',
  training: 'training, 2000 exact evaluations',
  choosing: 'choosing the inner chain',
  sampling: 'sampling, 4 chains of 4500 steps',
  report: 'reading, table',
  'main-job': '**all of it**',
};

/** Costs of learned energies in units of log W. */
export function modelTable({ models }: Measured): string {
  const rows = [...Map.groupBy(models, ({ words }) => words)].map(([words, same]) => [
    words,
    ...MODEL_LENGTHS.flatMap((length) => {
      const found = same.find((one) => one.length === length);
      return found ? [found.force, found.gradient].map((time) => significant(time / found.logWeight)) : ['–', '–'];
    }),
  ]);
  const heads = MODEL_LENGTHS.flatMap((length) => [`${length}×${length}: forces`, `${length}×${length}: gradient`]);
  return table(['', ...heads], rows);
}

/** 25 000 */
const inThousands = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ' ');

export function readingTable({ reading }: Measured): string {
  const heads = RUN_LENGTHS.map((length) => `${CHAINS} × ${inThousands(length)} samples`);
  const rows = reading.map(({ command, seconds }) => [`\`${command}\``, ...seconds.map((time) => time.toFixed(1))]);
  return table(['seconds of processor time', ...heads], rows);
}
