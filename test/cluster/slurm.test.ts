/** Studies on a Slurm of four nodes: the bits of one machine, whatever happens to tasks and nodes. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../cli/command.ts';
import { type Cluster, canRunSlurm, startCluster } from './slurm-cluster.ts';

const PORT = 17300;
const NODES = 4;

/** Eight points of four chains; half of them learn. */
const STUDY = `
lattice.size = [4, 4]
effective.kind = "linear"
training.exact_evaluations = 60
sampling = { samples = 4000, warm_up = 20, chains = 4 }
sweep = { sampling.method = ["self-learning", "hmc"], model.temperature = [0.1, 0.15, 0.2, 0.3] }
`;

describe.skipIf(!canRunSlurm && !process.env.CI)('Slurm', () => {
  let folder: string;
  let cluster: Cluster;
  const at = (name: string): string => join(folder, name);
  const spinformer = (...line: string[]) => {
    const all = [join(root, 'src/cli/main.ts'), ...line];
    const { status, stdout, stderr } = spawnSync(process.execPath, all, { env: cluster.env, encoding: 'utf8' });
    expect(status, stderr).toBe(0);
    return stdout;
  };
  const samples = (directory: string): string => {
    spinformer('export', directory, '--format', 'csv', '--out', `${directory}.csv`);
    return readFileSync(`${directory}.csv`, 'utf8');
  };
  const isQueued = () => cluster.ask('squeue', '-h').trim() !== '';
  const queueEmpty = async () => {
    while (isQueued()) await new Promise((resolve) => setTimeout(resolve, 300));
  };
  /** Processes of tasks of a directory. */
  const workers = (directory: string): number[] =>
    spawnSync('pgrep', ['-f', `main.ts work ${directory} `], { encoding: 'utf8' })
      .stdout.split('\n')
      .filter(Boolean)
      .map(Number);

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'spinformer-slurm-'));
    writeFileSync(at('study.toml'), STUDY);
    cluster = startCluster(at('slurm'), NODES, PORT);
    spinformer('run', at('study.toml'), '--out', at('plain'));
  });
  afterAll(() => {
    cluster?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('takes a study of 8 points and 4 chains from submit to report', async () => {
    const jobs = spinformer('submit', at('study.toml'), '--out', at('quiet'), '--slurm', '--time', '60');
    expect(jobs.match(/^\S+/gm)).toEqual([
      'learning',
      ...[1, 2, 3, 4].flatMap((n) => [`chains-${n}`, `chains-${n}-of-others`]),
      'report',
    ]);
    await queueEmpty();
    expect(readFileSync(at('quiet/slurm/report.log'), 'utf8')).toContain('8 points: 8 done');
    expect(samples(at('quiet'))).toBe(samples(at('plain')));
    expect(spinformer('submit', at('quiet'), '--slurm')).toBe('');
  });

  it('ends with the same where tasks and daemons of nodes are killed', async () => {
    spinformer('submit', at('study.toml'), '--out', at('killed'), '--slurm', '--time', '60', '--tasks-per-job', '2');
    let kills = 0;
    while (isQueued()) {
      await new Promise((resolve) => setTimeout(resolve, 700));
      const [victim] = workers(at('killed'));
      if (kills >= 6 || victim === undefined) continue;
      kills++;
      if (kills % 3 === 0) {
        cluster.killNode(kills % NODES);
        cluster.startNode(kills % NODES);
      } else process.kill(victim, 'SIGKILL');
    }
    expect(kills).toBeGreaterThan(0);
    expect(
      readdirSync(at('killed/slurm')).some((name) =>
        readFileSync(at(`killed/slurm/${name}`), 'utf8').includes('queued again'),
      ),
    ).toBe(true);
    expect(spinformer('status', at('killed'))).toContain('8 points: 8 done');
    expect(samples(at('killed'))).toBe(samples(at('plain')));
  });
});
