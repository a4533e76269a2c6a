import { expect, it } from 'vitest';
import { philoxStream } from '../../../src/numeric/philox.ts';
import { segmentNumbers } from '../../../src/run/store/paths.ts';
import { type Job, startJob } from './job.ts';
import { contents, exampleJob, newDirectory, undisturbed, until } from './runs.ts';

/** SPINFORMER_KILLS=500 for a long test. */
const KILLS = Number(process.env.SPINFORMER_KILLS ?? 12);
const COMMITS_PER_KILL = 30;
/** Up to about the time of so many commits: most blows hit a chain at work, many of them within a transaction. */
const LIFE_MILLISECONDS = 60;
const moments = philoxStream(12, 0);

it(`goes on with the same bits after ${KILLS} × kill -9`, { timeout: 60_000 + 3000 * KILLS }, async () => {
  const samples = 3 * COMMITS_PER_KILL * KILLS;
  const job = exampleJob(newDirectory(), { chains: 2, samples, checkpointSamples: 3, statusSeconds: 0 });
  const expected = await undisturbed(job);
  let kills = 0;
  while (kills < KILLS && (await killed(job, kills))) kills++;
  expect(await startJob(job).ended).toMatchObject({ code: 0 });
  expect(contents(job.directory)).toEqual(expected);
  expect(segmentNumbers(job.directory, 1).length).toBeGreaterThan(2);
});

/** Every fourth attempt dies while it starts, the others once they committed something. False when it was over before. */
async function killed(job: Job, attempt: number): Promise<boolean> {
  const { child, ended, output } = startJob(job);
  if (attempt % 4 > 0) await until(() => output().includes('acceptance') || child.exitCode !== null);
  await new Promise((resolve) => setTimeout(resolve, LIFE_MILLISECONDS * moments.nextUniform()));
  child.kill('SIGKILL');
  return (await ended).signal === 'SIGKILL';
}
