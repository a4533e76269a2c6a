import type { BenchResult } from '../../bench/bench.ts';
import { inverse, ratiosGrid, timesGrid } from './grid.ts';

export function transformerText(results: readonly BenchResult[]): string {
  return [
    'TRANSFORMER, 3 blocks, 6 shells: by configuration; levenberg-marquardt: an iteration for 1000 configurations, energies only',
    timesGrid(results),
    ...ratiosGrid(results, 'pytorch', 'Times as fast as PyTorch: gradients in batches, forces one by one'),
    ...ratiosGrid(results, 'wasm', 'The TypeScript twin takes as many times as long as WebAssembly', inverse),
  ].join('\n\n');
}
