/** Spectra of many configurations on threads of a pool. */
import { onPool, workerModule } from '../../runner/runner.ts';
import type { ConfigurationSpectra } from '../../spectra/choice.ts';
import type { KeptConfiguration } from './kept.ts';
import type { SpectraJob, SpectraMessage, SpectraTask } from './spectra-task.ts';

/** The spectra of all configurations; each thread takes the next when it has none. */
export async function onThreads(
  job: SpectraJob,
  chains: readonly (readonly KeptConfiguration[])[],
  workers: number,
  told: (done: number, all: number) => void,
): Promise<ConfigurationSpectra[][]> {
  const tasks = chains.flatMap((chain, c) => chain.map(({ spins }, k) => ({ c, k, spins })));
  const spectra: ConfigurationSpectra[][] = chains.map(() => []);
  const module = workerModule('spectra-task', import.meta.url);
  let [next, done] = [0, 0];
  await onPool(undefined, (pool) => {
    const takeAll = async () => {
      while (next < tasks.length) {
        const { c, k, spins } = tasks[next++];
        const work = { module, task: { ...job, spins } satisfies SpectraTask, who: 'spectra' };
        await pool.perform<SpectraMessage>(work, (message) => {
          spectra[c][k] = message.spectra;
        });
        told(++done, tasks.length);
      }
    };
    return Promise.all(Array.from({ length: Math.min(workers, tasks.length) }, takeAll));
  });
  return spectra;
}
