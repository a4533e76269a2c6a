/** How far every chain of a run is. Its bits are the checksum of its last configuration, as the lab shows it too; a ladder has several at a time. */
import { storedSamples } from '../chain/job.ts';
import { specOf } from '../run/conductor/stored-spec.ts';
import { configurationChecksum } from '../spins/checksum.ts';
import { lastCheckpoint, type Run } from '../store/store.ts';
import { table } from './table.ts';

export function statusText(run: Run): string {
  const spec = specOf(run);
  const wanted = storedSamples(spec);
  const rows = Array.from({ length: spec.sampling.chains }, (_, index) => {
    const { samples = 0, counters = {}, spins } = lastCheckpoint(run, index + 1) ?? {};
    const acceptance = counters.proposed > 0 ? (counters.accepted / counters.proposed).toFixed(3) : '–';
    const standing = samples >= wanted ? 'finished' : 'unfinished';
    const bits = spins && !spec.tempering ? configurationChecksum(spins) : '–';
    return [`chain ${index + 1}`, `${samples} of ${wanted}`, standing, acceptance, bits];
  });
  return `${table([['', 'samples', '', 'acceptance', 'bits'], ...rows])}\n`;
}
