/** A Slurm of a few nodes on this machine, for tests: all of it in one folder, on ports of loopback, without accounts. */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

const PROGRAMS = ['munged', 'slurmctld', 'slurmd', 'sbatch'];

/** Daemons of Slurm change to other users, which root alone may. */
export const canRunSlurm =
  process.getuid?.() === 0 && PROGRAMS.every((name) => spawnSync(name, ['--help']).error === undefined);

export interface Cluster {
  /** For commands of Slurm, and for what calls them. */
  readonly env: NodeJS.ProcessEnv;
  /** Ends the daemon of a node by kill -9; its tasks live on. */
  killNode(node: number): void;
  startNode(node: number): void;
  /** Standard output of a command of Slurm. */
  ask(command: string, ...line: string[]): string;
  stop(): void;
}

/** Starts `nodes` nodes of one core each. `port`: of the controller; those after it are of the nodes. */
export function startCluster(folder: string, nodes: number, port: number): Cluster {
  for (const name of ['state', 'log', 'munge', 'run', 'spool']) mkdirSync(join(folder, name), { recursive: true });
  const file = join(folder, 'slurm.conf');
  writeFileSync(file, configuration(folder, nodes, port));
  writeFileSync(join(folder, 'cgroup.conf'), 'CgroupAutomount=no\n');
  const key = join(folder, 'munge/key');
  writeFileSync(key, randomBytes(128), { mode: 0o600 });
  chmodSync(join(folder, 'munge'), 0o700);
  const env = { ...process.env, SLURM_CONF: file };
  const call = (command: string, ...line: string[]) => {
    const { status, stdout, stderr } = spawnSync(command, line, { env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${command} ${line.join(' ')}: ${stderr}`);
    return stdout;
  };
  const at = (name: string) => join(folder, name);
  call(
    'munged',
    '--force',
    `--key-file=${key}`,
    `--socket=${at('run/munge')}`,
    `--pid-file=${at('run/munged.pid')}`,
    `--log-file=${at('log/munged')}`,
    `--seed-file=${at('munge/seed')}`,
    '--num-threads=1',
  );
  call('slurmctld', '-f', file);
  const startNode = (node: number) => void call('slurmd', '-N', `n${node}`, '-f', file);
  const numbers = Array.from({ length: nodes }, (_, node) => node);
  for (const node of numbers) startNode(node);
  const kill = (name: string, signal: NodeJS.Signals) => {
    try {
      process.kill(Number(readFileSync(at(`run/${name}.pid`), 'utf8')), signal);
    } catch {
      // It is over.
    }
  };
  return {
    env,
    startNode,
    ask: call,
    killNode: (node) => kill(`slurmd-n${node}`, 'SIGKILL'),
    stop() {
      for (const node of numbers) kill(`slurmd-n${node}`, 'SIGKILL');
      for (const name of ['slurmctld', 'munged']) kill(name, 'SIGKILL');
    },
  };
}

/** Times are short: a lost node is noticed after ten seconds, and a task that is queued again waits for five. */
function configuration(folder: string, nodes: number, port: number): string {
  const host = hostname().split('.')[0];
  const settings = {
    ClusterName: 'test',
    SlurmctldHost: `${host}(127.0.0.1)`,
    SlurmctldPort: port,
    SlurmUser: 'root',
    SlurmdUser: 'root',
    AuthType: 'auth/munge',
    AuthInfo: `socket=${folder}/run/munge,cred_expire=5`,
    CredType: 'cred/munge',
    StateSaveLocation: `${folder}/state`,
    SlurmdSpoolDir: `${folder}/spool/%n`,
    SlurmctldPidFile: `${folder}/run/slurmctld.pid`,
    SlurmdPidFile: `${folder}/run/slurmd-%n.pid`,
    SlurmctldLogFile: `${folder}/log/slurmctld`,
    SlurmdLogFile: `${folder}/log/slurmd-%n`,
    ProctrackType: 'proctrack/linuxproc',
    TaskPlugin: 'task/none',
    SwitchType: 'switch/none',
    MpiDefault: 'none',
    AccountingStorageType: 'accounting_storage/none',
    ReturnToService: 2,
    SelectType: 'select/cons_tres',
    SelectTypeParameters: 'CR_CPU',
    SchedulerParameters: 'bf_interval=1,sched_interval=1,batch_sched_delay=1',
    SlurmdTimeout: 10,
    KillWait: 3,
    InactiveLimit: 0,
    MaxArraySize: 101,
    SlurmdParameters: 'config_overrides',
  };
  const lines = Object.entries(settings).map(([key, value]) => `${key}=${value}`);
  const node = (number: number) =>
    `NodeName=n${number} NodeHostname=${host} NodeAddr=127.0.0.1 Port=${port + 1 + number} CPUs=1 RealMemory=1000 State=UNKNOWN`;
  const all = Array.from({ length: nodes }, (_, number) => node(number));
  return `${[...lines, ...all, `PartitionName=main Nodes=n[0-${nodes - 1}] Default=YES MaxTime=INFINITE State=UP`].join('\n')}\n`;
}
