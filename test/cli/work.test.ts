/** `spinformer work`: tasks in any order, twice, stopped and begun again are the run. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { started } from '../runner/job.ts';
import { root, spinformer } from './command.ts';

/** The second point begins its training with the model of the first. */
const STUDY = `
lattice.size = [4, 4]
effective.kind = "linear"
training.exact_evaluations = 60
sampling = { method = "self-learning", samples = 150, warm_up = 20, chains = 2 }
sweep = { model.temperature = [0.2, 0.1], carry_models = true }
`;
const LONG = `
lattice.size = [4, 4]
sampling = { method = "hmc", samples = 1000000, chains = 2 }
`;

const FOLDER = mkdtempSync(join(tmpdir(), 'spinformer-work-'));
const at = (name: string): string => join(FOLDER, name);

/** All samples of all points. */
function samples(directory: string): string {
  expect(spinformer(['export', directory, '--format', 'csv', '--out', `${directory}.csv`]).status).toBe(0);
  return readFileSync(`${directory}.csv`, 'utf8');
}

const startWork = (...line: string[]) =>
  started(spawn(process.execPath, [join(root, 'src/cli/main.ts'), 'work', ...line]));

beforeAll(() => {
  writeFileSync(at('study.toml'), STUDY);
  writeFileSync(at('long.toml'), LONG);
  expect(spinformer(['run', at('study.toml'), '--out', at('plain')]).status).toBe(0);
});
afterAll(() => rmSync(FOLDER, { recursive: true }));

it('lists what there is to do, and makes the directory', () => {
  const { status, stdout } = spinformer(['work', at('study.toml'), '--out', at('listed'), '--list']);
  expect(status).toBe(0);
  const words = stdout.split('\n').map((line) => line.replace(/ +\d+ +open$/, ''));
  expect(words.filter((line) => line !== '' && line !== 'task')).toEqual([
    'learning of temperature=0.2',
    'learning of temperature=0.1',
    ...['0.2', '0.1'].flatMap((value) => [1, 2].map((chain) => `chain ${chain} of temperature=${value}`)),
    'report',
  ]);
});

it('has the samples of a run, in whatever order the tasks come, and knows what is done', () => {
  const directory = at('shuffled');
  spinformer(['work', at('study.toml'), '--out', directory, '--list']);
  expect(spinformer(['report', directory]).stdout).toMatch(/\ntasks: 6 open\n$/);
  // The fifth, a chain of the second point, learns for both.
  for (const task of ['5', '3,6', '1-4'])
    expect(spinformer(['work', directory, '--task', task])).toMatchObject({ status: 0 });
  expect(spinformer(['report', directory]).stdout).not.toContain('tasks:');
  expect(samples(directory)).toBe(samples(at('plain')));
  expect(spinformer(['work', directory, '--list']).stdout.match(/ done$/gm)).toHaveLength(6);
  expect(spinformer(['status', directory]).stdout).toMatch(/2 points: 2 done.*tasks: 6 done\n/s);
  expect(spinformer(['work', directory, '--task', '7']).stdout).toContain('at all points');
});

it('has them too where every task is taken twice at once', async () => {
  const directory = at('twice');
  spinformer(['work', at('study.toml'), '--out', directory, '--list']);
  const copies = [1, 2].map(() => startWork(directory, '--task', '1-6'));
  for (const { ended } of copies) expect(await ended).toMatchObject({ code: 0 });
  expect(samples(directory)).toBe(samples(at('plain')));
});

describe('stops in time', () => {
  beforeAll(() => {
    spinformer(['work', at('long.toml'), '--out', at('long'), '--list']);
  });
  const samplesOf = (chain: number): number =>
    Number(new RegExp(`chain ${chain} +(\\d+) of`).exec(spinformer(['status', at('long')]).stdout)?.[1]);

  it.each(['SIGTERM', 'SIGUSR1'] as const)('on %s, with what it has', async (signal) => {
    const before = samplesOf(1);
    const { child, ended, output } = startWork(at('long'), '--task', '1', '--events', at(`${signal}.jsonl`));
    while (!output().includes('chain 1')) await new Promise((resolve) => setTimeout(resolve, 5));
    const begun = () => {
      try {
        // On a fast machine checkpoints come before it is time to tell of progress.
        return /"type":"(progress|checkpoint)"/.test(readFileSync(at(`${signal}.jsonl`), 'utf8'));
      } catch {
        return false;
      }
    };
    while (!begun()) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill(signal);
    expect(await ended).toMatchObject({ code: 130 });
    expect(samplesOf(1)).toBeGreaterThan(before);
    expect(samplesOf(2)).toBe(0);
  });

  it('before the end of its time', async () => {
    expect(await startWork(at('long'), '--task', '2', '--time-limit', '4s').ended).toMatchObject({ code: 130 });
    expect(samplesOf(2)).toBeGreaterThan(0);
  });
});

it.each([
  [['--task', '9'], '--task 9: expected numbers of tasks from 1 to 7, as 3,7-9, found 9'],
  [[], 'expected --task with the numbers of tasks, or --list'],
  [['--task', '1', '--list'], 'expected --task with the numbers of tasks, or --list'],
  [['--task', '1', '--time-limit', '5'], 'Expected a time as 90s, 55m, 12h, 2d or 1-12:00:00.'],
  [['--list', '--set', 'model.temperature=1'], '--set: expected a TOML file beside it, found the directory'],
])('refuses %s', (line, message) => {
  const { status, stderr } = spinformer(['work', at('plain'), ...line]);
  expect(status).toBe(2);
  expect(stderr).toContain(message);
});
