/** How far every chain of a run is. */
import { storedSamples } from '../chain/job.ts';
import { specOf } from '../run/conductor/stored-spec.ts';
import { lastCheckpoint, type Run } from '../store/store.ts';
import { table } from './table.ts';

export function statusText(run: Run): string {
  const spec = specOf(run);
  const wanted = storedSamples(spec);
  const rows = Array.from({ length: spec.sampling.chains }, (_, index) => {
    const { samples = 0, counters = {} } = lastCheckpoint(run, index + 1) ?? {};
    const acceptance = counters.proposed > 0 ? (counters.accepted / counters.proposed).toFixed(3) : '–';
    return [`chain ${index + 1}`, `${samples} of ${wanted}`, samples >= wanted ? 'finished' : 'unfinished', acceptance];
  });
  return `${table([['', 'samples', '', 'acceptance'], ...rows])}\n`;
}
