/** The files that daemons of Slurm and munge read, all of them in one folder. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Address {
  /** As `hostname` says there. */
  readonly host: string;
  readonly address: string;
  readonly port: number;
}

export interface Layout {
  readonly controller: Address;
  readonly nodes: readonly Address[];
}

/** Writes what a cluster needs; the path of slurm.conf. */
export function writeConfiguration(folder: string, layout: Layout): string {
  for (const name of ['state', 'log', 'run', 'spool']) mkdirSync(join(folder, name), { recursive: true });
  mkdirSync(join(folder, 'munge'), { mode: 0o700 });
  writeFileSync(join(folder, 'munge/key'), randomBytes(128), { mode: 0o600 });
  writeFileSync(join(folder, 'cgroup.conf'), 'CgroupAutomount=no\n');
  const file = join(folder, 'slurm.conf');
  writeFileSync(file, configuration(folder, layout));
  return file;
}

/** Words of the command that starts the daemon of credentials. */
export const munged = (folder: string): string[] => [
  'munged',
  '--force',
  '--num-threads=1',
  `--key-file=${folder}/munge/key`,
  `--seed-file=${folder}/munge/seed`,
  `--socket=${folder}/run/munge`,
  `--pid-file=${folder}/run/munged.pid`,
  `--log-file=${folder}/log/munged`,
];

/** Times are short: a lost node is noticed after ten seconds, and a task that is queued again waits for five. */
function configuration(folder: string, { controller, nodes }: Layout): string {
  const settings = {
    ClusterName: 'test',
    SlurmctldHost: `${controller.host}(${controller.address})`,
    SlurmctldPort: controller.port,
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
  const node = ({ host, address, port }: Address, number: number) =>
    `NodeName=n${number} NodeHostname=${host} NodeAddr=${address} Port=${port} CPUs=1 RealMemory=1000 State=UNKNOWN`;
  const lines = [
    ...Object.entries(settings).map(([key, value]) => `${key}=${value}`),
    ...nodes.map(node),
    `PartitionName=main Nodes=n[0-${nodes.length - 1}] Default=YES MaxTime=INFINITE State=UP`,
  ];
  return `${lines.join('\n')}\n`;
}
