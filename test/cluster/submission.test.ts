/** What is written into scripts, and how tasks are put together. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sensibleShare } from '../../src/cli/job-sizes.ts';
import { jobScript, noticeOf } from '../../src/cluster/job-script.ts';
import { slurmSeconds } from '../../src/cluster/slurm-time.ts';
import { queueWords, withQueue } from '../../src/report/queue-words.ts';
import { spinformer } from '../cli/command.ts';
import { temporaryFolder } from '../store/example.ts';

it.each([
  ['90', 5400],
  ['1:30', 120],
  ['4:00:00', 14_400],
  ['1-12', 129_600],
  ['1-0:30', 88_200],
  ['2-1:00:01', 176_460],
  ['UNLIMITED', undefined],
])('reads the time %s as sbatch does, in whole minutes', (text, seconds) => {
  expect(slurmSeconds(text)).toBe(seconds);
});

it.each(['', '0', '4h', '1:2:3:4', '-5'])('refuses the time "%s"', (text) => {
  expect(() => slurmSeconds(text)).toThrow('--time: expected a time as sbatch takes it');
});

it('gives notice two minutes before the end, and of short jobs after three quarters', () => {
  expect([60, 240, 480, 14_400, undefined].map((seconds) => noticeOf(seconds))).toEqual([15, 60, 120, 120, 120]);
});

describe('a job takes', () => {
  it.each([
    ['one of a few short tasks', 100, 0.1, 1],
    ['some of many', 2000, 3, 20],
    ['no more than ten minutes of many', 20_000, 60, 10],
    ['one of many long tasks', 20_000, 3600, 1],
  ])('%s', (_, tasks, seconds, share) => {
    expect(sensibleShare(tasks, seconds)).toBe(share);
  });
});

it('writes paths and options that sbatch and a shell read as they are meant', () => {
  const settings = {
    directory: '/scratch/a "long" run of %j',
    madeBy: 'spinformer',
    program: 'node spinformer.mjs',
    options: ['--comment="a b"'],
    modules: ['nodejs/24'],
    maxRequeues: 7,
    seconds: 240,
  };
  const script = jobScript({ name: 'chains', shares: ['1', '2-3'], limit: 5 }, settings);
  expect(script).toContain('#SBATCH --output="/scratch/a \\"long\\" run of %%j/slurm/chains-%a.log"\n');
  expect(script).toContain('#SBATCH --array=0-1%5\n');
  expect(script).toContain('#SBATCH --signal=B:USR1@60\n#SBATCH --comment="a b"\n');
  expect(script).toContain('module load nodejs/24 || exit 1\n');
  expect(script).toContain(`work '/scratch/a "long" run of %j' --task "$share" &`);
  expect(script).toContain('"$restarts" -ge 7');
});

describe('what Slurm says', () => {
  const chain = { kind: 'chain', chain: 1 } as const;
  const sign = { host: 'n1', process: 1, job: '7_1', age: 3, isLost: false };
  const states = [
    { number: 1, task: chain, state: 'done' },
    { number: 2, task: chain, state: 'running', sign },
    { number: 3, task: chain, state: 'open' },
    { number: 4, task: { kind: 'report' }, state: 'open' },
  ] as const;
  const queued = { job: '7', name: 'chains', element: 2, state: 'PENDING', reason: 'Resources', tasks: [3] };

  it('is told with the tasks that no job is left for, and makes a task lost whose job is gone', () => {
    expect(queueWords('DIR', states, [queued])).toEqual([
      'Slurm: 1 job, 1 pending (Resources)',
      'Slurm: no job for 1 task; spinformer submit DIR --slurm submits them',
    ]);
    expect(withQueue(states, [queued]).map(({ state }) => state)).toEqual(['done', 'lost', 'open', 'open']);
    expect(withQueue(states, [{ ...queued, element: 1 }])[1].state).toBe('running');
  });

  it('is nothing where it does not answer', () => {
    expect(queueWords('DIR', states, undefined)).toEqual([]);
    expect(withQueue(states, undefined)).toEqual(states);
  });
});

it('rehearses without a directory, and in one without changing it', () => {
  const folder = temporaryFolder();
  const at = (name: string): string => join(folder, name);
  const SPEC = 'lattice.size = [4, 4]\nsampling = { method = "hmc", samples = 10, chains = 2, seed = 1 }';
  writeFileSync(at('spec.toml'), SPEC);
  writeFileSync(at('other.toml'), `${SPEC}\nmodel.temperature = 0.3`);
  const rehearsed = (file: string) => spinformer(['submit', at(file), '--out', at('run'), '--slurm', '--dry-run']);
  expect(rehearsed('spec.toml').stdout).toContain('#SBATCH --array=0-1\n');
  expect(existsSync(at('run'))).toBe(false);
  spinformer(['work', at('spec.toml'), '--out', at('run'), '--task', '1']);
  const { status, stdout } = rehearsed('spec.toml');
  expect(status).toBe(0);
  expect(stdout).toContain('tasks=(\n  2\n)');
  expect(existsSync(at('run/slurm'))).toBe(false);
  expect(rehearsed('other.toml')).toMatchObject({ status: 2, stdout: '' });
});
