/** Disks that refuse: the message says what to do, and the run goes on once it is done. */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { type Job, jobFile, started, startJob } from './job.ts';
import { contents, exampleJob, newDirectory, undisturbed } from './runs.ts';

/** Root may write anywhere: as root, the job runs as nobody. */
const NOBODY = 65534;
const asNobody = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

const inShell = (script: string, job: Job) =>
  started(spawn('sh', ['-c', script, 'sh', process.execPath, jobFile, JSON.stringify(job)]));

const canMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0;

async function expectResumable(job: Job): Promise<void> {
  expect(await startJob(job).ended).toMatchObject({ code: 0 });
  expect(contents(job.directory)).toEqual(await undisturbed(job));
}

it('a directory that may not be written, before and after the run began', async () => {
  const job = exampleJob(newDirectory());
  const folder = dirname(job.directory);
  chmodSync(folder, 0o555);
  const message = 'cannot be written: permission is missing. Make it writable, or choose another directory\n';
  expect(await startJob(job, asNobody).ended).toMatchObject({ code: 2, output: `${job.directory}: ${message}` });
  chmodSync(folder, 0o755);

  await startJob({ ...job, samples: 50 }).ended;
  chmodSync(join(job.directory, 'chain-001'), 0o555);
  const { code, output } = await startJob(job, asNobody).ended;
  expect(code).toBe(2);
  // As nobody, other chains are out of reach too.
  expect(output).toMatch(/chain \d: .*chain-00\d\/segment-002\.sqlite: cannot be written: permission is missing\./);
  chmodSync(join(job.directory, 'chain-001'), 0o755);
  await expectResumable(job);
});

it('a limit on the size of files', async () => {
  const job = exampleJob(newDirectory(), { samples: 3000, checkpointSamples: 500 });
  // In units of 512 bytes.
  const { code, output } = await inShell('ulimit -f 120; exec "$@"', job).ended;
  expect(code).toBe(1);
  expect(output).toMatch(
    /chain \d: .*segment-001\.sqlite: cannot be written: the disk reports an error\. What was committed before is safe: look for/,
  );
  const lengths = contents(job.directory).series.chains.map(([x]) => x.length);
  expect(Math.max(...lengths)).toBeGreaterThan(0);
  await expectResumable(job);
});

it.skipIf(!canMount)(`a full disk${canMount ? '' : ' (skipped: may not mount one here)'}`, async () => {
  const job = exampleJob(mkdtempSync(join(dirname(newDirectory()), 'disk-')), {
    samples: 3000,
    checkpointSamples: 300,
  });
  const run = join(job.directory, 'run');
  const script = `
    mount -t tmpfs -o size=200k none ${job.directory} || exit 99
    "$@" && exit 98
    echo "exit $?"
    mount -o remount,size=50m ${job.directory} || exit 97
    "$@" && cp -r ${run} ${job.directory}.copy`;
  const mounted = started(
    spawn('unshare', [
      '-rm',
      'sh',
      '-c',
      script,
      'sh',
      process.execPath,
      jobFile,
      JSON.stringify({ ...job, directory: run }),
    ]),
  );
  const { code, output } = await mounted.ended;
  expect(output).toMatch(
    /chain \d: .*segment-001\.sqlite: cannot be written: the disk is full\. What was committed before is safe: make room, then run again\nexit 1\n/,
  );
  expect(code).toBe(0);
  expect(contents(`${job.directory}.copy`)).toEqual(await undisturbed(job));
});
