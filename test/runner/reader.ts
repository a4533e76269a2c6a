/** A reader in its own process: `node reader.ts RUN SAMPLES` reads all of a run again and again until every chain has so many samples, and prints how often. */
import { openRun } from '../../src/store/store.ts';
import { contents } from './runs.ts';

const [directory, samples] = process.argv.slice(2);
const run = openRun(directory);

console.log('reading');
let reads = 0;
for (let isDone = false; !isDone; reads++) {
  const { series, checkpoints } = contents(run.directory);
  const lengths = series.chains.map(([x]) => x?.length ?? 0);
  // The checkpoint is read after the series.
  for (const [chain, length] of lengths.entries())
    if ((checkpoints[chain]?.samples ?? 0) < length)
      throw new Error(`chain ${chain + 1} went back from ${length} samples`);
  isDone = lengths.length > 0 && lengths.every((length) => length === Number(samples));
}
console.log(reads);
