import type { BenchResult } from '../../bench/bench.ts';
import { inverse, ratiosGrid, timesGrid } from './grid.ts';

export function flowsText(results: readonly BenchResult[]): string {
  return [
    'FLOWS, one round of single sites, splines, all shells: a proposal with its density; a path gradient without the force',
    timesGrid(results),
    ...ratiosGrid(results, 'log-weight', 'Log weights that take as long', inverse),
    ...ratiosGrid(results, 'forces', 'Log weights with forces that take as long', inverse),
    ...ratiosGrid(results, 'wasm', 'The TypeScript twin takes as many times as long as WebAssembly', inverse),
  ].join('\n\n');
}
