/** Runs where file locks are refused, as on many network file systems, and readers beside them. */
import { spawn, spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { createRun } from '../../src/store/store.ts';
import { resolvedFor, started, startJob } from './job.ts';
import { contents, exampleJob, newDirectory, undisturbed, until } from './runs.ts';
import { hasCompiler, withoutLocks } from './without-locks.ts';

const READER = fileURLToPath(new URL('./reader.ts', import.meta.url));

const startReader = (directory: string, samples: number, env: NodeJS.ProcessEnv) =>
  started(spawn(process.execPath, [READER, directory, String(samples)], { env }));

/** A run of many commits with two readers in a loop beside it. */
async function expectUndisturbed(env: NodeJS.ProcessEnv, directory = newDirectory()): Promise<void> {
  const job = exampleJob(directory, { chains: 2, samples: 3000, checkpointSamples: 10 });
  createRun(directory, '[sampling]\n', resolvedFor(job));
  const readers = [1, 2].map(() => startReader(directory, job.samples, env));
  for (const reader of readers) await until(() => reader.output().includes('reading'), reader);
  expect(await startJob(job, { env }).ended).toMatchObject({ code: 0 });
  for (const reader of readers) {
    const { code, output } = await reader.ended;
    expect(code, output).toBe(0);
    expect(Number(output.split('\n')[1])).toBeGreaterThan(1);
  }
  expect(contents(directory)).toEqual(await undisturbed(job));
}

it('readers in a loop see what was committed, and leave a run as it is', () => expectUndisturbed(process.env));

it.skipIf(!hasCompiler).each(['ENOLCK', 'ENOSYS', 'EAGAIN'])(
  'the same where every lock is refused with %s',
  async (errno) => {
    const directory = newDirectory();
    const env = withoutLocks(dirname(directory), errno);
    const locked = `import { DatabaseSync } from 'node:sqlite'; new DatabaseSync(process.argv[1]).exec('CREATE TABLE t (x)');`;
    const plain = spawnSync(
      process.execPath,
      ['--input-type=module', '-e', locked, join(dirname(directory), 'plain')],
      { env },
    );
    expect(plain.status).not.toBe(0);
    await expectUndisturbed(env, directory);
  },
);
