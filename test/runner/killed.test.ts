/** kill -9 of small chains that commit every few milliseconds: most kills hit a chain at work, many of them within a transaction. */
import { expect, it } from 'vitest';
import { philoxStream } from '../../src/numeric/philox.ts';
import { segmentNumbers } from '../../src/store/paths.ts';
import { startJob } from './job.ts';
import { contents, eventCount, exampleJob, type LoggedJob, newDirectory, sleep, undisturbed, until } from './runs.ts';

/** SPINFORMER_KILLS=500 for a long test. */
const KILLS = Number(process.env.SPINFORMER_KILLS ?? 12);
const SAMPLES_PER_COMMIT = 3;
const COMMITS_PER_KILL = 30;
/** Milliseconds that a start takes, about; the test does not depend on it. */
const START_MILLISECONDS = 300;
const moments = philoxStream(12, 0);

function newJob(): LoggedJob {
  const directory = newDirectory();
  const samples = SAMPLES_PER_COMMIT * COMMITS_PER_KILL * KILLS;
  const job = exampleJob(directory, { chains: 2, samples, checkpointSamples: SAMPLES_PER_COMMIT });
  return { ...job, events: `${directory}.jsonl` };
}

it(`continues bit-identically after ${KILLS} × kill -9`, { timeout: 0 }, async () => {
  const expected = await undisturbed(newJob());
  let segments = 0;
  for (let kills = 0; kills < KILLS; ) {
    // A run that comes to its end meanwhile makes room for another.
    const job = newJob();
    while (kills < KILLS && (await killed(job, kills))) kills++;
    expect(await startJob(job).ended).toMatchObject({ code: 0 });
    expect(contents(job.directory)).toEqual(expected);
    segments += [1, 2].flatMap((chain) => segmentNumbers(job.directory, chain)).length;
  }
  expect(segments).toBeGreaterThanOrEqual(KILLS / 2);
});

/** Every fourth attempt is killed while it starts, the others at one of their commits. False when it was over before. */
async function killed(job: LoggedJob, attempt: number): Promise<boolean> {
  const commits = () => eventCount(job, '"type":"checkpoint"');
  const before = commits();
  const wanted = before + 1 + Math.floor(COMMITS_PER_KILL * moments.nextUniform());
  const started = startJob(job);
  if (attempt % 4 === 0) await sleep(START_MILLISECONDS * moments.nextUniform());
  else await until(() => commits() >= wanted, started);
  started.child.kill('SIGKILL');
  return (await started.ended).signal === 'SIGKILL';
}
