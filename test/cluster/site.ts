/** A cluster for the tests of a file, the command as it is published, and a folder that both see. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { called } from './machine.ts';
import type { Cluster } from './slurm-cluster.ts';
import { until } from './until.ts';

const BUILD = join(import.meta.dirname, '../../scripts/build-bundle.ts');

/** A process that takes a task, as this machine sees it. */
export interface Worker {
  readonly process: number;
  readonly node: number;
  /** The numbers of its tasks, as --task has them. */
  readonly tasks: string;
}

/** What is there while tests run. */
export interface Site<C extends Cluster = Cluster> {
  readonly cluster: C;
  /** The path of something in the folder. */
  at(name: string): string;
  /** The words before which a command runs where Slurm is, and of the command. */
  readonly command: readonly string[];
  /** Its environment. */
  readonly env: NodeJS.ProcessEnv;
  /** Standard output of spinformer, where Slurm is. Throws where it fails. */
  spinformer(...line: string[]): string;
  /** The same with how it ends. */
  attempt(...line: string[]): { readonly status: number | null; readonly stdout: string; readonly stderr: string };
  /** All samples of a directory. */
  samples(directory: string): string;
}

/** Starts a cluster before the tests of a file, and stops it after them. `specs`: files by their names. */
export function useSite<C extends Cluster>(
  specs: Readonly<Record<string, string>>,
  start: (folder: string) => C | Promise<C>,
  env: (folder: string) => NodeJS.ProcessEnv = () => ({}),
): Site<C> {
  let folder: string;
  let cluster: C;
  let variables: NodeJS.ProcessEnv;
  const at = (name: string) => join(folder, name);
  const command = () => [...cluster.enter, process.execPath, at('spinformer.mjs')];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'spinformer-slurm-'));
    execFileSync(process.execPath, [BUILD, at('spinformer.mjs')]);
    for (const [name, text] of Object.entries(specs)) writeFileSync(at(name), text);
    variables = env(folder);
    cluster = await start(at('slurm'));
  });
  afterAll(async () => {
    await cluster?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const all = () => ({ ...cluster.env, ...variables });
  const site: Site<C> = {
    get cluster() {
      return cluster;
    },
    get command() {
      return command();
    },
    get env() {
      return all();
    },
    at,
    spinformer: (...line) => called([...command(), ...line], all()),
    attempt(...line) {
      const [program, ...words] = [...command(), ...line];
      return spawnSync(program, words, { env: all(), encoding: 'utf8' });
    },
    samples(directory) {
      site.spinformer('export', directory, '--format', 'csv', '--out', at('samples.csv'));
      return readFileSync(at('samples.csv'), 'utf8');
    },
  };
  return site;
}

const isQueued = ({ cluster }: Site): boolean => cluster.ask('squeue', '-h').trim() !== '';

/** Waits until no job is left; `meanwhile` is done again and again. */
export const queueEmpty = (site: Site, meanwhile: () => unknown = () => {}): Promise<void> =>
  until('no job is left', async () => {
    if (!isQueued(site)) return true;
    await meanwhile();
    return false;
  });

/** The processes that take tasks of a directory. */
export function workersOf(directory: string): Worker[] {
  const { stdout } = spawnSync('pgrep', ['-f', `spinformer.mjs work ${directory} `], { encoding: 'utf8' });
  return stdout.split('\n').filter(Boolean).map(Number).flatMap(workerOf);
}

function workerOf(process: number): Worker[] {
  const [line, variables] = ['cmdline', 'environ'].map((name) => words(`/proc/${process}/${name}`));
  const node = variables.find((text) => text.startsWith('SLURMD_NODENAME=n'))?.split('=n')[1];
  return node === undefined ? [] : [{ process, node: Number(node), tasks: `${line[line.indexOf('--task') + 1]}` }];
}

function words(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\0');
  } catch {
    // It has ended.
    return [];
  }
}

/** What jobs of a directory have printed, by the names of their logs. */
export function logsOf(directory: string): Map<string, string> {
  const names = readdirSync(join(directory, 'slurm')).filter((name) => name.endsWith('.log'));
  return new Map(names.map((name) => [name, readFileSync(join(directory, 'slurm', name), 'utf8')]));
}
