import type { BenchResult } from '../../bench/bench.ts';
import { inverse, ratiosGrid, timesGrid } from './grid.ts';

/** What is compared with what. */
const LAPACK_TASKS =
  'forces against values and vectors, a local sweep against one solution per proposal, the others against values only';

export function engineText(results: readonly BenchResult[]): string {
  return [
    'EXACT WEIGHT',
    timesGrid(results),
    ...ratiosGrid(results, 'lapack', `Times as fast as LAPACK: ${LAPACK_TASKS}`),
    ...ratiosGrid(results, 'wasm', 'The TypeScript twin takes as many times as long as WebAssembly', inverse),
    ...ratiosGrid(
      results,
      'quaternion',
      'The complex route takes as many times as long as the quaternion route',
      inverse,
    ),
  ].join('\n\n');
}
