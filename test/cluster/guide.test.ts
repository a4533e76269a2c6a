/** The commands of docs/guide/cluster.md as they stand there, and what users of a cluster get wrong. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../cli/command.ts';
import { type Cluster, canRunSlurm, startCluster } from './slurm-cluster.ts';
import { until } from './until.ts';

const PORT = 17400;
const NODES = 4;
/** The directory that the guide names. */
const SCRATCH = '/scratch/me/study';

const STUDY = `
lattice.size = [4, 4]
effective.kind = "linear"
training.exact_evaluations = 60
sampling = { method = "self-learning", samples = 400, warm_up = 20, chains = 2 }
sweep.model.temperature = [0.1, 0.2]
`;
const LONG = `
lattice.size = [4, 4]
sampling = { method = "hmc", samples = 1000000000, chains = 2 }
`;

const guide = readFileSync(join(root, 'docs/guide/cluster.md'), 'utf8');
const commands = (/```sh\n(.*?)```/s.exec(guide)?.[1] ?? '')
  .trim()
  .split('\n')
  .map((line) => line.replace(/ +#.*/, ''));

describe.skipIf(!canRunSlurm && !process.env.CI)('on a cluster', () => {
  let folder: string;
  let cluster: Cluster;
  let env: NodeJS.ProcessEnv;
  const at = (name: string): string => join(folder, name);
  const shell = (line: string, changed = {}) => {
    const [command, ...words] = [...cluster.enter, 'bash', '-c', `cd ${folder} && ${line}`];
    return spawnSync(command, words, { cwd: folder, encoding: 'utf8', env: { ...env, ...changed } });
  };
  const queue = () => cluster.ask('squeue', '-h', '-r', '-o', '%i %T');

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'spinformer-guide-'));
    mkdirSync(at('bin'));
    writeFileSync(at('bin/spinformer'), `#!/bin/sh\nexec ${process.execPath} ${root}/src/cli/main.ts "$@"\n`);
    chmodSync(at('bin/spinformer'), 0o755);
    writeFileSync(at('study.toml'), STUDY);
    writeFileSync(at('long.toml'), LONG);
    cluster = await startCluster(at('slurm'), NODES, PORT);
    env = { ...cluster.env, PATH: `${at('bin')}:${process.env.PATH}` };
  });
  afterAll(async () => {
    await cluster?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('goes from a study to its report by the five commands of the guide', () => {
    expect(commands).toHaveLength(5);
    const [check, rehearsal, submission, waiting, reporting] = commands.map((line) =>
      line.replace(SCRATCH, 'out/study'),
    );
    const run = (line: string): string => {
      const { status, stdout, stderr } = shell(line);
      expect(status, `${line}\n${stderr}`).toBe(0);
      return stdout;
    };
    expect(run(check)).toContain('2 points');
    expect(run(rehearsal)).toContain('#SBATCH --time=4:00:00');
    expect(existsSync(at('out'))).toBe(false);
    expect(run(submission).match(/^\S+/gm)).toEqual(['learning', 'chains-1', 'chains-2', 'report']);
    const told = run(waiting).trimEnd().split('\n');
    expect(told.at(-1)).toMatch(/^\d{4}-\d\d-\d\dT[\d:]+Z {2}2 points: 2 done; 1680 samples; tasks: 6 done/);
    expect(run(reporting)).toContain('2 points: 2 done');
    expect(existsSync(at('out/study/report.html'))).toBe(true);
    const segment = at('out/study/points/temperature=0.1/chain-001/segment-001.sqlite');
    const { stdout } = spawnSync(process.execPath, ['-p', ORIGIN, segment], { encoding: 'utf8' });
    expect(stdout).toMatch(/^n[0-3] \(/);
  });

  it('explains what sbatch refuses, and times that are none', () => {
    const refused = (line: string) => shell(`spinformer submit study.toml --out refused --slurm ${line}`);
    const partition = refused('--partition nowhere');
    expect(partition).toMatchObject({ status: 2, stdout: '' });
    expect(partition.stderr).toMatch(/invalid partition specified: nowhere.*sinfo -s lists the partitions/s);
    expect(refused('--time 1x').stderr).toContain('--time: expected a time as sbatch takes it');
    expect(refused("--sbatch 'mem=2G'").stderr).toContain('--sbatch: expected options of sbatch on one line');
    expect(refused("--sbatch $'--mem=2G\\nrm'").stderr).toContain('--sbatch: expected options of sbatch on one line');
    expect(refused("--module 'a b'").stderr).toContain('--module: expected a single word');
  });

  it('submits no task twice, and cancels what is cancelled', async () => {
    const directory = 'a "long" run of %j';
    const jobs = shell(`spinformer submit long.toml --out '${directory}' --slurm --sbatch '--comment="a b" --nice=5'`);
    expect(jobs.stdout, jobs.stderr).toMatch(/^chains {2}\d+\nreport {2}\d+\n$/);
    const again = shell(`spinformer submit '${directory}' --slurm`);
    expect(again).toMatchObject({ status: 0, stdout: '' });
    expect(again.stderr).toContain('2 tasks are left out: jobs in the queue have them');
    const status = () => shell(`spinformer status '${directory}'`).stdout;
    await until('two tasks run', () => /tasks: 2 running/.test(status()));
    expect(status()).toMatch(/Slurm: 3 jobs, .*2 running/);
    const [number] = /\d+/.exec(jobs.stdout) ?? [];
    cluster.ask('scancel', `${number}`);
    await until('no job is left', () => queue().trim() === '');
    expect(status()).toContain('Slurm: no job for 2 tasks; spinformer submit');
    expect(readFileSync(at(`${directory}/slurm/chains-0.log`), 'utf8')).not.toContain(': queued again');
  });

  it('tells how far a directory is though Slurm does not answer', () => {
    mkdirSync(at('deaf'));
    writeFileSync(at('deaf/squeue'), '#!/bin/sh\nexec sleep 1000\n');
    chmodSync(at('deaf/squeue'), 0o755);
    const { status, stdout } = shell('spinformer status out/study', { PATH: `${at('deaf')}:${env.PATH}` });
    expect(status).toBe(0);
    expect(stdout).toContain('tasks: 6 done');
    expect(stdout).not.toContain('Slurm');
  });

  it('says how to do without Slurm', () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(root, 'src/cli/main.ts'), 'submit', at('study.toml'), '--out', at('other'), '--slurm'],
      { encoding: 'utf8', env: { ...process.env, PATH: at('deaf') } },
    );
    expect(status).toBe(2);
    expect(stderr).toContain('found no command sbatch on this machine');
    expect(stderr).toContain('without Slurm: spinformer work');
  });
});

const ORIGIN =
  "const { DatabaseSync } = require('node:sqlite'); new DatabaseSync(process.argv[1], { readOnly: true }).prepare('SELECT machine FROM origin').get().machine";
