import type { BenchResult } from '../../bench/bench.ts';

export function startUpText(results: readonly BenchResult[]): string {
  const lines = results.map(
    ({ milliseconds, ratios }) =>
      `${milliseconds.toFixed(0)} ms of wall time for spinformer --version; Node alone takes ${(milliseconds * ratios.node).toFixed(0)} ms`,
  );
  return ['START-UP', ...lines].join('\n\n');
}
