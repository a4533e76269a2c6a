import type { BenchResult } from '../../bench/bench.ts';
import type { SamplingDetails } from '../../bench/result.ts';
import { formatWithError } from '../../statistics/format.ts';
import { table } from '../table.ts';
import { digits } from './grid.ts';

const BORROWED = 'Without m_s²: a few steps were timed, and τ is that of our own chain with the same settings.';

export function samplersText(results: readonly BenchResult[]): string {
  const sizes = Map.groupBy(results, ({ size }) => size.join('×'));
  return [
    'SAMPLERS: milliseconds per effective sample of m_s², by the Γ-method, and how many times as fast as the rivals that is',
    ...[...sizes].map(([size, ofSize]) => [sizeTable(size, ofSize), ...ofSize.flatMap(trainingLine)].join('\n')),
    ...(results.filter(hasSampling).every(({ sampling }) => sampling.staggeredMagnetization2) ? [] : [BORROWED]),
  ].join('\n\n');
}

function sizeTable(size: string, results: readonly BenchResult[]): string {
  const samplers = results.filter(hasSampling);
  const rivals = [...new Set(samplers.flatMap(({ ratios }) => Object.keys(ratios)))];
  const header = [size, 'ms', ...rivals.map((rival) => `× ${rival}`), 'ms/step', 'τ/steps', 'm_s²', 'settings'];
  const rows = samplers.map(({ name, engine, milliseconds, ratios, sampling }) => [
    `${name}, ${engine}`,
    milliseconds.toPrecision(3),
    ...rivals.map((rival) => (rival in ratios ? digits(ratios[rival]) : '')),
    ...samplingCells(sampling),
  ]);
  return table([header, ...rows]);
}

function samplingCells({ stepMilliseconds, tau, tauError, staggeredMagnetization2: m, settings }: SamplingDetails) {
  const order = m ? formatWithError(m.mean, m.error) : '–';
  return [stepMilliseconds.toPrecision(3), formatWithError(tau, tauError), order, settings];
}

const hasSampling = (result: BenchResult): result is BenchResult & { readonly sampling: SamplingDetails } =>
  result.sampling !== undefined;

function trainingLine({ name, milliseconds }: BenchResult): string[] {
  return name === 'training' ? [`self-learning learned for ${(milliseconds / 1000).toPrecision(2)} s before`] : [];
}
