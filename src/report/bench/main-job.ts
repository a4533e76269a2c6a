import type { BenchResult } from '../../bench/bench.ts';
import { table } from '../table.ts';

export function mainJobText(results: readonly BenchResult[]): string {
  const rows = results.map(({ name, milliseconds, processorMilliseconds }) => [
    name,
    seconds(milliseconds),
    processorMilliseconds === undefined ? '–' : seconds(processorMilliseconds),
  ]);
  return [
    'MAIN JOB: ./spinformer run examples/talk-6x6.toml, one worker per core, installation not counted',
    table([['seconds', 'wall', 'processor'], ...rows]),
  ].join('\n\n');
}

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(2);
